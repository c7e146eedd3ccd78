export { accountOf, overdueOf, paidPlanOf, planOf, settledOf, statusOf, type ClaimStatus } from './collection/account.rules.js';
export { MOVEMENT_KINDS } from './collection/collection.js';
export type { ClaimAccount, Claimed, CollectionTerms, Instalment, MovementKind, Settled, SurchargeTerms } from './collection/collection.js';
export { dueDateLeavesTheTerm, earliestDueOn, instalmentPlan, lateSurcharge, paidBeforeItsSurcharge, surchargeLeft, surchargesDue } from './collection/collection.rules.js';
