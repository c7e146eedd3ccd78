import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import type { DecidedText } from './report-text.js';

/** The last text of each part that was decided by the point; none for those who do not see the whole. */
export function listTexts(tx: Tx, year: number, { asOf, knownBefore }: TimePoint): Promise<DecidedText[]> {
  return tx.query(
    `select distinct on (t.part) t.part, t.body, t.author, t.decided_on as "decidedOn" from report_text t
      where t.fiscal_year = $1 and t.decided_on <= $2::date and t.known_at < $3::timestamptz order by t.part, t.recorded_at desc`,
    [year, asOf, knownBefore],
  );
}
