import { Platform1763802000000 } from './1763802000000-platform.js';
import { Access1763802050000 } from './1763802050000-access.js';
import { Ledger1763802100000 } from './1763802100000-ledger.js';
import { Programmes1763802200000 } from './1763802200000-programmes.js';
import { Funds1763802300000 } from './1763802300000-funds.js';
import { Reports1763802400000 } from './1763802400000-reports.js';

/** In the order in which they run. A migration that has landed never changes: add another one. */
export const migrations = [Platform1763802000000, Access1763802050000, Ledger1763802100000, Programmes1763802200000, Funds1763802300000, Reports1763802400000] as const;
