import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { lastDayOf, type VoucherYear } from '../year/year.js';

/** What the books of a year hold at its end; amounts in won. */
export interface YearEndBalances {
  /** Budget that was not issued. */
  readonly budgetWon: bigint;
  /** Came back from vouchers and is not issued again. */
  readonly returnedWon: bigint;
  /** On open vouchers. */
  readonly outstandingWon: bigint;
  /** Owed to providers out of public money. */
  readonly payableWon: bigint;
}

/** Where it goes; together it is all that the year may still draw. */
export interface YearEndPlan {
  readonly lapsedBudgetWon: bigint;
  readonly returnedWon: bigint;
  readonly forwardedWon: bigint;
  readonly carriedOverWon: bigint;
}

export type Unissued = 'LAPSE' | 'FORWARD';

const FISCAL_YEAR = '국가재정법 제2조';
const CARRY_OVER = '국가재정법 제48조';

/** Unissued budget lapses or goes on to the next year; what came back lapses; commitments are carried over (National Finance Act §48). */
export function planYearEnd({ budgetWon, returnedWon, outstandingWon, payableWon }: YearEndBalances, unissued: Unissued): YearEndPlan {
  const forwards = unissued === 'FORWARD';
  return { lapsedBudgetWon: forwards ? 0n : budgetWon, returnedWon, forwardedWon: forwards ? budgetWon : 0n, carriedOverWon: outstandingWon + payableWon };
}

/** A fiscal year that still runs is not closed. */
export function yearIsOver(year: VoucherYear, today: LocalDate): Verdict {
  const last = lastDayOf(year.fiscalYear);
  const holds = today > last;
  return {
    rule: 'year-is-over',
    clause: FISCAL_YEAR,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `${year.fiscalYear}회계연도가 끝났습니다.`, en: `The fiscal year ${year.fiscalYear} is over.` }
      : { ko: `${year.fiscalYear}회계연도는 ${formatOfficialDate(last)}까지입니다. 그 다음 날부터 마감할 수 있습니다.`, en: `The fiscal year ${year.fiscalYear} runs through ${last}. Close it from the day after.` },
    inputs: { fiscalYear: year.fiscalYear, today },
  };
}

/** What goes on needs a year that receives it. */
export function nextYearIsOpen(next: VoucherYear | null, fiscalYear: number): Verdict {
  const holds = next !== null && next.closedOn === null;
  return {
    rule: 'next-year-is-open',
    clause: CARRY_OVER,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `${next.name}의 예산으로 이월합니다.`, en: `It goes on to ${next.name}.` }
      : { ko: `이월을 받을 ${fiscalYear + 1}년 사업연도가 열려 있지 않습니다. 먼저 다음 사업연도를 열거나 불용 처리해 주세요.`, en: `There is no open year ${fiscalYear + 1} of this programme to receive it. Open it first, or let the budget lapse.` },
    inputs: { fiscalYear: fiscalYear + 1, nextYearId: next?.id ?? null },
  };
}

/** Whoever was selected and has no voucher yet gets none from this year any more. */
export function nobodyWaitsForAVoucher(waiting: number): Verdict {
  const holds = waiting === 0;
  return {
    rule: 'nobody-waits-for-a-voucher',
    clause: FISCAL_YEAR,
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: '선정·협약 뒤 발급되지 않은 건이 없습니다.', en: 'Nobody who was selected waits for a voucher.' }
      : {
          ko: `선정되었거나 협약한 ${waiting}건이 아직 발급되지 않았습니다. 마감하면 이 사업연도에서는 발급할 수 없습니다.`,
          en: `${waiting} applications are selected or agreed and have no voucher yet. After the close this year issues none.`,
        },
    inputs: { waiting },
  };
}
