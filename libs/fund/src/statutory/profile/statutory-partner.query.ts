import { addYears, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { won, ZERO_WON } from '#libs/money';
import { policiesInForce } from '#libs/policy';
import { FUND_POLICIES } from '../../fund/fund.policy.js';
import type { FundRow } from '../../fund/fund.query.js';
import type { Instrument } from '../../investment/investment.js';
import { STANDING_DEALS } from '../../obligation/obligation.query.js';
import type { FundPurpose, GeneralPartnerKind, StatutoryDeal, StatutoryFund, StatutoryPartner, StatutoryTarget } from '../statutory.js';

/** Who manages, as the statute looks at them, with what was recorded of them. */
export interface ProfiledPartner extends StatutoryPartner {
  readonly name: string;
  /** Nobody has recorded what kind of manager it is: the general case is assumed. */
  readonly assumed: boolean;
  /** Some of its funds lie outside of what the asker may see. */
  readonly partial: boolean;
}

/** The managers of these funds with all of their funds and deals that can be seen, as the statute looks at them at one point in both times. */
export async function statutoryPartners(tx: Tx, funds: readonly FundRow[], point: TimePoint): Promise<ProfiledPartner[]> {
  const registered = await statutoryFunds(tx, funds, point);
  const ids = [...new Set(funds.flatMap((fund) => fund.generalPartnerIds))];
  const rows: PartnerRow[] = await tx.query(
    `select y.id, y.name, p.kind, p.own_capital_won::text as "ownCapital", mandate_fund_count('GENERAL_PARTNER', y.id, $2, $3) as "fundCount"
       from party y
       left join lateral (select kind, own_capital_won from general_partner_profile g
                           where g.general_partner_id = y.id and g.effective_from <= $2 and g.known_at < $3
                           order by g.effective_from desc, g.known_at desc limit 1) p on true
      where y.id = any($1::uuid[]) order by y.name, y.id`,
    [ids, point.asOf, point.knownBefore],
  );
  return rows.map(({ id, name, kind, ownCapital, fundCount }) => {
    const own = funds.filter((fund) => fund.generalPartnerIds.includes(id));
    return {
      generalPartnerId: id,
      name,
      kind: kind ?? 'OTHER',
      assumed: kind === null,
      partial: fundCount > own.length,
      ownCapitalWon: ownCapital === null ? ZERO_WON : won(ownCapital),
      // Deals of the company's own are not in these books: its capital raises the base, and what it did itself is asked of it elsewhere.
      ownDeals: [],
      funds: own.flatMap((fund) => registered.get(fund.id) ?? []),
    };
  });
}

interface PartnerRow {
  readonly id: string;
  readonly name: string;
  readonly kind: GeneralPartnerKind | null;
  readonly ownCapital: string | null;
  readonly fundCount: number;
}

/** The registered ones of these funds as the statute looks at them, by id. */
async function statutoryFunds(tx: Tx, funds: readonly FundRow[], point: TimePoint): Promise<Map<string, StatutoryFund>> {
  const ids = funds.map((fund) => fund.id);
  const profiles: ProfileRow[] = await tx.query(
    `select distinct on (fund_id) fund_id as "fundId", purpose, special_ratio as "specialRatio", grace_to as "graceTo"
       from statutory_profile where fund_id = any($1::uuid[]) and effective_from <= $2 and known_at < $3
      order by fund_id, effective_from desc, known_at desc`,
    [ids, point.asOf, point.knownBefore],
  );
  const deals = await statutoryDeals(tx, ids, point);
  return new Map(
    funds.flatMap((fund): [string, StatutoryFund][] => {
      if (fund.registeredOn === null) return [];
      const profile = profiles.find((each) => each.fundId === fund.id);
      const { purpose, specialRatio, graceTo } = profile ?? { purpose: 'GENERAL' as const, specialRatio: false, graceTo: null };
      return [[fund.id, { fundId: fund.id, registeredOn: fund.registeredOn, committedWon: fund.committedWon, purpose, specialRatio, graceTo, deals: deals.get(fund.id) ?? [] }]];
    }),
  );
}

interface ProfileRow {
  readonly fundId: string;
  readonly purpose: FundPurpose;
  readonly specialRatio: boolean;
  readonly graceTo: LocalDate | null;
}

interface DealRow {
  readonly fundId: string;
  readonly amountWon: string;
  readonly paidOn: LocalDate;
  readonly instrument: Instrument;
  readonly newlyIssued: boolean | null;
  readonly unsecured: boolean | null;
  readonly listed: boolean | null;
  readonly target: StatutoryTarget | null;
  readonly companyBasis: string | null;
  readonly incorporatedOn: LocalDate | null;
}

async function statutoryDeals(tx: Tx, fundIds: readonly string[], point: TimePoint): Promise<Map<string, StatutoryDeal[]>> {
  const policies = await policiesInForce(tx, ['*'], point.asOf, point.knownBefore);
  const startupYears = policies.integer(FUND_POLICIES.startupYears, 0);
  const rows: DealRow[] = await tx.query(
    `with deal as (${STANDING_DEALS})
     select d.fund_id as "fundId", d.amount_won::text as "amountWon", d.paid_on as "paidOn", i.instrument, t.newly_issued as "newlyIssued", t.unsecured, t.listed,
            t.statutory_target as target, i.company_basis as "companyBasis", y.incorporated_on as "incorporatedOn"
       from deal d join investment i on i.id = d.id join party y on y.id = i.company_id left join deal_term t on t.investment_id = d.id`,
    [fundIds, point.asOf, point.knownBefore],
  );
  const deals = new Map<string, StatutoryDeal[]>();
  for (const row of rows) {
    const known = deals.get(row.fundId);
    if (known === undefined) deals.set(row.fundId, [statutoryDeal(row, startupYears)]);
    else known.push(statutoryDeal(row, startupYears));
  }
  return deals;
}

/** Of an imported deal nobody recorded terms: the usual is assumed, and what the company is follows from its basis or its age. */
function statutoryDeal(row: DealRow, startupYears: number): StatutoryDeal {
  return {
    amountWon: won(row.amountWon),
    paidOn: row.paidOn,
    instrument: row.instrument,
    newlyIssued: row.newlyIssued ?? row.instrument !== 'SECONDARY',
    unsecured: row.unsecured ?? true,
    listedWhenPaid: row.listed ?? false,
    target: row.target ?? assumedTarget(row, startupYears),
    incorporatedOn: row.incorporatedOn,
  };
}

const TARGET_OF_BASIS: Readonly<Record<string, StatutoryTarget>> = { STARTUP: 'STARTUP', VENTURE: 'VENTURE_FIRM', INNOBIZ: 'INNOVATIVE_SME' };

function assumedTarget({ instrument, companyBasis, incorporatedOn, paidOn }: DealRow, startupYears: number): StatutoryTarget | null {
  if (instrument === 'PROJECT') return 'SME_PROJECT';
  const byBasis = companyBasis === null ? undefined : TARGET_OF_BASIS[companyBasis];
  if (byBasis !== undefined) return byBasis;
  return incorporatedOn !== null && paidOn <= addYears(incorporatedOn, startupYears) ? 'STARTUP' : null;
}
