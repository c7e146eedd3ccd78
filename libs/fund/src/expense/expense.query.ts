import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { won, ZERO_WON } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import { FUND_POLICIES, lifetimeExpenses } from '../fund/fund.policy.js';
import type { SpendingPlan } from './expense.js';

/** A payment at one point in both times; amounts as text of digits, in won. */
export interface ExpenseRow {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly periodFrom: LocalDate | null;
  readonly periodTo: LocalDate | null;
  readonly paidOn: LocalDate;
  readonly paidWon: string;
  readonly payee: string | null;
  readonly billId: string | null;
  readonly bankReference: string | null;
  readonly documentId: string | null;
  readonly note: string | null;
  readonly voidedOn: LocalDate | null;
  readonly voidReason: string | null;
  readonly recordedBy: string;
}

/** Payments of a fund, those that were voided among them, latest first. */
export function listFundExpenses(tx: Tx, fundId: string, point: TimePoint): Promise<ExpenseRow[]> {
  return tx.query(
    `select e.id, e.kind, e.label, e.period_from as "periodFrom", e.period_to as "periodTo", e.paid_on as "paidOn", e.paid_won::text as "paidWon",
            p.name as payee, f.bill_id as "billId", f.bank_reference as "bankReference", f.document_id as "documentId", e.note,
            v.voided_on as "voidedOn", v.reason as "voidReason", coalesce(u.name, l.actor_login) as "recordedBy"
       from fund_expense e
       join command_author l on l.id = e.command_id
       left join app_user u on u.id = l.actor_id
       left join fund_payment f on f.expense_id = e.id
       left join party p on p.id = f.payee_id
       left join fund_expense_void v on v.expense_id = e.id and v.known_at < $3
      where e.fund_id = $1 and e.paid_on <= $2 and e.known_at < $3 order by e.paid_on desc, e.recorded_at desc, e.id`,
    [fundId, point.asOf, point.knownBefore],
  );
}

/** What was paid and what is owed against what the agreement plans, at one point in both times. */
export async function spendingPlan(tx: Tx, fundId: string, policies: PolicySet, point: TimePoint): Promise<SpendingPlan> {
  const [row] = await tx.query<{ paid: string; billed: string; settled: string }[]>(
    `with standing as (
       select e.id, e.paid_won from fund_expense e
        where e.fund_id = $1 and e.paid_on <= $2 and e.known_at < $3 and not exists (select 1 from fund_expense_void v where v.expense_id = e.id and v.known_at < $3))
     select (select coalesce(sum(paid_won), 0) from standing)::text as paid,
            (select coalesce(sum(b.amount_won), 0) from fee_bill b where b.fund_id = $1 and b.billed_on <= $2 and b.known_at < $3
                and not exists (select 1 from fee_bill_void v where v.bill_id = b.id and v.known_at < $3))::text as billed,
            (select coalesce(sum(s.paid_won), 0) from standing s join fund_payment p on p.expense_id = s.id where p.bill_id is not null)::text as settled`,
    [fundId, point.asOf, point.knownBefore],
  );
  return {
    planWon: lifetimeExpenses(policies),
    paidWon: won(row?.paid ?? ZERO_WON),
    owedWon: won(BigInt(row?.billed ?? 0) - BigInt(row?.settled ?? 0)),
    clause: policies.find(FUND_POLICIES.lifetimeExpenses)?.clause ?? '',
  };
}

/** A cost of looking into a company, and who bore it. Amounts as text of digits, in won. */
export interface DueDiligenceRow {
  readonly id: string;
  readonly company: string;
  readonly kind: string;
  readonly investment: string | null;
  readonly costWon: string;
  readonly fundWon: string;
  readonly generalPartnerWon: string;
  readonly paidOn: LocalDate | null;
  readonly clause: string;
  readonly voided: boolean;
}

export function listDueDiligence(tx: Tx, fundId: string, point: TimePoint): Promise<DueDiligenceRow[]> {
  return tx.query(
    `select d.id, d.company, d.kind, i.number as investment, d.cost_won::text as "costWon", d.fund_won::text as "fundWon", d.general_partner_won::text as "generalPartnerWon",
            e.paid_on as "paidOn", d.clause, exists (select 1 from fund_expense_void v where v.expense_id = d.expense_id and v.known_at < $2) as voided
       from due_diligence d left join investment i on i.id = d.investment_id left join fund_expense e on e.id = d.expense_id
      where d.fund_id = $1 and d.known_at < $2 order by d.recorded_at desc`,
    [fundId, point.knownBefore],
  );
}
