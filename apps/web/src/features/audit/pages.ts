export { AuditLayout } from './audit-layout.js';
export { ObjectPage } from './object-page.js';
export { PackDownloadsPage } from './pack-downloads-page.js';
export { PackPage } from './pack-page.js';
export { PacksPage } from './packs-page.js';
export { TimeMachinePage } from './time-machine-page.js';
