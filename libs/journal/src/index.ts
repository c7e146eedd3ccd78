export { BUDGET_STAGES, SPENDABLE_STAGES } from './budget-stage.js';
export type { BudgetStage } from './budget-stage.js';
export { account, defineChart } from './chart.js';
export type { AccountClass, AccountRef, Chart, Side, Unit } from './chart.js';
export { credit, debit, journalEntry, mirrored } from './entry.js';
export type { EntryDraft, JournalEntry, Line, Subject } from './entry.js';
export { PAYING_COMMANDS, RETURNING_COMMANDS } from './paying.js';
export { definePosting, joinRegistries } from './posting-rule.js';
export type { PostingRegistry, PostingRule } from './posting-rule.js';
