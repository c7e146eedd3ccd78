import type { Tx } from '#libs/database';
import type { PrintFailure } from './print-failure.js';

/** Issues without files whose turn it is, oldest first: what has failed waits for its next try. */
export async function listDue(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select i.id from report_issue i left join report_press_state p on p.issue_id = i.id
      where not exists (select 1 from report_issue_file f where f.issue_id = i.id) and coalesce(p.next_try_at <= $1, true)
      order by i.known_at, i.id limit $2`,
    [now, limit],
  );
  return rows.map(({ id }) => id);
}

/** What stands in the way of the files of an issue; null where nothing failed, or they are there by now. */
export async function findPrintFailure(tx: Tx, issueId: string): Promise<PrintFailure | null> {
  const rows: (Omit<PrintFailure, 'reason'> & { ko: string; en: string })[] = await tx.query(
    `select tries, failed_at as "failedAt", next_try_at as "nextTryAt", reason_ko as ko, reason_en as en from report_press_state p
      where p.issue_id = $1 and not exists (select 1 from report_issue_file f where f.issue_id = p.issue_id)`,
    [issueId],
  );
  return rows.map(({ ko, en, ...failure }) => ({ ...failure, reason: { ko, en } }))[0] ?? null;
}
