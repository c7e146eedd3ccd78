export { CallCockpitPage } from './call-cockpit-page.js';
export { CallLedgerPage } from './call-ledger-page.js';
export { CallTermsPage } from './call-terms-page.js';
export { GrantCallLayout } from './grant-call-layout.js';
export { GrantCallsPage } from './grant-calls-page.js';
