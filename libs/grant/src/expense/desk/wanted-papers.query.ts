import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { policyHistory } from '#libs/policy';
import { callScopes, type GrantCall } from '../../call/call.js';
import { papersWanted } from '../../evidence/evidence.policy.js';
import type { PaperRule } from '../../evidence/evidence.js';

/** Which papers the terms of a call want of an expense of any day. */
export async function paperRulesOf(tx: Tx, call: Pick<GrantCall, 'id' | 'programmeId'>): Promise<(on: LocalDate) => readonly PaperRule[]> {
  const scopes = callScopes(call);
  const history = await policyHistory(tx, scopes, new Date(8.64e15));
  return (on) => papersWanted(history.inForce(scopes, on)).value;
}
