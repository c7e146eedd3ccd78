import { addDays, daysBetween, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { addWon, formatWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import { overdueInterest } from '../capital-call/capital-call.rules.js';
import type { LateShare, OverduePosition, OverdueTerms, ShareState } from './overdue.js';

/**
 * Where a share stands at the end of `asOf`: receipts after that day have not come yet. Interest is floored for each
 * receipt and for what is open, so that a receipt's interest never changes once it has come.
 */
export function overduePosition(share: LateShare, terms: Pick<OverdueTerms, 'rate' | 'cureDays'>, asOf: LocalDate): OverduePosition {
  const come = share.receipts.filter(({ valueOn }) => valueOn <= asOf);
  const unpaidWon = subtractWon(share.calledWon, sumWon(come.map(({ amountWon }) => amountWon)));
  const late = come.map(({ amountWon, valueOn }) => overdueInterest(amountWon, share.dueOn, valueOn, terms.rate));
  const open = unpaidWon > 0n ? overdueInterest(unpaidWon, share.dueOn, asOf, terms.rate) : ZERO_WON;
  const accruedWon = addWon(sumWon(late), open);
  const dueWon = atLeastZero(accruedWon - share.interestReceivedWon - share.interestWaivedWon);
  const cureEndsOn = addDays(share.dueOn, terms.cureDays);
  return {
    unpaidWon,
    daysLate: Math.max(0, daysBetween(share.dueOn, unpaidWon > 0n ? asOf : lastOf(come.map(({ valueOn }) => valueOn), share.dueOn))),
    accruedWon,
    receivedWon: share.interestReceivedWon,
    waivedWon: share.interestWaivedWon,
    dueWon,
    state: stateOf(unpaidWon, dueWon, share.dueOn, cureEndsOn, asOf),
    cureEndsOn,
  };
}

function stateOf(unpaidWon: Won, dueWon: Won, dueOn: LocalDate, cureEndsOn: LocalDate, asOf: LocalDate): ShareState {
  if (unpaidWon <= 0n) return dueWon > 0n ? 'INTEREST_DUE' : 'PAID';
  if (asOf <= dueOn) return 'OPEN';
  return asOf <= cureEndsOn ? 'IN_CURE' : 'IN_DEFAULT';
}

const atLeastZero = (amount: bigint): Won => (amount > 0n ? won(amount) : ZERO_WON);

const lastOf = (days: readonly LocalDate[], otherwise: LocalDate): LocalDate => days.reduce((last, day) => (day > last ? day : last), otherwise);

/** Interest is waived only where the agreement lets it be: BLOCK where it says nothing, WARN where it allows it. */
export function interestMayBeWaived(action: 'WARN' | 'BLOCK', clause: string): Verdict {
  return {
    rule: 'interest-may-be-waived',
    clause,
    result: action,
    text:
      action === 'WARN'
        ? { ko: '규약이 연체이자 감면을 허용합니다. 사유와 함께 기록되어 보고서에 표시됩니다.', en: 'The agreement lets interest be waived. It is recorded with its reason and reported.' }
        : { ko: '규약이 연체이자 감면을 허용하지 않습니다. 규약 탭에서 감면 항목을 정한 뒤 다시 시도해 주세요.', en: 'The agreement does not let interest be waived. Decide the term on the agreement tab first.' },
    inputs: { action },
  };
}

/** No more than is due on the day is taken as interest, or waived. */
export function withinInterestDue(amountWon: Won, dueWon: Won): boolean {
  return amountWon <= dueWon;
}

/** What to say where it is more. */
export const moreThanInterestDue = (dueWon: Won): { readonly ko: string; readonly en: string } => ({
  ko: `그날까지 받을 연체이자는 ${formatWon(dueWon)}원입니다. 그 이하로 적어 주세요.`,
  en: `Interest due on that day is ${formatWon(dueWon)} won. Enter that or less.`,
});
