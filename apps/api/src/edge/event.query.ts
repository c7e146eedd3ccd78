import type { Tx } from '#libs/database';

/** What an event may name, and the table that knows who sees it. */
const SEEN_IN = { fundId: 'fund', yearId: 'voucher_year', approvalId: 'approval_request', runId: 'payment_run', issueId: 'report_issue' } as const;

/** True when who asks sees all that `payload` names; what names nothing of these is for those alone who see everything. */
export async function seesAllOf(tx: Tx, payload: Readonly<Record<string, string>>): Promise<boolean> {
  const named = Object.entries(SEEN_IN).flatMap(([key, table]) => (payload[key] === undefined ? [] : [{ id: payload[key], table }]));
  for (const { id, table } of named) {
    const rows: unknown[] = await tx.query(`select 1 from ${table} where id = $1`, [id]);
    if (rows.length === 0) return false;
  }
  return named.length > 0;
}
