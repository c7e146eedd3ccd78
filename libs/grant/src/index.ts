export { BUDGET_LINES, LINE_NAMES, RESOURCES, type BudgetLine, type Resource } from './line/line.js';
export { planGrantRegister } from './register/register.import.js';
export type { GrantLimits } from './register/register-limits.rules.js';
export type { GrantFacts, GrantPlan } from './register/register.js';
export { divideRoyalty, royaltyYears } from './royalty/royalty.rules.js';
export { banFor, penaltyProposal } from './sanction/sanction.rules.js';
export { settlementOf } from './settlement/settlement.rules.js';
export { judgeShares } from './share/share.rules.js';
