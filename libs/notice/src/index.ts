export { recoveryNoticePdf, type RecoveryNotice } from './notice.pdf.js';
