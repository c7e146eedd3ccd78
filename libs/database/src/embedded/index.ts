export { openDatabase } from './embedded-postgres.js';
export type { DatabaseHandle } from './embedded-postgres.js';
