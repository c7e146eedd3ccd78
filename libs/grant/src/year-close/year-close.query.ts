import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import { TRANCHE_PAYABLE } from '../tranche/tranche.posting.js';
import type { CarryKind, OpenCommitment } from './year-close.js';

/**
 * What the agreements of a call were promised of the years through `fiscalYear` and have not been paid, by number. Of a decided tranche
 * is unpaid what is owed: what was set off, and what a register told as paid, leaves no debt.
 */
export async function openCommitments(tx: Tx, callId: string, fiscalYear: number): Promise<OpenCommitment[]> {
  const rows: (Omit<OpenCommitment, 'openWon' | 'decidedWon'> & { openWon: string; decidedWon: string })[] = await tx.query(
    `select * from (
       select a.id as "agreementId", a.number, p.name as "partyName", f.fiscal_year as "fiscalYear",
              (sum(f.amount_won) - m.paid)::text as "openWon", (m.decided - m.paid)::text as "decidedWon",
              exists (select 1 from grant_carry_over c where c.agreement_id = a.id and c.fiscal_year = f.fiscal_year and c.kind = 'ACCIDENT' and c.from_year < $2) as "carriedByAccident"
         from grant_agreement a
         join party p on p.id = a.party_id
         join grant_funding f on f.agreement_id = a.id
         join lateral (select coalesce(sum(t.amount_won), 0) as decided, coalesce(sum(t.amount_won - coalesce(d.owed, 0)), 0) as paid
                         from grant_tranche t join grant_tranche_state s on s.tranche_id = t.id and s.state = 'DECIDED'
                         left join lateral (select sum(p.amount_won) as owed from payable_state y join payable p on p.id = y.payable_id
                                             where y.kind = $3 and y.subject_id = t.id and y.state not in ('PAID', 'WITHDRAWN')) d on true
                        where t.agreement_id = a.id and t.fiscal_year = f.fiscal_year) m on true
        where a.call_id = $1 and f.fiscal_year <= $2
        group by a.id, a.number, p.name, f.fiscal_year, m.paid, m.decided) as open
      where "openWon"::bigint > 0 order by number, "fiscalYear"`,
    [callId, fiscalYear, TRANCHE_PAYABLE],
  );
  return rows.map((row) => ({ ...row, openWon: won(row.openWon), decidedWon: won(row.decidedWon) }));
}

export interface ClosedYear {
  readonly fiscalYear: number;
  readonly closedOn: LocalDate;
  readonly lapsedWon: string;
  readonly forwardedWon: string;
  readonly carriedWon: string;
  readonly clause: string;
  readonly actor: string;
}

/** Closed years of a call, the first one first. */
export function closedYearsOf(tx: Tx, callId: string): Promise<ClosedYear[]> {
  return tx.query(
    `select y.fiscal_year as "fiscalYear", y.closed_on as "closedOn", y.lapsed_won::text as "lapsedWon", y.forwarded_won::text as "forwardedWon", y.carried_won::text as "carriedWon", y.clause, c.actor_login as actor
       from grant_year_close y join command_author c on c.id = y.command_id where y.call_id = $1 order by y.fiscal_year`,
    [callId],
  );
}

/** What was carried over: of an agreement or of an order. */
export interface CarriedRow {
  readonly agreementId: string | null;
  readonly orderId: string | null;
  readonly number: string;
  readonly fiscalYear: number;
  readonly fromYear: number;
  readonly kind: CarryKind;
  readonly amountWon: string;
  readonly reason: string;
  readonly clause: string;
}

/** Every carry-over of a call, for the record that 국가재정법 제48조 asks for. */
export function carryOversOf(tx: Tx, callId: string): Promise<CarriedRow[]> {
  return tx.query(
    `select c.agreement_id as "agreementId", null::uuid as "orderId", a.number, c.fiscal_year as "fiscalYear", c.from_year as "fromYear", c.kind, c.amount_won::text as "amountWon", c.reason, c.clause
       from grant_carry_over c join grant_agreement a on a.id = c.agreement_id where a.call_id = $1
     union all select null, c.order_id, o.number, o.fiscal_year, c.from_year, c.kind, c.amount_won::text, c.reason, c.clause
       from service_order_carry c join service_order o on o.id = c.order_id where o.call_id = $1
      order by "fromYear", number, "fiscalYear"`,
    [callId],
  );
}
