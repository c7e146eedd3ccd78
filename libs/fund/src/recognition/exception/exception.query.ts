import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';

export interface RecognitionExceptionRow {
  readonly id: string;
  readonly number: string;
  readonly issuer: string;
  readonly subject: string;
  readonly company: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly documentId: string | null;
  readonly recordedBy: string;
  readonly knownAt: Date;
}

/** The answers on record for a fund as known at an instant, the newest first. */
export function listExceptions(tx: Tx, fundId: string, knownBefore: Date): Promise<RecognitionExceptionRow[]> {
  return tx.query(
    `select x.id, x.number, x.issuer, x.subject, p.name as company, x.valid_from as "validFrom", x.valid_to as "validTo", x.document_id as "documentId",
            coalesce(u.name, a.actor_login) as "recordedBy", x.known_at as "knownAt"
       from recognition_exception x left join party p on p.id = x.company_id
       join command_author a on a.id = x.command_id left join app_user u on u.id = a.actor_id
      where x.fund_id = $1 and x.known_at < $2 order by x.valid_from desc, x.number`,
    [fundId, knownBefore],
  );
}
