import type { LocalDate } from '#libs/calendar';
import type { CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { won, type Won } from '#libs/money';
import { EVERYTHING, type FundRow } from '../fund/fund.query.js';
import { performanceOf } from '../performance/performance.query.js';
import { requirePayoutDay, termsClause } from '../distribution/distribution.rules.js';
import { carryClawback, type CarryClawback } from '../waterfall/clawback.rules.js';
import { capitalHistory, type CapitalHistory } from '../waterfall/history.query.js';
import { termsInForce } from '../waterfall/party/party.query.js';
import type { PartnerAmount, WaterfallTerms } from '../waterfall/waterfall.js';
import { clawbackComesAtTheEnd, returnedCarry, taxStaysWithinCarry } from './carry.rules.js';

/** What each general partner received as carry and kept, by the end of the point's date; in won. */
export async function carryByPartner(tx: Tx, fundId: string, point: TimePoint): Promise<PartnerAmount[]> {
  const rows: { partnerId: string; amount: string }[] = await tx.query(
    `select c.partner_id as "partnerId", sum(c.amount_won)::text as amount
       from carry_payment c join distribution_run r on r.id = c.run_id join fund_partner p on p.id = c.partner_id
      where r.fund_id = $1 and r.paid_on <= $2 and c.known_at < $3 group by c.partner_id, p.ordinal order by p.ordinal`,
    [fundId, point.asOf, point.knownBefore],
  );
  return rows.map(({ partnerId, amount }) => ({ partnerId, amountWon: won(amount) }));
}

/** A clawback worked out and judged, before anything is written. */
export interface ClawbackDraft {
  readonly history: CapitalHistory;
  readonly terms: WaterfallTerms;
  readonly computed: CarryClawback;
  readonly fromPartners: readonly PartnerAmount[];
  readonly verdicts: readonly Verdict[];
}

export async function draftClawback(tx: Tx, context: Pick<CommandContext, 'today'>, fund: FundRow, end: { readonly paidOn: LocalDate; readonly taxWon: Won }): Promise<ClawbackDraft> {
  const history = await capitalHistory(tx, fund.id, EVERYTHING);
  requirePayoutDay(end.paidOn, { today: context.today, foundedOn: fund.foundedOn, lastPaidOn: history.paid.at(-1)?.on ?? null });
  const onTheDay = { asOf: end.paidOn, knownBefore: EVERYTHING.knownBefore };
  const terms = await termsInForce(tx, fund, history.partners, onTheDay);
  const computed = carryClawback(terms, history.partners.map((partner) => partner.id), history.contributions, history.paid, { on: end.paidOn, taxWon: end.taxWon });
  const { outstandingCostWon } = await performanceOf(tx, fund, onTheDay);
  const clause = termsClause(terms);
  return {
    history,
    terms,
    computed,
    fromPartners: returnedCarry(computed.clawbackWon, await carryByPartner(tx, fund.id, EVERYTHING)),
    verdicts: [clawbackComesAtTheEnd(outstandingCostWon, clause), taxStaysWithinCarry(end.taxWon, computed.carryPaidWon, clause)],
  };
}
