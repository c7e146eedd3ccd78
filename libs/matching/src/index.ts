export { governmentCommitment, matchClawback, releasePosition, roundTrips } from './match/match.rules.js';
export type { MatchTerms } from './match/match.js';
export { planMatchingRegister, statedProgramme } from './register/register.import.js';
export type { MatchingLimits } from './register/register-limits.rules.js';
