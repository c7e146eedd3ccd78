export { wonColumn } from './connection/column.js';
export { Reader } from './connection/read.js';
export type { ReaderIdentity } from './connection/read.js';
export { inTransaction, sqlState } from './connection/transaction.js';
export type { Isolation, Tx } from './connection/transaction.js';
