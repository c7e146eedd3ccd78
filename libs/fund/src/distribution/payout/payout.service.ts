import { minDate, type LocalDate } from '#libs/calendar';
import type { CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { minWon, type Won } from '#libs/money';
import { EVERYTHING, type FundRow } from '../../fund/fund.query.js';
import { fundPosition } from '../../obligation/fund-position.query.js';
import { cashOnDay } from '../../performance/account/cash.query.js';
import { capitalHistory, type CapitalHistory } from '../../waterfall/history.query.js';
import { interimPayoutStaysWithinPrincipal } from '../../waterfall/interim.rules.js';
import { termsInForce } from '../../waterfall/party/party.query.js';
import type { PartnerAmount, WaterfallTerms } from '../../waterfall/waterfall.js';
import { planDistribution, type PlannedDistribution } from '../../waterfall/waterfall.rules.js';
import { earlierPayoutsAgree, payoutFollowsObligation, payoutStaysWithinCash, recallableIsReturnedCapital, recallableParts, requirePayoutDay, termsClause } from '../distribution.rules.js';

export interface PayoutWish {
  readonly paidOn: LocalDate;
  readonly amountWon: Won;
  readonly recallableWon: Won;
}

/** A payout worked out and judged, before anything is written. */
export interface PayoutDraft {
  readonly history: CapitalHistory;
  readonly terms: WaterfallTerms;
  readonly plan: PlannedDistribution;
  /** By partner; empty where more is asked for than can be called again. */
  readonly recallable: readonly PartnerAmount[];
  readonly cashWon: Won;
  readonly obligationMet: boolean;
  readonly verdicts: readonly Verdict[];
}

/** Works out what the agreement makes of an amount, from everything on record. Under the fund's lock it is what will be paid. */
export async function draftPayout(tx: Tx, context: Pick<CommandContext, 'today'>, fund: FundRow, wish: PayoutWish): Promise<PayoutDraft> {
  const history = await capitalHistory(tx, fund.id, EVERYTHING);
  requirePayoutDay(wish.paidOn, { today: context.today, foundedOn: fund.foundedOn, lastPaidOn: history.paid.at(-1)?.on ?? null });
  const onTheDay = { asOf: wish.paidOn, knownBefore: EVERYTHING.knownBefore };
  const terms = await termsInForce(tx, fund, history.partners, onTheDay);
  const plan = planDistribution(terms, history.partners.map((partner) => partner.id), history.contributions, history.paid, { on: wish.paidOn, amountWon: wish.amountWon });
  const { position } = await fundPosition(tx, fund, onTheDay, minDate(wish.paidOn, context.today));
  const { met: obligationMet, shortfallWon } = position.decisive;
  // Money that came in after the day was not there to be paid, and money that has left since is not there any more.
  const cashWon = minWon(await cashOnDay(tx, fund.id, onTheDay), await cashOnDay(tx, fund.id, EVERYTHING));
  const unreturnedWon = plan.distribution.steps[0]?.limitWon ?? wish.amountWon;
  const clause = termsClause(terms);
  const recallable = recallableIsReturnedCapital(wish.recallableWon, plan, clause);
  const verdicts = [
    payoutStaysWithinCash(wish.amountWon, cashWon),
    interimPayoutStaysWithinPrincipal({ amountWon: wish.amountWon, unreturnedWon, obligationMet }, terms),
    payoutFollowsObligation(obligationMet, shortfallWon, position.rule.clause),
    ...(wish.recallableWon > 0n ? [recallable] : []),
    earlierPayoutsAgree(plan, clause),
  ];
  return { history, terms, plan, recallable: recallable.result === 'BLOCK' ? [] : recallableParts(wish.recallableWon, plan), cashWon, obligationMet, verdicts };
}
