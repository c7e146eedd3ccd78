export { PaymentRunPage } from './payment-run-page.js';
export { PaymentRunsPage } from './payment-runs-page.js';
export { YearPaymentsPage } from './year-payments-page.js';
