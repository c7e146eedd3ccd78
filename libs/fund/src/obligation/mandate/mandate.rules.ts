import { addDays, inclusiveDays, type LocalDate } from '#libs/calendar';
import { maxWon, meetsRatio, minWon, requiredAmount, subtractWon, sumWon, truncatedPercent, won, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import { baseWon, investableWon } from '../obligation.rules.js';
import type { ObligationRule } from '../obligation.js';
import { isOfClass } from './deal-class.rules.js';
import type { MandateFund, MandatePosition, MandateRule, MandateTarget, MandateVerdict, NeededBy } from './mandate.js';

/** A day on which a rule is tested, and for what. */
interface TestDay {
  readonly on: LocalDate;
  readonly ratioBasisPoints: BasisPoints;
}

/** Paces beyond a century ahead are not a date anybody plans by. */
const LONGEST_DAYS = 36_525;

/** Where every rule stands by itself, as of a day: the facts are those of that day. Decided in whole won. */
export function mandatePositions(rules: readonly MandateRule[], funds: readonly MandateFund[], asOf: LocalDate): MandatePosition[] {
  return rules.map((rule) => mandatePosition(rule, fundsOf(rule, funds), asOf));
}

/** The funds whose deals a rule counts together. */
export function fundsOf(rule: Pick<MandateRule, 'level' | 'key'>, funds: readonly MandateFund[]): MandateFund[] {
  return funds.filter((fund) => {
    if (rule.level === 'FUND') return fund.fundId === rule.key;
    return rule.level === 'PROGRAMME' ? fund.programmeId === rule.key : fund.generalPartnerIds.includes(rule.key);
  });
}

/** The single obligation of a fund as one rule of a mandate, so that it can be judged together with others. */
export function obligationAsMandate(rule: ObligationRule, fundId: string, startsOn: LocalDate, counts: MandateRule['counts']): MandateRule {
  const name = { ko: '주목적 투자', en: 'Main-purpose investment' };
  return { ...rule, id: rule.version, name, counts, stakePartnerId: null, level: 'FUND', key: fundId, startsOn, graceDays: 0, cureDays: 0 };
}

function mandatePosition(rule: MandateRule, funds: readonly MandateFund[], asOf: LocalDate): MandatePosition {
  const countedWon = counted(rule, funds, false);
  const base = baseOver(rule, funds, rule.denominator);
  const due = lastTest(rule, asOf);
  const ratio = due?.ratioBasisPoints ?? finalRatio(rule);
  const requiredWon = requiredAmount(base, ratio);
  const met = meetsRatio(countedWon, base, ratio);
  const target = targetOf(rule, funds, asOf);
  const headroomWon = ownHeadroom(rule, funds, countedWon, target, met);
  const reachable = subtractWon(remaining(funds), lacking(target.requiredWon, countedWon)) >= 0n;
  return {
    rule,
    fundIds: funds.map((fund) => fund.fundId),
    baseWon: base,
    countedWon,
    pendingWon: subtractWon(counted(rule, funds, true), countedWon),
    ratioPercent: truncatedPercent(countedWon, base),
    requiredWon,
    shortfallWon: lacking(requiredWon, countedWon),
    met,
    neededBy: neededBy(rule, base, countedWon, asOf),
    reachedOn: reachedOn(rule, requiredAmount(base, finalRatio(rule)), countedWon, asOf),
    headroomWon,
    reachable,
    verdict: verdict(rule, { due, met, base, countedWon, reachable }, asOf),
    target,
  };
}

function counted(rule: MandateRule, funds: readonly MandateFund[], ifAccepted: boolean): Won {
  const deals = funds.flatMap((fund) => fund.deals).filter((deal) => isOfClass((ifAccepted ? deal.traitsIfAccepted : null) ?? deal.traits, rule.counts));
  return sumWon(deals.map((deal) => (rule.measure === 'CUMULATIVE_COST' ? deal.amountWon : deal.outstandingWon)));
}

/** What funds bring together; a fixed amount is the rule's own and stands once, however many funds it counts. */
function baseOver(rule: MandateRule, funds: readonly MandateFund[], basis: MandateRule['denominator']): Won {
  if (basis === 'FIXED_AMOUNT') return rule.fixedBaseWon ?? ZERO_WON;
  return sumWon(funds.map((fund) => baseOf(rule, fund, basis)));
}

function baseOf(rule: MandateRule, fund: MandateFund, basis: MandateRule['denominator']): Won {
  if (basis !== 'PARTNER_STAKE') return baseWon(basis, rule, fund.facts);
  return rule.stakePartnerId === null ? ZERO_WON : (fund.stakes.get(rule.stakePartnerId) ?? ZERO_WON);
}

const remaining = (funds: readonly MandateFund[]): Won => sumWon(funds.map((fund) => investableWon(fund.facts).remaining));
const lacking = (required: Won, countedWon: Won): Won => maxWon(ZERO_WON, subtractWon(required, countedWon));

function tests(rule: MandateRule): readonly TestDay[] {
  switch (rule.test.kind) {
    case 'BY_DEADLINE':
      return [{ on: rule.test.deadlineOn, ratioBasisPoints: rule.ratioBasisPoints }];
    case 'MILESTONES':
      return rule.test.milestones;
    case 'AT_ALL_TIMES':
      return [];
  }
}

const finalRatio = (rule: MandateRule): BasisPoints => tests(rule).at(-1)?.ratioBasisPoints ?? rule.ratioBasisPoints;
const lastTest = (rule: MandateRule, asOf: LocalDate): TestDay | null => tests(rule).filter((test) => test.on <= asOf).at(-1) ?? null;
const lastDayOf = (rule: MandateRule, test: TestDay): LocalDate => addDays(test.on, rule.graceDays + rule.cureDays);

function targetOf(rule: MandateRule, funds: readonly MandateFund[], asOf: LocalDate): MandateTarget {
  const moves = rule.denominator === 'INVESTED';
  const inTheEnd = rule.denominator === 'PAID_IN' ? 'COMMITTED' : rule.denominator;
  const base = baseOver(rule, funds, inTheEnd);
  const ratio = finalRatio(rule);
  const last = tests(rule).at(-1);
  return {
    ratioBasisPoints: ratio,
    moves,
    requiredWon: requiredAmount(moves ? won(base + remaining(funds)) : base, ratio),
    open: last === undefined || asOf < last.on || asOf < lastDayOf(rule, last),
  };
}

/**
 * What may still go to deals outside the class: what remains less what is lacking in the end. A rule that holds at all
 * times on invested capital must hold right after the deal as well.
 */
function ownHeadroom(rule: MandateRule, funds: readonly MandateFund[], countedWon: Won, target: MandateTarget, met: boolean): Won {
  const left = subtractWon(remaining(funds), lacking(target.requiredWon, countedWon));
  if (rule.test.kind !== 'AT_ALL_TIMES' || !target.moves || left <= 0n) return left;
  if (!met) return ZERO_WON;
  const ratio = BigInt(rule.ratioBasisPoints);
  const invested = sumWon(funds.map((fund) => fund.facts.investedWon));
  return ratio === 0n ? left : minWon(left, won((countedWon * 10_000n) / ratio - invested));
}

function neededBy(rule: MandateRule, base: Won, countedWon: Won, asOf: LocalDate): NeededBy | null {
  const days = rule.test.kind === 'AT_ALL_TIMES' ? [{ on: asOf, ratioBasisPoints: rule.ratioBasisPoints }] : tests(rule);
  const open = days.filter((test) => test.on >= asOf || asOf < lastDayOf(rule, test));
  for (const { on, ratioBasisPoints } of open) {
    const requiredWon = requiredAmount(base, ratioBasisPoints);
    if (requiredWon > countedWon) return { on, ratioBasisPoints, requiredWon, neededWon: subtractWon(requiredWon, countedWon) };
  }
  return null;
}

/** Straight on from the first day: required ÷ counted × days so far, rounded up. */
function reachedOn(rule: MandateRule, required: Won, countedWon: Won, asOf: LocalDate): LocalDate | null {
  if (countedWon <= 0n || asOf < rule.startsOn) return null;
  const days = (required * BigInt(inclusiveDays(rule.startsOn, asOf)) + countedWon - 1n) / countedWon;
  return days > LONGEST_DAYS ? null : addDays(rule.startsOn, Math.max(0, Number(days) - 1));
}

interface Standing {
  readonly due: TestDay | null;
  readonly met: boolean;
  readonly base: Won;
  readonly countedWon: Won;
  readonly reachable: boolean;
}

function verdict(rule: MandateRule, { due, met, base, countedWon, reachable }: Standing, asOf: LocalDate): MandateVerdict {
  if (rule.test.kind === 'AT_ALL_TIMES') return met ? 'MET' : 'NOT_MET';
  if (due !== null && !met) {
    if (asOf >= lastDayOf(rule, due)) return 'NOT_MET';
    if (!reachable) return 'UNREACHABLE';
    return asOf < addDays(due.on, rule.graceDays) ? 'IN_GRACE' : 'CURABLE';
  }
  if (meetsRatio(countedWon, base, finalRatio(rule))) return 'MET';
  return reachable ? 'IN_PROGRESS' : 'UNREACHABLE';
}
