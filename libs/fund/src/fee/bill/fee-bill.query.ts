import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { won } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import type { FundRow } from '../../fund/fund.query.js';
import { recordedRegister } from '../../register/register.query.js';
import { baseSteps } from '../fee-base.rules.js';
import { feeTermsOf, type FeeTerms } from '../term/fee-term.query.js';
import type { BilledPeriod, FeeGround } from './fee-bill.rules.js';

/** A bill with what was paid on it, at one point in both times. Amounts as text of digits, in won. */
export interface FeeBillRow {
  readonly id: string;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly billedOn: LocalDate;
  readonly amountWon: string;
  readonly reducedByWon: string;
  readonly adjustmentWon: string;
  readonly paidWon: string;
  readonly clause: string;
  readonly pieces: readonly StoredPiece[];
  readonly voidedOn: LocalDate | null;
  readonly voidReason: string | null;
  readonly recordedBy: string;
}

/** Days over which everything stays the same, as a bill keeps them. */
export interface StoredPiece {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
  readonly base: string;
  readonly baseWon: string;
  readonly rate: number;
  readonly keeps: number;
  readonly amountWon: string;
  readonly clause: string;
}

const BILL_SELECT = `
  select b.id, b.period_from as "periodFrom", b.period_to as "periodTo", b.billed_on as "billedOn", b.amount_won::text as "amountWon",
         b.reduced_by_won::text as "reducedByWon", b.adjustment_won::text as "adjustmentWon", b.clause, b.pieces,
         v.voided_on as "voidedOn", v.reason as "voidReason", coalesce(u.name, l.actor_login) as "recordedBy",
         (select coalesce(sum(e.paid_won), 0) from fund_payment p join fund_expense e on e.id = p.expense_id
           where p.bill_id = b.id and e.paid_on <= $2 and e.known_at < $3
             and not exists (select 1 from fund_expense_void o where o.expense_id = e.id and o.known_at < $3))::text as "paidWon"
    from fee_bill b
    join command_author l on l.id = b.command_id
    left join app_user u on u.id = l.actor_id
    left join fee_bill_void v on v.bill_id = b.id and v.known_at < $3`;

/** The bills of a fund, those that were voided among them, oldest first. */
export function listFeeBills(tx: Tx, fundId: string, point: TimePoint): Promise<FeeBillRow[]> {
  return tx.query(`${BILL_SELECT} where b.fund_id = $1 and b.billed_on <= $2 and b.known_at < $3 order by b.period_from, b.recorded_at`, [fundId, point.asOf, point.knownBefore]);
}

/** Fees that a register tells, by their periods: billed by others and not to be billed again. */
async function billedInHistory(tx: Tx, fundId: string, point: TimePoint): Promise<BilledPeriod[]> {
  const rows: { from: LocalDate; to: LocalDate; amount: string }[] = await tx.query(
    `select e.period_from as from, e.period_to as to, sum(coalesce(e.billed_won, e.paid_won))::text as amount
       from fund_expense e
      where e.fund_id = $1 and e.kind = 'MANAGEMENT_FEE' and e.period_from is not null and e.period_to is not null and e.known_at < $2
        and not exists (select 1 from fund_payment p where p.expense_id = e.id)
        and not exists (select 1 from fund_expense_void o where o.expense_id = e.id and o.known_at < $2)
      group by 1, 2 order by 1`,
    [fundId, point.knownBefore],
  );
  return rows.map(({ from, to, amount }) => ({ from, to, amountWon: won(amount) }));
}

/** Everything a bill is made of, as known at a time; bases up to the end of everything on record. */
export async function feeGround(tx: Tx, fund: FundRow, point: TimePoint, policies: PolicySet): Promise<FeeGround & { readonly source: FeeTerms }> {
  const source = await feeTermsOf(tx, fund, point, policies);
  const facts = await recordedRegister(tx, { fundId: fund.id, knownBefore: point.knownBefore, withVoided: false });
  const bills = (await listFeeBills(tx, fund.id, point)).filter((bill) => bill.voidedOn === null);
  const billed = [...(await billedInHistory(tx, fund.id, point)), ...bills.map((bill) => ({ from: bill.periodFrom, to: bill.periodTo, amountWon: won(bill.amountWon) }))];
  return { source, terms: source.terms, reductions: source.reductions, steps: baseSteps(facts, fund), billed };
}
