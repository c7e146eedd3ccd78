export { evidenceKeyOf } from './evidence-key.js';
export type { EvidenceKind, EvidenceScheme } from './evidence-key.js';
export { invoiceIsClaimedOnce, requireSameInvoice } from './invoice.rules.js';
export type { KnownInvoice, KnownUse } from './invoice.rules.js';
