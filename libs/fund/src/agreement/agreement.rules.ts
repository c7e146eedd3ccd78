import type { LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import type { PolicyValue } from '#libs/policy';
import { FUND_POLICIES } from '../fund/fund.policy.js';

type Kind = 'AMOUNT' | 'BASIS_POINTS' | 'COUNT' | 'ACTION';

/** The terms of a fund that may be decided anew, and what a value of each looks like. */
export const DECIDABLE_TERMS: Readonly<Record<string, Kind>> = {
  [FUND_POLICIES.lifetimeExpenses]: 'AMOUNT',
  [FUND_POLICIES.singleCompanyCap]: 'BASIS_POINTS',
  [FUND_POLICIES.singleCompanyAction]: 'ACTION',
  [FUND_POLICIES.headroomAction]: 'ACTION',
  [FUND_POLICIES.overdueRate]: 'BASIS_POINTS',
  [FUND_POLICIES.callNotice]: 'COUNT',
};

const SHAPES: Readonly<Record<Kind, { read(text: string): PolicyValue | null; ko: string; en: string }>> = {
  AMOUNT: { read: (text) => (/^(0|[1-9]\d{0,15})$/.test(text) ? text : null), ko: '원 단위 정수여야 합니다.', en: 'It must be an amount in whole won.' },
  BASIS_POINTS: {
    read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 10_000 ? Number(text) : null),
    ko: '0에서 10000 사이의 베이시스포인트여야 합니다(2000은 20%).',
    en: 'It must be basis points from 0 to 10000 (2000 is 20 %).',
  },
  COUNT: { read: (text) => (/^\d{1,3}$/.test(text) ? Number(text) : null), ko: '0에서 999 사이의 정수여야 합니다.', en: 'It must be a whole number from 0 to 999.' },
  ACTION: { read: (text) => (text === 'WARN' || text === 'BLOCK' ? text : null), ko: 'WARN 또는 BLOCK이어야 합니다.', en: 'It must be WARN or BLOCK.' },
};

/** The typed text as the value of a term. Throws `DomainError` invalid at /value. */
export function termValue(key: string, text: string): PolicyValue {
  const shape = SHAPES[DECIDABLE_TERMS[key] ?? 'AMOUNT'];
  const value = shape.read(text);
  if (value === null) throw invalidField('/value', 'policy.value', { ko: shape.ko, en: shape.en });
  return value;
}

/** Terms that move the limits in the ledger take effect at once: an account cannot wait for a date. */
export function termTakesEffectInTime(key: string, effectiveFrom: LocalDate, foundedOn: LocalDate, today: LocalDate): void {
  if (effectiveFrom < foundedOn) {
    throw invalidField('/effectiveFrom', 'policy.before-founding', { ko: `결성일(${foundedOn}) 이후여야 합니다.`, en: `It cannot apply before the founding on ${foundedOn}.` });
  }
  if (key === FUND_POLICIES.lifetimeExpenses && effectiveFrom > today) {
    throw invalidField('/effectiveFrom', 'policy.limit-in-future', {
      ko: '투자한도를 바꾸는 항목은 미래 날짜로 정할 수 없습니다. 시행일에 등록해 주세요.',
      en: 'A term that moves the limits cannot be decided for the future. Decide it on its day.',
    });
  }
}
