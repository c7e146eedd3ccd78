import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';

/** A report as it was handed in; amounts are won as text, null where the institution did not say. */
export interface ReportRow {
  readonly id: string;
  readonly kind: 'YEARLY_USE' | 'SETTLEMENT';
  readonly stage: number;
  readonly fiscalYear: number | null;
  readonly receivedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly usedWon: string | null;
  readonly unusedWon: string | null;
  readonly disallowedWon: string | null;
  readonly inKindShortageWon: string | null;
  readonly interestWon: string | null;
  readonly totalWon: string | null;
  readonly documentId: string | null;
  readonly note: string | null;
  readonly actor: string | null;
}

/** What an institution handed in, the latest first. */
export function listReports(tx: Tx, agreementId: string): Promise<ReportRow[]> {
  return tx.query(
    `select r.id, r.kind, r.stage, r.fiscal_year as "fiscalYear", r.received_on as "receivedOn", r.due_on as "dueOn", r.used_won::text as "usedWon", r.unused_won::text as "unusedWon",
            r.disallowed_won::text as "disallowedWon", r.in_kind_shortage_won::text as "inKindShortageWon", r.interest_won::text as "interestWon", r.total_won::text as "totalWon",
            r.document_id as "documentId", r.note, coalesce(u.name, c.actor_login) as actor
       from grant_settlement_report r left join command_author c on c.id = r.command_id left join app_user u on u.id = c.actor_id
      where r.agreement_id = $1 order by r.received_on desc nulls last, r.recorded_at desc`,
    [agreementId],
  );
}
