export { checkCms, type CheckedSignature, type SignatureFault } from './check-cms.js';
export { signCms, type MadeSignature, type Stamp } from './cms.js';
export { openDemoSigner } from './demo-signer.js';
export { signerFromPkcs12 } from './pkcs12.js';
export { fingerprintOf, subjectOf, type ReportSigner } from './signer.js';
