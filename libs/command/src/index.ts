export { NO_ORIGIN } from './actor.js';
export type { Actor, Origin } from './actor.js';
export { canonicalHash, canonicalJson } from './canonical-json.js';
export { openGate } from './command.js';
export type { Command, CommandGate, CommandOutcome, CommandRequest } from './command.js';
export { CommandRunner } from './command.runner.js';
export { CommandContext } from './context.js';
export type { Announcement } from './context.js';
export type { Verdict, VerdictResult } from './verdict.js';
