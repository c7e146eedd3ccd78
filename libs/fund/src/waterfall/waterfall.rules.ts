import { compareDates, type LocalDate } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import { allocate, maxWon, minWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import { hurdleBalance } from './hurdle.rules.js';
import { contributedBy, settle } from './split.rules.js';
import { plus, stepsOf, type PartnerLedger } from './step.rules.js';
import { termsAreUsable, tiersOf, type Tiers } from './tier.rules.js';
import type { Contribution, Distribution, PaidDistribution, PartnerAmount, Payout, WaterfallTerms, WaterfallTotals } from './waterfall.js';

const NOTHING: WaterfallTotals = {
  contributedWon: ZERO_WON,
  returnedWon: ZERO_WON,
  preferredWon: ZERO_WON,
  catchUpWon: ZERO_WON,
  splitWon: ZERO_WON,
  carryWon: ZERO_WON,
  investorsWon: ZERO_WON,
};

/**
 * Every distribution since inception as the agreement wants it: whole fund, capital first, then the hurdle as a rate of
 * return, then the catch-up if there is one, then the split. Nothing is carried over from an earlier computation: facts
 * that came to be known later change all that follows. On one day capital comes in before money goes out. Throws
 * `DomainError` invalid for unusable terms and for a distribution before anything was paid in.
 * Source: docs/domain.md §2.10 (European waterfall, KVCA practice).
 */
export function runWaterfall(terms: WaterfallTerms, partners: readonly string[], contributions: readonly Contribution[], payouts: readonly Payout[]): Distribution[] {
  termsAreUsable(terms);
  const ordered = [...payouts].sort((left, right) => compareDates(left.on, right.on));
  const received: { on: LocalDate; amountWon: Won }[] = [];
  let totals = NOTHING;
  let ledger: PartnerLedger = { capital: partners.map(() => ZERO_WON), profit: partners.map(() => ZERO_WON) };
  return ordered.map(({ on, amountWon }) => {
    const contributed = contributedBy(contributions, partners, on);
    const before = { ...totals, contributedWon: sumWon(contributed) };
    if (before.contributedWon === 0n && amountWon > 0n) throw nothingPaidIn(on);
    const hurdleBalanceWon = hurdleBalance(contributions, received, terms.hurdle, terms.dayCount, on);
    const tiers = tiersOf(amountWon, before, hurdleBalanceWon, terms);
    const divided = stepsOf(tiers, ledger, { partners, contributed, before, hurdleBalanceWon, terms });
    const byPartner = partners.map((partnerId, index) => ({ partnerId, amountWon: sumWon(divided.steps.map((step) => step.byPartner[index]?.amountWon ?? ZERO_WON)) }));
    const carryWon = won(tiers.catchUpCarryWon + tiers.splitCarryWon);
    ledger = divided.ledger;
    totals = after(before, tiers, amountWon, carryWon);
    received.push({ on, amountWon: subtractWon(amountWon, carryWon) });
    const totalsByPartner = named(partners, plus(ledger.capital, ledger.profit));
    return { on, amountWon, hurdleBalanceWon, steps: divided.steps, carryWon, byPartner, totals, totalsByPartner };
  });
}

function after(before: WaterfallTotals, tiers: Tiers, amountWon: Won, carryWon: Won): WaterfallTotals {
  return {
    contributedWon: before.contributedWon,
    returnedWon: won(before.returnedWon + tiers.capitalWon),
    preferredWon: won(before.preferredWon + tiers.preferredWon),
    catchUpWon: won(before.catchUpWon + tiers.catchUpWon),
    splitWon: won(before.splitWon + tiers.splitWon),
    carryWon: won(before.carryWon + carryWon),
    investorsWon: won(before.investorsWon + amountWon - carryWon),
  };
}

/** A distribution to be paid: what the agreement says of it, and what is paid once earlier ones are set right. */
export interface PlannedDistribution {
  /** Its steps, as if every earlier distribution had been paid as today's facts want it. */
  readonly distribution: Distribution;
  readonly carryWon: Won;
  readonly carryByPartner: readonly PartnerAmount[];
  readonly byPartner: readonly PartnerAmount[];
  /** Carry paid earlier beyond what today's facts give; withheld from this carry first, the rest stands until the clawback. */
  readonly overpaidCarryWon: Won;
  /** What is paid differs from the steps because earlier distributions were paid otherwise. */
  readonly setsEarlierRight: boolean;
}

/**
 * Plans the next distribution: recomputed from inception, less what has been paid. A difference that older payments left
 * is set right out of this money alone; nobody pays back before the end (see `carryClawback`).
 */
export function planDistribution(
  terms: WaterfallTerms,
  partners: readonly string[],
  contributions: readonly Contribution[],
  paid: readonly PaidDistribution[],
  next: Payout,
): PlannedDistribution {
  const earlier = paid.map((each) => ({ on: each.on, amountWon: won(each.carryWon + sumWon(each.byPartner.map((part) => part.amountWon))) }));
  const distribution = runWaterfall(terms, partners, contributions, [...earlier, next]).at(-1);
  if (distribution === undefined || distribution.on !== next.on) throw outOfOrder(next.on);
  const carryPaid = sumWon(paid.map((each) => each.carryWon));
  const carryWon = minWon(next.amountWon, maxWon(ZERO_WON, subtractWon(distribution.totals.carryWon, carryPaid)));
  const got = partners.map((partner) => sumWon(paid.flatMap((each) => each.byPartner.filter((part) => part.partnerId === partner).map((part) => part.amountWon))));
  const shares = settle(subtractWon(next.amountWon, carryWon), distribution.totalsByPartner.map((each) => each.amountWon), got);
  const weights = terms.carriedPartners.map((each) => each.weight);
  return {
    distribution,
    carryWon,
    carryByPartner: named(terms.carriedPartners.map((each) => each.partnerId), carryWon === 0n ? weights.map(() => ZERO_WON) : allocate(carryWon, weights)),
    byPartner: named(partners, shares),
    overpaidCarryWon: maxWon(ZERO_WON, subtractWon(carryPaid, distribution.totals.carryWon)),
    setsEarlierRight: carryWon !== distribution.carryWon || shares.some((share, index) => share !== distribution.byPartner[index]?.amountWon),
  };
}

function named(partners: readonly string[], amounts: readonly Won[]): PartnerAmount[] {
  return partners.map((partnerId, index) => ({ partnerId, amountWon: amounts[index] ?? ZERO_WON }));
}

function nothingPaidIn(on: LocalDate): DomainError {
  return new DomainError('rule_broken', 'waterfall.nothing-paid-in', {
    ko: `${on}까지 납입된 출자금이 없어 분배할 수 없습니다. 출자금 납입을 먼저 기록하십시오.`,
    en: `Nothing was paid in by ${on}, so nothing can be distributed. Record the capital receipts first.`,
  });
}

function outOfOrder(on: LocalDate): DomainError {
  return new DomainError('rule_broken', 'waterfall.out-of-order', {
    ko: `${on} 뒤에 지급한 분배가 있습니다. 분배일은 마지막 분배일 이후여야 합니다.`,
    en: `A distribution was paid after ${on}. A new one is dated on or after the last.`,
  });
}
