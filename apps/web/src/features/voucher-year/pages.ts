export { BudgetTermsPage } from '../voucher-term/budget-terms-page.js';
export { ProvidersPage } from '../provider/providers-page.js';
export { CockpitPage } from './cockpit-page.js';
export { VoucherYearLayout } from './voucher-year-layout.js';
export { VoucherYearsPage } from './voucher-years-page.js';
export { YearLedgerPage } from './year-ledger-page.js';
