export { BANK_ACCOUNT_COLUMNS } from './bank-account/bank-account.js';
export { defaultBankAccountPolicies } from './bank-account/bank-account.policy.js';
export { BANK_ACCOUNT_COMMANDS, BankAccountService } from './bank-account/bank-account.service.js';
export { PartyEntity } from './party.entity.js';
export { ensureParties } from './party.store.js';
export { partyKey } from './party.js';
export type { PartyDraft, PartyKind } from './party.js';
export { PartyModule } from './party.module.js';
