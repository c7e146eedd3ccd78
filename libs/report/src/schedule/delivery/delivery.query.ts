import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';

/** NEW: it holds and waits to be taken away. PASSED: it was replaced or withdrawn before. */
export const DELIVERY_STATES = ['NEW', 'TAKEN', 'PASSED'] as const;

/** A report that came to somebody by a schedule. */
export interface Delivery {
  readonly issueId: string;
  readonly number: string;
  readonly version: number;
  readonly state: (typeof DELIVERY_STATES)[number];
  readonly status: string;
  readonly titleKo: string;
  readonly titleEn: string;
  readonly subjectNumber: string;
  readonly subjectName: string;
  readonly asOf: LocalDate;
  readonly deliveredAt: Date;
  /** When the recipient took it away first; null where they have not. */
  readonly takenAt: Date | null;
}

/** What came to somebody, the latest first; new versions of it come to them as well. Only what lies in their sight. */
export function listDeliveries(tx: Tx, recipientId: string, limit: number): Promise<Delivery[]> {
  return tx.query(
    `select d.issue_id as "issueId", i.number, i.version, s.status, case when d.taken_at is not null then 'TAKEN' when s.status = 'VALID' then 'NEW' else 'PASSED' end as state,
            i.title_ko as "titleKo", i.title_en as "titleEn", i.subject_number as "subjectNumber", i.subject_name as "subjectName",
            i.as_of as "asOf", d.delivered_at as "deliveredAt", d.taken_at as "takenAt"
       from report_delivery d join report_issue i on i.id = d.issue_id join report_issue_state s on s.issue_id = i.id
      where d.recipient_id = $1 order by d.delivered_at desc, d.issue_id limit $2`,
    [recipientId, limit],
  );
}
