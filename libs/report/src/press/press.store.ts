import type { Tx } from '#libs/database';
import type { PrintFailure } from './print-failure.js';

/** Keeps how an issue failed to be printed in the place of how it failed before; the database counts along. */
export async function keepPrintFailure(tx: Tx, issueId: string, { failedAt, nextTryAt, reason }: Omit<PrintFailure, 'tries'>): Promise<void> {
  await tx.query(
    `insert into report_press_state (issue_id, tries, failed_at, next_try_at, reason_ko, reason_en) values ($1, 1, $2, $3, $4, $5)
     on conflict (issue_id) do update set tries = report_press_state.tries + 1, failed_at = $2, next_try_at = $3, reason_ko = $4, reason_en = $5`,
    [issueId, failedAt, nextTryAt, reason.ko, reason.en],
  );
}
