import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { subtractWon, won, type Won } from '#libs/money';
import { withRecognition } from '../../deal/deal-trait.rules.js';
import { listDealTraits } from '../../deal/deal-trait.query.js';
import type { FundRow } from '../../fund/fund.query.js';
import type { MandateDeal, MandateFund, MandateRule, Traits } from '../mandate/mandate.js';
import { obligationAsMandate } from '../mandate/mandate.rules.js';
import { STANDING_DEALS } from '../obligation.query.js';
import { fundPositions, type FundPosition } from '../fund-position.query.js';

/** A fund with its deals as rules of a mandate look at them, and its main obligation as one of these rules. */
export interface FundMandate extends FundPosition {
  readonly mandate: Omit<MandateFund, 'deals'> & { readonly deals: readonly StandingDeal[] };
  readonly main: MandateRule;
}

/** What counts for the main obligation of a fund: deals that are recognised. */
const RECOGNISED = { kind: 'TRAIT', dimension: 'purpose', values: ['PUBLIC_TECHNOLOGY'] } as const;

/** The main obligation of a fund has no row of its own: it is a term of the agreement. */
export const mainRuleId = (fundId: string): string => `main:${fundId}`;

/** Long enough that no last day passes. */
const FOR_EVER = 36_525;

/**
 * The rules as a new deal meets them: the main obligation bars what puts it further out of reach also after its last day, as
 * `obligationStaysReachable` does.
 */
export const asJudged = (rules: readonly MandateRule[]): MandateRule[] => rules.map((rule) => (rule.id.startsWith('main:') ? { ...rule, graceDays: FOR_EVER } : rule));

/** The funds as mandates look at them at one point in both times, in a handful of questions however many they are. */
export async function fundMandates(tx: Tx, funds: readonly FundRow[], point: TimePoint, rulesOn?: LocalDate): Promise<FundMandate[]> {
  const ids = funds.map((fund) => fund.id);
  const positions = await fundPositions(tx, funds, point, rulesOn);
  const [deals, stakes] = [await standingDeals(tx, ids, point), await stakesOf(tx, ids, point)];
  return positions.map((each) => {
    const { fund, position } = each;
    const own = stakes.filter((stake) => stake.fundId === fund.id);
    const mandate = {
      fundId: fund.id,
      programmeId: fund.programmeId,
      generalPartnerIds: fund.generalPartnerIds,
      facts: position.facts,
      stakes: new Map(own.map((stake) => [stake.id, won(stake.commitment)])),
      deals: deals.get(fund.id) ?? [],
    };
    return { ...each, mandate, main: { ...obligationAsMandate(position.rule, fund.id, fund.investmentFrom, RECOGNISED), id: mainRuleId(fund.id) } };
  });
}

/** A deal that counts somewhere, with its place in the books. */
export interface StandingDeal extends MandateDeal {
  readonly investmentId: string;
}

interface DealRow {
  readonly id: string;
  readonly fund_id: string;
  readonly amount_won: string;
  readonly exited_cost: string;
  readonly route: string | null;
  readonly status: string;
}

async function standingDeals(tx: Tx, fundIds: readonly string[], point: TimePoint): Promise<Map<string, StandingDeal[]>> {
  const rows: DealRow[] = await tx.query(STANDING_DEALS, [fundIds, point.asOf, point.knownBefore]);
  const traits = await listDealTraits(tx, fundIds, point);
  const deals = new Map<string, StandingDeal[]>();
  for (const row of rows) {
    const deal = standingDeal(row, traits.get(row.id) ?? {});
    const known = deals.get(row.fund_id);
    if (known === undefined) deals.set(row.fund_id, [deal]);
    else known.push(deal);
  }
  return deals;
}

function standingDeal(row: DealRow, traits: Traits): StandingDeal {
  const amountWon: Won = won(row.amount_won);
  return {
    investmentId: row.id,
    fundId: row.fund_id,
    amountWon,
    outstandingWon: subtractWon(amountWon, won(row.exited_cost)),
    traits,
    traitsIfAccepted: row.status === 'PENDING' && row.route !== null ? withRecognition(traits, row.route) : null,
  };
}

interface PartnerStake {
  readonly id: string;
  readonly fundId: string;
  readonly commitment: string;
}

/** What each partner holds, with what changed hands by the point. */
async function stakesOf(tx: Tx, fundIds: readonly string[], point: TimePoint): Promise<PartnerStake[]> {
  return tx.query(
    `select p.id, p.fund_id as "fundId",
            (p.commitment_won + (select coalesce(sum(case when t.to_id = p.id then t.commitment_won else -t.commitment_won end), 0)
                                   from commitment_transfer t where p.id in (t.from_id, t.to_id) and t.effective_on <= $2 and t.known_at < $3))::text as commitment
       from fund_partner p where p.fund_id = any($1::uuid[]) and p.known_at < $3`,
    [fundIds, point.asOf, point.knownBefore],
  );
}
