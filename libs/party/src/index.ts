export { PartyEntity } from './party.entity.js';
export { ensureParties } from './party.store.js';
export { partyKey } from './party.js';
export type { PartyDraft, PartyKind } from './party.js';
