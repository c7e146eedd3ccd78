import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { policiesInForce, type PolicySet } from '#libs/policy';
import { callScopes, type CallLine, type GrantCall } from './call.js';

const CALL_SELECT = `
  select c.id, c.programme_id as "programmeId", c.kind, c.regime, c.fiscal_year as "fiscalYear", c.prefix, c.name, c.agency,
         c.recipient_role as "recipientRole", c.amount_basis as "amountBasis", case when p.call_id is null then c.feasibility else 'PASSED' end as feasibility
    from grant_call c left join grant_feasibility_pass p on p.call_id = c.id`;

export async function getCall(tx: Tx, callId: string): Promise<GrantCall> {
  const rows: GrantCall[] = await tx.query(`${CALL_SELECT} where c.id = $1`, [callId]);
  if (rows[0] === undefined) throw notFound({ ko: '공고', en: 'call' }, callId);
  return rows[0];
}

/** All calls in sight, the latest first. */
export function listCalls(tx: Tx): Promise<GrantCall[]> {
  return tx.query(`${CALL_SELECT} order by c.fiscal_year desc, c.kind, c.name, c.id`);
}

/** The lines of a call, in the order of its form. */
export function linesOfCall(tx: Tx, callId: string): Promise<CallLine[]> {
  return tx.query(
    `select code, json_build_object('ko', name_ko, 'en', name_en) as name, indirect, in_kind as "inKind", position
       from grant_call_line where call_id = $1 order by position, code`,
    [callId],
  );
}

/** Policies of a call in force on `on`; everything that is known counts unless `knownBefore` says otherwise. */
export function policiesOfCall(tx: Tx, call: GrantCall, on: LocalDate, knownBefore: Date = new Date(8.64e15)): Promise<PolicySet> {
  return policiesInForce(tx, callScopes(call), on, knownBefore);
}

/** Makes those who agree, decide on budgets or close a year of this call wait for each other until the transaction ends. */
export async function lockCall(tx: Tx, callId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('grant call ' || $1, 0))`, [callId]);
}
