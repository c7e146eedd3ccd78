export { PoolCockpitPage } from './pool-cockpit-page.js';
export { PoolLayout } from './pool-layout.js';
export { PoolsPage } from './pools-page.js';
export { QueuePage } from './queue-page.js';
export { ZonesPage } from './zones-page.js';
