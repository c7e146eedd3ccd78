export { InvestmentPage } from './investment-page.js';
export { InvestmentsPage } from './investments-page.js';
export { RecordInvestmentPage } from './record-investment-page.js';
