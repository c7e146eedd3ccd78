export { evidenceKeyOf } from './evidence-key.js';
export type { EvidenceKind, EvidenceScheme } from './evidence-key.js';
export { findEvidenceKeys, insertEvidenceKeys } from './evidence-key.store.js';
export type { EvidenceKeyRow } from './evidence-key.store.js';
export { invoiceIsClaimedOnce, requireSameInvoice } from './invoice.rules.js';
export type { KnownInvoice, KnownUse } from './invoice.rules.js';
export { findInvoices, insertInvoices } from './invoice.store.js';
export type { InvoiceRow } from './invoice.store.js';
