import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { EVERYTHING } from '../../fund/fund.query.js';

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
  /** The first day on which it covered nothing more; null while it was not withdrawn. */
  readonly withdrawnFrom: LocalDate | null;
  readonly withdrawalReason: string | null;
}

/** The answers on record for a fund as known at an instant, the newest first. */
export function listExceptions(tx: Tx, fundId: string, knownBefore: Date): Promise<RecognitionExceptionRow[]> {
  return tx.query(
    `select x.id, x.number, x.issuer, x.subject, p.name as company, x.valid_from as "validFrom", x.valid_to as "validTo", x.document_id as "documentId",
            coalesce(u.name, a.actor_login) as "recordedBy", x.known_at as "knownAt", w.withdrawn_from as "withdrawnFrom", w.reason as "withdrawalReason"
       from recognition_exception x left join party p on p.id = x.company_id
       join command_author a on a.id = x.command_id left join app_user u on u.id = a.actor_id
       left join recognition_exception_withdrawal w on w.exception_id = x.id and w.known_at < $2
      where x.fund_id = $1 and x.known_at < $2 order by x.valid_from desc, x.number`,
    [fundId, knownBefore],
  );
}

/** One answer of that fund. Throws `DomainError` not_found. */
export async function getException(tx: Tx, { fundId, exceptionId }: { readonly fundId: string; readonly exceptionId: string }): Promise<RecognitionExceptionRow> {
  const found = (await listExceptions(tx, fundId, EVERYTHING.knownBefore)).find(({ id }) => id === exceptionId);
  if (found === undefined) throw notFound({ ko: '사전인정', en: 'recognition exception' }, exceptionId);
  return found;
}

export interface CoveredDeal {
  readonly investmentId: string;
  readonly number: string;
  readonly company: string;
  readonly paidOn: LocalDate;
}

/**
 * The recognised deals whose last acceptance cites the answer for a payment on that day or later: in their frozen facts, or, where an
 * import told the decision and nothing was frozen, on a document of the deal itself. Oldest payment first.
 */
export function dealsCoveredFrom(tx: Tx, of: { readonly fundId: string; readonly withdrawnFrom: LocalDate }, number: string): Promise<CoveredDeal[]> {
  return tx.query(
    `select i.id as "investmentId", i.number, p.name as company, i.paid_on as "paidOn" from investment i join party p on p.id = i.company_id
       join lateral (select c.id, c.decision, c.route from classification c where c.investment_id = i.id order by c.known_at desc, c.id desc limit 1) d
         on d.decision = 'QUALIFIED' and d.route = 'APPROVED_EXCEPTION'
       left join recognition_snapshot s on s.classification_id = d.id
      where i.fund_id = $1 and coalesce((s.facts::jsonb ->> 'testedOn')::date, i.paid_on) >= $2
        and not exists (select 1 from investment_void v where v.investment_id = i.id)
        and case when s.classification_id is null then exists (select 1 from evidence e join evidence_detail t on t.evidence_id = e.id where e.investment_id = i.id and t.number = $3)
                 else exists (select 1 from jsonb_array_elements(s.facts::jsonb -> 'evidence') as f where f -> 'detail' ->> 'number' = $3) end
      order by i.paid_on, i.number`,
    [of.fundId, of.withdrawnFrom, number],
  );
}
