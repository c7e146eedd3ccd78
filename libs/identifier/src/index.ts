export { maskAccount, parseBankAccount, type BankAccount } from './bank-account.js';
export { BANKS, findBank, type Bank, type BankKind } from './banks.js';
export { businessKind, formatBusinessNumber, parseBusinessNumber, type BusinessKind } from './business-number.js';
export { formatCorporateNumber, parseCorporateNumber } from './corporate-number.js';
export type { Parsed, ParseWarning } from './parsed.js';
export { classifyProjectNumber, type ProjectNumber, type ProjectNumberScheme } from './project-number.js';
export { parseResearcherNumber } from './researcher-number.js';
export { parseTaxInvoiceNumber } from './tax-invoice-number.js';
export { cleanText, normaliseName } from './text.js';
