import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import { won, ZERO_WON } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import type { CashFlow } from '../performance/performance.js';
import { listRelationships } from '../related-party/related-party.query.js';
import { counterpartyIsUnrelated, relatedPath } from '../restriction/related-party.rules.js';
import { restrictionTerms } from '../restriction/restriction.policy.js';
import type { ExitedDeal } from './exit.js';

interface DealRow {
  readonly id: string;
  readonly fundId: string;
  readonly number: string;
  readonly company: string;
  readonly kind: string;
  readonly paidOn: LocalDate;
  readonly amount: string;
  readonly shares: string | null;
  readonly taken: string;
  readonly sold: string;
  readonly voided: boolean;
  readonly lastExitedOn: LocalDate | null;
  readonly fairValue: string | null;
  readonly impairment: string | null;
}

/** A deal of the fund as everything on record leaves it, valued on `on`. Throws `DomainError` invalid at /investmentId. */
export async function getExitedDeal(tx: Tx, fundId: string, investmentId: string, on: LocalDate): Promise<ExitedDeal> {
  const [row] = await tx.query<DealRow[]>(
    `select i.id, i.fund_id as "fundId", i.number, p.name as company, i.kind, i.paid_on as "paidOn", i.amount_won::text as amount,
            -- the shares that a conversion made of it, once all of it is converted
            case when c.converted = 0 then i.shares when c.converted = i.amount_won then c.shares end::text as shares,
            x.taken::text, x.sold::text, x.last as "lastExitedOn", v.fair_value_won::text as "fairValue", v.impairment_won::text as impairment,
            exists (select 1 from investment_void o where o.investment_id = i.id) as voided
       from investment i
       join party p on p.id = i.company_id
       cross join lateral (select coalesce(sum(k.converted_won), 0) as converted, sum(m.shares) as shares
                             from deal_conversion k join investment m on m.id = k.investment_id where k.from_id = i.id) c
       cross join lateral (select coalesce(sum(e.cost_won), 0) as taken, coalesce(sum(e.shares), 0) as sold, max(e.exited_on) as last
                             from investment_exit e where e.investment_id = i.id) x
       left join lateral (select w.fair_value_won, w.impairment_won from valuation w where w.investment_id = i.id and w.valued_on <= $3
                           order by w.valued_on desc, w.known_at desc limit 1) v on true
      where i.id = $2 and i.fund_id = $1`,
    [fundId, investmentId, on],
  );
  if (row === undefined) throw invalidField('/investmentId', 'exit.unknown-deal', { ko: '이 조합의 투자가 아닙니다.', en: 'No such deal of this fund.' });
  const { amount, shares, taken, sold, fairValue, impairment, ...deal } = row;
  return {
    ...deal,
    amountWon: won(amount),
    shares: shares === null ? null : BigInt(shares),
    takenWon: won(taken),
    soldShares: BigInt(sold),
    fairValueWon: fairValue === null ? null : won(fairValue),
    impairmentWon: impairment === null ? ZERO_WON : won(impairment),
  };
}

/** What a deal cost and brought so far, net of fees and taxes, in the order of days. */
export async function flowsOfDeal(tx: Tx, deal: ExitedDeal): Promise<CashFlow[]> {
  const rows: { on: LocalDate; net: string }[] = await tx.query(
    'select exited_on as on, (proceeds_won - expense_won)::text as net from investment_exit where investment_id = $1 order by exited_on, recorded_at',
    [deal.id],
  );
  return [{ on: deal.paidOn, amountWon: won(-deal.amountWon) }, ...rows.map(({ on, net }) => ({ on, amountWon: won(net) }))];
}

/** An exit at one point in both times; amounts as text of digits, in won. */
export interface FundExitRow {
  readonly id: string;
  readonly investmentId: string;
  readonly number: string;
  readonly company: string;
  readonly kind: string;
  readonly exitedOn: LocalDate;
  readonly shares: string | null;
  readonly pricePerShareWon: string | null;
  readonly proceedsWon: string;
  readonly costWon: string;
  readonly expenseWon: string;
  /** Told apart for exits that were recorded here; null for those of a register. */
  readonly feeWon: string | null;
  readonly taxWon: string | null;
  readonly interestWon: string | null;
  readonly escrowWon: string;
  readonly escrowLeftWon: string;
  readonly escrowUntil: LocalDate | null;
  readonly counterparty: string | null;
  readonly note: string | null;
  readonly isEscrow: boolean;
}

export async function listFundExits(tx: Tx, fundId: string, point: TimePoint): Promise<FundExitRow[]> {
  return tx.query(
    `select x.id, x.investment_id as "investmentId", i.number, p.name as company, x.kind, x.exited_on as "exitedOn", x.shares::text, t.price_per_share_won::text as "pricePerShareWon",
            x.proceeds_won::text as "proceedsWon", x.cost_won::text as "costWon", x.expense_won::text as "expenseWon",
            t.fee_won::text as "feeWon", t.tax_won::text as "taxWon", t.interest_won::text as "interestWon", coalesce(t.escrow_won, 0)::text as "escrowWon",
            (coalesce(t.escrow_won, 0) - (select coalesce(sum(r.received_won + r.forfeited_won), 0) from escrow_receipt r
                                           where r.exit_id = x.id and r.settled_on <= $2 and r.known_at < $3))::text as "escrowLeftWon",
            t.escrow_until as "escrowUntil", coalesce(c.name, x.counterparty) as counterparty, x.note,
            exists (select 1 from escrow_receipt r where r.proceeds_id = x.id) as "isEscrow"
       from investment_exit x
       join investment i on i.id = x.investment_id
       join party p on p.id = i.company_id
       left join exit_term t on t.exit_id = x.id
       left join party c on c.id = t.counterparty_id
      where i.fund_id = $1 and x.exited_on <= $2 and x.known_at < $3 order by x.exited_on desc, x.recorded_at desc, x.id`,
    [fundId, point.asOf, point.knownBefore],
  );
}

const LAW = '벤처투자 촉진에 관한 법률 제52조제2항, 시행령 제36조';

/** Whether a buyer is on the side of the general partner or the fund: hard by law, unless every partner agreed beforehand. */
export async function judgeCounterparty(tx: Tx, fundId: string, counterpartyId: string, everyPartnerConsented: boolean, policies: PolicySet, on: LocalDate): Promise<Verdict[]> {
  const [fund] = await tx.query<{ partner: string }[]>('select general_partner_id as partner from fund where id = $1', [fundId]);
  const generalPartnerId = fund?.partner ?? '';
  const { relationships } = await listRelationships(tx, { fundId, generalPartnerId, managedFundIds: [] });
  const terms = restrictionTerms(policies, LAW);
  const path = relatedPath({ fundId, generalPartnerId, counterpartyId }, relationships, terms, on);
  return [counterpartyIsUnrelated(path, everyPartnerConsented, terms).verdict];
}
