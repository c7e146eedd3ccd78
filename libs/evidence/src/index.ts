export { findEvidenceKeys, insertEvidenceKeys } from './evidence-key.store.js';
export type { EvidenceKeyRow } from './evidence-key.store.js';
export { findInvoices, insertInvoices } from './invoice.store.js';
export type { InvoiceRow } from './invoice.store.js';
