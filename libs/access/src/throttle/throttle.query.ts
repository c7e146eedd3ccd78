import type { Tx } from '#libs/database';
import type { FailureCount } from './throttle.js';

/** Failed sign-ins from the network of an address by minute, in order of time; the database forgets them after a day. */
export async function listFailures(tx: Tx, address: string): Promise<FailureCount[]> {
  return tx.query('select minute, failures from sign_in_throttle where network = throttled_network($1) order by minute', [address]);
}
