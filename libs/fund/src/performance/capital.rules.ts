import { daysBetween, type LocalDate } from '#libs/calendar';
import { subtractWon, sumWon, won, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import { overdueInterest } from '../capital-call/capital-call.rules.js';
import type { CallPaymentFact, DistributionFact, ExitFact, RegisterFacts } from '../register/register.js';
import type { DistributionSummary, ExitSummary, UnpaidCall } from './performance.js';

/** What partners paid in by the end of a day. */
export function paidInBy(payments: readonly CallPaymentFact[], fund: string, asOf: LocalDate): Won {
  return sumWon(receiptsBy(payments, fund, asOf).map(amountOf));
}

/** What each partner paid in by the end of a day, in the order of the partners; zero for one who has not. */
export function paidInByPartner(facts: Pick<RegisterFacts, 'partners' | 'callPayments'>, fund: string, asOf: LocalDate): ReadonlyMap<string, Won> {
  const receipts = receiptsBy(facts.callPayments, fund, asOf);
  const partners = facts.partners.filter((partner) => partner.fund === fund);
  return new Map(partners.map(({ name }) => [name, sumWon(receipts.filter((receipt) => receipt.partner === name).map(amountOf))]));
}

const amountOf = (receipt: CallPaymentFact): Won => receipt.receivedWon ?? ZERO_WON;

/** Receipts of a fund by the end of a day. */
export function receiptsBy(payments: readonly CallPaymentFact[], fund: string, asOf: LocalDate): CallPaymentFact[] {
  return payments.filter((payment) => payment.fund === fund && payment.receivedWon !== null && payment.valueOn !== null && payment.valueOn <= asOf);
}

/** Calls that were out by the end of a day and not paid in full, with the interest on what is overdue. `rate` is a year's. */
export function unpaidCalls(payments: readonly CallPaymentFact[], fund: string, asOf: LocalDate, rate: BasisPoints): UnpaidCall[] {
  const shares = new Map<string, CallPaymentFact[]>();
  for (const payment of payments.filter((each) => each.fund === fund)) {
    const key = `${payment.call}|${payment.partner}`;
    shares.set(key, [...(shares.get(key) ?? []), payment]);
  }
  return [...shares.values()].flatMap((rows) => unpaidShare(rows, asOf, rate)).sort((left, right) => left.call - right.call);
}

function unpaidShare(rows: readonly CallPaymentFact[], asOf: LocalDate, rate: BasisPoints): UnpaidCall[] {
  const carrying = rows.find((row) => row.calledWon !== null);
  if (carrying === undefined || (carrying.noticeOn ?? carrying.dueOn) > asOf) return [];
  const { call, partner, dueOn } = carrying;
  const calledWon = sumWon(rows.map((row) => row.calledWon ?? ZERO_WON));
  const receivedWon = sumWon(rows.filter((row) => row.valueOn !== null && row.valueOn <= asOf).map(amountOf));
  const unpaidWon = subtractWon(calledWon, receivedWon);
  if (unpaidWon <= 0n) return [];
  const overdueDays = Math.max(0, daysBetween(dueOn, asOf));
  return [{ call, partner, dueOn, calledWon, receivedWon, unpaidWon, overdueDays, overdueInterestWon: overdueInterest(unpaidWon, dueOn, asOf, rate) }];
}

/** Exits of a fund by the end of a day, by type in the order of first appearance. */
export function exitsByKind(exits: readonly ExitFact[], fund: string, asOf: LocalDate): ExitSummary[] {
  const standing = exits.filter((exit) => exit.fund === fund && exit.exitedOn <= asOf);
  return [...new Set(standing.map((exit) => exit.kind))].map((kind) => {
    const list = standing.filter((exit) => exit.kind === kind);
    const proceedsWon = sumWon(list.map((exit) => exit.proceedsWon));
    const costWon = sumWon(list.map((exit) => exit.costWon));
    // What of a sale was held back and came later takes neither cost nor shares: it is no exit of its own.
    const count = list.filter((exit) => exit.costWon > 0n || exit.shares !== null).length;
    return { kind, count, proceedsWon, costWon, gainWon: subtractWon(proceedsWon, costWon) };
  });
}

/** Distributions of a fund by the end of a day, by number, with what each partner got. */
export function distributionsByNumber(distributions: readonly DistributionFact[], fund: string, asOf: LocalDate): DistributionSummary[] {
  const paid = distributions.filter((each) => each.fund === fund && each.paidOn <= asOf);
  const numbers = [...new Set(paid.map((each) => each.number))].sort((left, right) => left - right);
  return numbers.map((number) => {
    const list = paid.filter((each) => each.number === number);
    const byPartner = new Map<string, Won>();
    for (const { partner, amountWon } of list) byPartner.set(partner, won((byPartner.get(partner) ?? 0n) + amountWon));
    return { number, totalWon: sumWon(list.map((each) => each.amountWon)), byPartner };
  });
}
