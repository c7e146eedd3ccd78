export { openDatabase } from './embedded-postgres.js';
export type { DatabaseHandle, OpenDatabaseOptions } from './embedded-postgres.js';
