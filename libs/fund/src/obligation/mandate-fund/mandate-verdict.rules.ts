import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { formatWon, won, type Won } from '#libs/money';
import { isOfClass } from '../mandate/deal-class.rules.js';
import { fundsOf } from '../mandate/mandate.rules.js';
import type { MandateFund, MandateRule, Traits } from '../mandate/mandate.js';
import { dealRoom, mandateAdmits, mandateOutlook } from '../mandate/outlook.rules.js';

/** A deal before the rules of all levels at once. */
export interface DealBeforeMandates {
  readonly fundId: string;
  readonly amountWon: Won;
  /** What is certain of it: a claim that is not decided gives no recognition. */
  readonly traits: Traits;
}

export interface MandatesBeforeDeal {
  readonly rules: readonly MandateRule[];
  readonly funds: readonly MandateFund[];
  readonly partial: boolean;
}

/**
 * A deal leaves every rule of the fund, its manager and its programme within reach, all of them together. Where they cannot be
 * met any more, only a deal that makes nothing worse is let through, with a warning.
 */
export function mandatesStayReachable(deal: DealBeforeMandates, mandates: MandatesBeforeDeal, today: LocalDate, otherwise: 'WARN' | 'BLOCK'): Verdict {
  const { rules, funds, partial } = mandates;
  if (partial) return beyondSight(deal, rules);
  const room = dealRoom(rules, funds, today, deal);
  const admitted = mandateAdmits(rules, funds, today, deal);
  const clause = clauseOf(rules, room.binding);
  const inputs = { amountWon: `${deal.amountWon}`, roomWon: room.headroomWon === null ? null : `${room.headroomWon}`, binding: [...room.binding], rules: rules.map((rule) => rule.version) };
  if (admitted) {
    return { rule: 'mandates-stay-reachable', clause, result: 'PASS', inputs, text: { ko: `투자의무 ${rules.length}건을 모두 달성할 수 있습니다.`, en: `All ${rules.length} rules stay within reach.` } };
  }
  const outlook = mandateOutlook(rules, funds, today);
  const harmless = !outlook.reachable && makesNothingWorse(deal, mandates, today);
  return { rule: 'mandates-stay-reachable', clause, result: harmless ? 'WARN' : otherwise, inputs, text: refusal(deal, room.headroomWon, outlook.reachable ? named(rules, room.binding) : named(rules, outlook.conflict), outlook.reachable) };
}

/**
 * Rules that are lost are left out, conflict by conflict: the others still stand. Of the lost ones a deal counts for all that look at
 * its fund; one that looks at a sister fund alone is none of its business, or one broken fund would stop all that are tied to it.
 */
function makesNothingWorse(deal: DealBeforeMandates, { rules, funds }: MandatesBeforeDeal, today: LocalDate): boolean {
  const kept = stillReachable(rules, funds, today);
  const touched = rules.filter((rule) => !kept.includes(rule) && fundsOf(rule, funds).some((fund) => fund.fundId === deal.fundId));
  return touched.every((rule) => isOfClass(deal.traits, rule.counts)) && mandateAdmits(kept, funds, today, deal);
}

function stillReachable(rules: readonly MandateRule[], funds: readonly MandateFund[], today: LocalDate): readonly MandateRule[] {
  const { conflict } = mandateOutlook(rules, funds, today);
  return conflict.length === 0 ? rules : stillReachable(rules.filter((rule) => !conflict.includes(rule.id)), funds, today);
}

function refusal(deal: DealBeforeMandates, roomWon: Won | null, names: { ko: string; en: string }, reachable: boolean): Verdict['text'] {
  if (!reachable) {
    return { ko: `이미 함께 달성할 수 없는 의무가 있습니다: ${names.ko}.`, en: `These rules can no longer be met together: ${names.en}.` };
  }
  const most = roomWon === null || roomWon < 0n ? 0n : roomWon;
  const short = won(deal.amountWon - most);
  return {
    ko: `이 투자를 하면 ${names.ko} 의무를 함께 달성할 수 없습니다. 이런 투자는 ${formatWon(won(most))}원까지 가능하며 ${formatWon(short)}원을 초과합니다.`,
    en: `With this deal ${names.en} can no longer be met. A deal of this kind may be ${formatWon(won(most))} won at most; this one is ${formatWon(short)} over.`,
  };
}

function beyondSight(deal: DealBeforeMandates, rules: readonly MandateRule[]): Verdict {
  return {
    rule: 'mandates-stay-reachable',
    clause: clauseOf(rules, rules.map((rule) => rule.id)),
    result: 'WARN',
    inputs: { amountWon: `${deal.amountWon}`, rules: rules.map((rule) => rule.version) },
    text: {
      ko: '권한 범위 밖의 조합까지 함께 계산하는 의무가 있어 판정하지 못했습니다. 준법감시인에게 확인해 주세요.',
      en: 'A rule counts funds outside of your scope, so it could not be judged. Ask compliance.',
    },
  };
}

const clauseOf = (rules: readonly MandateRule[], ids: readonly string[]): string => [...new Set((ids.length === 0 ? rules : rules.filter((rule) => ids.includes(rule.id))).map((rule) => rule.clause))].join(', ').slice(0, 300);

function named(rules: readonly MandateRule[], ids: readonly string[]): { ko: string; en: string } {
  const names = rules.filter((rule) => ids.includes(rule.id)).map((rule) => rule.name);
  if (names.length === 0) return { ko: '투자가능 잔액', en: 'the capital left' };
  return { ko: names.map((each) => `'${each.ko}'`).join(', '), en: names.map((each) => `'${each.en}'`).join(', ') };
}
