import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import { allocate, formatWon, minWon, subtractWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import type { PartnerAmount, WaterfallTerms } from '../waterfall/waterfall.js';
import type { PlannedDistribution } from '../waterfall/waterfall.rules.js';

/** A payout has happened, within the life of the fund, and not before the last one that stands. Throws at /paidOn. */
export function requirePayoutDay(paidOn: LocalDate, day: { readonly today: LocalDate; readonly foundedOn: LocalDate; readonly lastPaidOn: LocalDate | null }): void {
  if (paidOn > day.today) {
    throw invalidField('/paidOn', 'distribution.not-paid-yet', { ko: '지급일이 오늘보다 뒤입니다. 지급한 날짜를 입력하십시오.', en: 'The payment lies in the future. Give the day on which it was paid.' });
  }
  if (paidOn < day.foundedOn) {
    throw invalidField('/paidOn', 'distribution.before-founding', { ko: `조합 결성일(${day.foundedOn}) 이후여야 합니다.`, en: `The fund was founded on ${day.foundedOn}; nothing was paid before.` });
  }
  if (day.lastPaidOn !== null && paidOn < day.lastPaidOn) {
    throw invalidField('/paidOn', 'distribution.out-of-order', {
      ko: `${day.lastPaidOn}에 지급한 분배가 있습니다. 그날 이후여야 합니다. 먼저 지급한 분배를 빠뜨렸으면 나중 분배를 취소한 뒤 차례로 기록하십시오.`,
      en: `A distribution was paid on ${day.lastPaidOn}; date this one on or after it. If an earlier one was forgotten, reverse the later one first and record both in order.`,
    });
  }
}

/** No more is paid than there is at the custodian, on the day and still today. */
export function payoutStaysWithinCash(amountWon: Won, cashWon: Won): Verdict {
  const over = subtractWon(amountWon, cashWon);
  const holds = over <= 0n;
  return {
    rule: 'payout-stays-within-cash',
    clause: '조합규약(분배)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `수탁 예금 ${formatWon(cashWon)}원 이내입니다.`, en: `Within the ${formatWon(cashWon)} won at the custodian.` }
      : {
          ko: `수탁 예금은 ${formatWon(cashWon)}원입니다. ${formatWon(over)}원을 줄이거나 회수금을 먼저 기록하십시오.`,
          en: `There are ${formatWon(cashWon)} won at the custodian. Lower the amount by ${formatWon(over)} won, or record the proceeds first.`,
        },
    inputs: { amountWon: `${amountWon}`, cashWon: `${cashWon}` },
  };
}

/** An interim distribution leaves less to invest while the obligation is still to be met: whoever signs is told. */
export function payoutFollowsObligation(obligationMet: boolean, shortfallWon: Won, clause: string): Verdict {
  return {
    rule: 'payout-follows-obligation',
    clause,
    result: obligationMet ? 'PASS' : 'WARN',
    text: obligationMet
      ? { ko: '주목적 투자의무를 채웠습니다.', en: 'The main-purpose obligation is met.' }
      : {
          ko: `중간분배입니다. 주목적 투자의무까지 ${formatWon(shortfallWon)}원이 남아 있습니다. 투자재원이 충분한지 확인하십시오.`,
          en: `This is an interim distribution: ${formatWon(shortfallWon)} won of the main-purpose obligation are still to be invested. Check that enough is left to invest.`,
        },
    inputs: { obligationMet, shortfallWon: `${shortfallWon}` },
  };
}

/** What is paid differs from the steps because earlier distributions were paid otherwise: shown, never silent. */
export function earlierPayoutsAgree(plan: PlannedDistribution, clause: string): Verdict {
  const over = plan.overpaidCarryWon;
  const agrees = !plan.setsEarlierRight && over === 0n;
  return {
    rule: 'earlier-payouts-agree',
    clause,
    result: agrees ? 'PASS' : 'WARN',
    text: agrees
      ? { ko: '이전 분배가 규약대로 계산한 결과와 같습니다.', en: 'Earlier distributions are as the agreement wants them.' }
      : {
          ko: `설립 이후를 다시 계산하니 이전 분배와 차이가 있어 이번 분배에서 바로잡습니다.${over > 0n ? ` 더 지급한 성과보수 ${formatWon(over)}원은 청산 때 환수 대상입니다.` : ''}`,
          en: `Recomputed from inception earlier distributions come out otherwise; this one sets them right.${over > 0n ? ` ${formatWon(over)} won carry was paid too much and is clawed back at the end.` : ''}`,
        },
    inputs: { setsEarlierRight: plan.setsEarlierRight, overpaidCarryWon: `${over}` },
  };
}

/** The most that may be called again: capital that this distribution gives back, and of each partner no more than it gets. */
export function recallableLimits(plan: PlannedDistribution): PartnerAmount[] {
  const capital = plan.distribution.steps.find((step) => step.tier === 'RETURN_OF_CAPITAL')?.byPartner ?? [];
  return plan.byPartner.map(({ partnerId, amountWon }) => ({ partnerId, amountWon: minWon(amountWon, capital.find((part) => part.partnerId === partnerId)?.amountWon ?? ZERO_WON) }));
}

export function recallableIsReturnedCapital(recallableWon: Won, plan: PlannedDistribution, clause: string): Verdict {
  const limitWon = sumWon(recallableLimits(plan).map((part) => part.amountWon));
  const holds = recallableWon <= limitWon;
  return {
    rule: 'recallable-is-returned-capital',
    clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `반환되는 출자원금 ${formatWon(limitWon)}원 이내입니다.`, en: `Within the ${formatWon(limitWon)} won of capital given back.` }
      : {
          ko: `다시 출자를 요청할 수 있는 금액은 이번에 반환되는 출자원금 ${formatWon(limitWon)}원까지입니다.`,
          en: `Only capital that is given back can be called again: at most ${formatWon(limitWon)} won of this distribution.`,
        },
    inputs: { recallableWon: `${recallableWon}`, limitWon: `${limitWon}` },
  };
}

/** Splits what may be called again by the capital that each gets back; largest remainder, nobody above their own. */
export function recallableParts(recallableWon: Won, plan: PlannedDistribution): PartnerAmount[] {
  const limits = recallableLimits(plan);
  const shares = recallableWon === 0n ? limits.map(() => ZERO_WON) : allocate(recallableWon, limits.map((limit) => limit.amountWon));
  return limits.map(({ partnerId }, index) => ({ partnerId, amountWon: shares[index] ?? ZERO_WON }));
}

/** Where the working comes from, for those who sign: 기준수익률 연 5%, 성과보수 20% … */
export const termsClause = (terms: Pick<WaterfallTerms, 'clause'>): string => (terms.clause === '' ? '조합규약(분배)' : terms.clause);
