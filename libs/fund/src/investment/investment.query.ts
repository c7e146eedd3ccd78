import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import type { RecognitionStatus } from '../classification/classification.js';
import type { Instrument, InvestmentKind } from './investment.js';

/** An investment with its status at one point in both times. Amounts as text of digits, in won. */
export interface InvestmentRow {
  readonly id: string;
  readonly fundId: string;
  readonly number: string;
  readonly kind: InvestmentKind;
  readonly company: string;
  readonly companyId: string;
  readonly businessNumber: string | null;
  readonly incorporatedOn: LocalDate | null;
  readonly instrument: Instrument;
  readonly amountWon: string;
  readonly outstandingCostWon: string;
  readonly fairValueWon: string | null;
  readonly committeeOn: LocalDate | null;
  readonly paidOn: LocalDate;
  readonly shares: string | null;
  readonly pricePerShareWon: string | null;
  readonly round: string | null;
  readonly route: string | null;
  readonly companyBasis: string | null;
  readonly status: RecognitionStatus;
  readonly decidedEffectiveOn: LocalDate | null;
  readonly warningCount: string;
  readonly voided: boolean;
  /** The contract was undone: it counts as never invested. */
  readonly rescinded: boolean;
  readonly originId: string | null;
  readonly note: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

const INVESTMENT_SELECT = `
  select i.id, i.fund_id as "fundId", i.number, i.kind, y.name as company, i.company_id as "companyId",
         y.business_number as "businessNumber", y.incorporated_on as "incorporatedOn", i.instrument,
         i.amount_won::text as "amountWon",
         (case when i.kind = 'CONVERSION' or v.investment_id is not null then 0
               else i.amount_won - coalesce((select sum(x.cost_won) from investment_exit x
                      where x.investment_id = i.id and x.exited_on <= $2 and x.known_at < $3), 0) end)::text as "outstandingCostWon",
         (select w.fair_value_won::text from valuation w where w.investment_id = i.id and w.valued_on <= $2 and w.known_at < $3
           order by w.valued_on desc, w.known_at desc limit 1) as "fairValueWon",
         i.committee_on as "committeeOn", i.paid_on as "paidOn", i.shares::text, i.price_per_share_won::text as "pricePerShareWon",
         i.round, coalesce(c.route, i.claimed_route) as route, coalesce(c.company_basis, i.company_basis) as "companyBasis",
         case when i.kind = 'CONVERSION' then 'NOT_CLAIMED'
              else coalesce(c.decision, case when i.claimed_route is null then 'NOT_CLAIMED' else 'PENDING' end) end as status,
         c.effective_on as "decidedEffectiveOn",
         (select count(*) from rule_verdict r where r.subject_id = i.id and r.result <> 'PASS' and r.known_at < $3)::text as "warningCount",
         v.investment_id is not null as voided, i.origin_id as "originId",
         exists (select 1 from investment_exit x where x.investment_id = i.id and x.kind = 'RESCISSION' and x.exited_on <= $2 and x.known_at < $3) as rescinded,
         i.note, coalesce(u.name, l.actor_login) as "recordedBy", i.recorded_at as "recordedAt"
    from investment i
    join party y on y.id = i.company_id
    join command_author l on l.id = i.command_id
    left join app_user u on u.id = l.actor_id
    left join investment_void v on v.investment_id = i.id and v.known_at < $3
    left join lateral (select decision, route, company_basis, effective_on from classification c
                        where c.investment_id = i.id and c.effective_on <= $2 and c.known_at < $3
                        order by c.known_at desc, c.id desc limit 1) c on true`;

/** Investments of a fund paid by the point's date and known by its instant, oldest first. */
export async function listInvestments(tx: Tx, fundId: string, point: TimePoint): Promise<InvestmentRow[]> {
  return tx.query(`${INVESTMENT_SELECT} where i.fund_id = $1 and i.paid_on <= $2 and i.known_at < $3 order by i.paid_on, i.number`, [
    fundId,
    point.asOf,
    point.knownBefore,
  ]);
}

/** The same of one company, over all funds that the reader sees. */
export async function listInvestmentsIn(tx: Tx, companyId: string, point: TimePoint): Promise<InvestmentRow[]> {
  return tx.query(`${INVESTMENT_SELECT} where i.company_id = $1 and i.paid_on <= $2 and i.known_at < $3 order by i.paid_on, i.number`, [
    companyId,
    point.asOf,
    point.knownBefore,
  ]);
}

export async function getInvestment(tx: Tx, id: string, point: TimePoint): Promise<InvestmentRow> {
  const rows: InvestmentRow[] = await tx.query(`${INVESTMENT_SELECT} where i.id = $1`, [id, point.asOf, point.knownBefore]);
  if (rows[0] === undefined) throw notFound({ ko: '투자', en: 'investment' }, id);
  return rows[0];
}

export interface VerdictRow extends Verdict {
  readonly subjectId: string;
}

/** Verdicts kept about investments of a fund (or about one of them), in the order in which they were given. */
export async function listVerdicts(tx: Tx, where: { fundId: string; subjectId?: string; failedOnly?: boolean }, knownBefore: Date): Promise<VerdictRow[]> {
  return tx.query(
    `select subject_id as "subjectId", rule, clause, result, json_build_object('ko', text_ko, 'en', text_en) as text, inputs
       from rule_verdict
      where fund_id = $1 and ($2::uuid is null or subject_id = $2) and (not $3 or result <> 'PASS') and known_at < $4
      order by id`,
    [where.fundId, where.subjectId ?? null, where.failedOnly === true, knownBefore],
  );
}

export interface ExitRow {
  readonly investmentId: string;
  readonly kind: string;
  readonly exitedOn: LocalDate;
  readonly proceedsWon: string;
  readonly costWon: string;
  readonly expenseWon: string;
  readonly counterparty: string | null;
}

export async function listExits(tx: Tx, fundId: string, point: TimePoint): Promise<ExitRow[]> {
  return tx.query(
    `select x.investment_id as "investmentId", x.kind, x.exited_on as "exitedOn", x.proceeds_won::text as "proceedsWon",
            x.cost_won::text as "costWon", x.expense_won::text as "expenseWon", x.counterparty
       from investment_exit x join investment i on i.id = x.investment_id
      where i.fund_id = $1 and x.exited_on <= $2 and x.known_at < $3 order by x.exited_on, x.id`,
    [fundId, point.asOf, point.knownBefore],
  );
}
