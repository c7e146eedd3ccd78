import { isLocalDate, localDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import { formatWon, won } from '#libs/money';
import type { PolicySet, PolicyValue } from '#libs/policy';
import { PRICE_DEVIATION } from '../exit/exit.policy.js';
import { DUE_DILIGENCE_TERMS } from '../fee/due-diligence.policy.js';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import { LIFE_POLICIES } from '../life/life.policy.js';
import { OBLIGATION_BASES, type ObligationPosition } from '../obligation/obligation.js';
import { OVERDUE_POLICIES } from '../overdue/overdue.policy.js';
import { FOLLOW_ON_TESTS, LOST_STATUS_EFFECTS, RECOGNITION_POLICIES } from '../recognition/recognition.policy.js';
import { RESTRICTION_TERMS } from '../restriction/restriction.policy.js';
import { AUDITOR_ACTION } from '../valuation/impairment/impairment.policy.js';
import { DAY_COUNTS, INTERIM_PAYOUTS } from '../waterfall/waterfall.js';
import { WATERFALL_POLICIES } from '../waterfall/waterfall.policy.js';

export const TERM_KINDS = ['AMOUNT', 'BASIS_POINTS', 'COUNT', 'DATE', 'FLAG', 'CHOICE'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** What a value of a term looks like, and whether it moves the limits that the ledger holds. */
export interface DecidableTerm {
  readonly kind: TermKind;
  readonly choices: readonly string[];
  readonly movesLimits: boolean;
}

const term = (kind: TermKind, movesLimits = false): DecidableTerm => ({ kind, choices: [], movesLimits });
const choice = (choices: readonly string[], movesLimits = false): DecidableTerm => ({ kind: 'CHOICE', choices, movesLimits });
const action = choice(['WARN', 'BLOCK']);

/** The terms of a fund that may be decided anew. */
export const DECIDABLE_TERMS: Readonly<Record<string, DecidableTerm>> = {
  [FUND_POLICIES.obligationRatio]: term('BASIS_POINTS', true),
  [FUND_POLICIES.obligationBasis]: choice(OBLIGATION_BASES, true),
  [FUND_POLICIES.obligationFixedBase]: term('AMOUNT', true),
  [FUND_POLICIES.obligationMeasure]: choice(['CUMULATIVE_COST', 'OUTSTANDING_COST'], true),
  [FUND_POLICIES.obligationDeadline]: term('DATE'),
  [FUND_POLICIES.lifetimeExpenses]: term('AMOUNT', true),
  [FUND_POLICIES.recycling]: term('FLAG', true),
  [FUND_POLICIES.headroomAction]: action,
  ...Object.fromEntries(Object.entries(RESTRICTION_TERMS).map(([key, kind]) => [key, kind === 'ACTION' ? action : term(kind)])),
  [FUND_POLICIES.overdueRate]: term('BASIS_POINTS'),
  [FUND_POLICIES.callNotice]: term('COUNT'),
  [OVERDUE_POLICIES.cureDays]: term('COUNT'),
  [OVERDUE_POLICIES.waiverAction]: action,
  [FUND_POLICIES.feeOnCommitments]: term('BASIS_POINTS'),
  [FUND_POLICIES.feeOnOutstanding]: term('BASIS_POINTS'),
  ...Object.fromEntries(DUE_DILIGENCE_TERMS.map((key) => [key, term('BASIS_POINTS')])),
  [PRICE_DEVIATION]: term('BASIS_POINTS'),
  [AUDITOR_ACTION]: action,
  [FUND_POLICIES.hurdle]: term('BASIS_POINTS'),
  [WATERFALL_POLICIES.dayCount]: choice(DAY_COUNTS),
  [FUND_POLICIES.carry]: term('BASIS_POINTS'),
  [WATERFALL_POLICIES.catchUp]: term('BASIS_POINTS'),
  [WATERFALL_POLICIES.interim]: choice(INTERIM_PAYOUTS),
  [RECOGNITION_POLICIES.followOnTest]: choice(FOLLOW_ON_TESTS),
  [RECOGNITION_POLICIES.lostStatus]: choice(LOST_STATUS_EFFECTS),
  [RECOGNITION_POLICIES.noticeDays]: term('COUNT'),
  [LIFE_POLICIES.extensionYears]: term('COUNT'),
  [LIFE_POLICIES.extensions]: term('COUNT'),
};

interface Shape {
  readonly read: (text: string, choices: readonly string[]) => PolicyValue | null;
  readonly ko: string;
  readonly en: string;
}

const SHAPES: Readonly<Record<TermKind, Shape>> = {
  AMOUNT: { read: (text) => (/^(0|[1-9]\d{0,15})$/.test(text) ? text : null), ko: '원 단위 정수여야 합니다.', en: 'It must be an amount in whole won.' },
  BASIS_POINTS: {
    read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 10_000 ? Number(text) : null),
    ko: '0에서 10000 사이의 베이시스포인트여야 합니다(2000은 20%).',
    en: 'It must be basis points from 0 to 10000 (2000 is 20 %).',
  },
  COUNT: { read: (text) => (/^\d{1,3}$/.test(text) ? Number(text) : null), ko: '0에서 999 사이의 정수여야 합니다.', en: 'It must be a whole number from 0 to 999.' },
  DATE: { read: (text) => (isLocalDate(text) ? text : null), ko: '2025-12-31과 같은 날짜여야 합니다.', en: 'It must be a date like 2025-12-31.' },
  FLAG: { read: (text) => (text === 'true' ? true : text === 'false' ? false : null), ko: 'true 또는 false여야 합니다.', en: 'It must be true or false.' },
  CHOICE: { read: (text, choices) => (choices.includes(text) ? text : null), ko: '다음 중 하나여야 합니다', en: 'It must be one of' },
};

/** The typed text as the value of a term. Throws `DomainError` invalid at `pointer`. */
export function termValue(key: string, text: string, pointer = '/value'): PolicyValue {
  const { kind, choices } = DECIDABLE_TERMS[key] ?? term('AMOUNT');
  const shape = SHAPES[kind];
  const value = shape.read(text, choices);
  if (value !== null) return value;
  const among = choices.length === 0 ? '' : `: ${choices.join(', ')}`;
  throw invalidField(pointer, 'policy.value', { ko: `${shape.ko}${among}`, en: `${shape.en}${among}` });
}

/** Terms that move the limits in the ledger take effect at once: an account cannot wait for a date. */
export function termTakesEffectInTime(keys: readonly string[], effectiveFrom: LocalDate, foundedOn: LocalDate, today: LocalDate): void {
  if (effectiveFrom < foundedOn) {
    throw invalidField('/effectiveFrom', 'policy.before-founding', { ko: `결성일(${foundedOn}) 이후여야 합니다.`, en: `It cannot apply before the founding on ${foundedOn}.` });
  }
  if (effectiveFrom > today && keys.some((key) => DECIDABLE_TERMS[key]?.movesLimits === true)) {
    throw invalidField('/effectiveFrom', 'policy.limit-in-future', {
      ko: '투자한도를 바꾸는 항목은 미래 날짜로 정할 수 없습니다. 시행일에 등록해 주세요.',
      en: 'A term that moves the limits cannot be decided for the future. Decide it on its day.',
    });
  }
}

/** Where a term stands in a request, to put a fault at its field. */
export type PointerOf = (key: string) => string;

/** The terms as they will be in force make sense together. Throws `DomainError` invalid at the term that does not fit. */
export function termsFitTogether(policies: PolicySet, fund: { readonly investmentFrom: LocalDate; readonly lifeTo: LocalDate }, pointerOf: PointerOf): void {
  if (policies.text(FUND_POLICIES.obligationBasis) === 'FIXED_AMOUNT' && (policies.amount(FUND_POLICIES.obligationFixedBase) ?? 0n) === 0n) {
    throw invalidField(pointerOf(FUND_POLICIES.obligationBasis), 'fund.no-fixed-base', {
      ko: '고정기준금액 기준에는 기준금액이 필요합니다. 고정기준금액 항목을 함께 정해 주세요.',
      en: 'The basis FIXED_AMOUNT needs its amount. Decide the fixed base with it.',
    });
  }
  const [catchUp, carry] = [policies.integer(WATERFALL_POLICIES.catchUp, 0), policies.integer(FUND_POLICIES.carry, 0)];
  if (catchUp !== 0 && catchUp <= carry) {
    throw invalidField(pointerOf(WATERFALL_POLICIES.catchUp), 'agreement.catch-up-not-above-carry', {
      ko: `캐치업 비율은 성과보수율(${carry / 100}%)보다 커야 합니다. 캐치업이 없으면 0으로 정해 주세요.`,
      en: `A catch-up must be more than the carry (${carry / 100} %). Decide 0 for none.`,
    });
  }
  const deadline = policies.text(FUND_POLICIES.obligationDeadline);
  if (deadline !== null && (localDate(deadline) < fund.investmentFrom || localDate(deadline) > fund.lifeTo)) {
    throw invalidField(pointerOf(FUND_POLICIES.obligationDeadline), 'agreement.deadline-outside-life', {
      ko: `의무투자 달성기한은 투자기간 시작(${fund.investmentFrom})부터 존속기간 만료(${fund.lifeTo}) 사이여야 합니다.`,
      en: `The deadline lies between ${fund.investmentFrom} (start of the investment period) and ${fund.lifeTo} (end of life).`,
    });
  }
}

/** An amendment is recorded as it was agreed, also where it asks for what cannot be reached any more: then it says so. */
export function amendedObligationIsAttainable({ feasibility, rule }: ObligationPosition): Verdict {
  const holds = feasibility.headroomWon >= 0n;
  return {
    rule: 'amended-obligation-is-attainable',
    clause: rule.clause,
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: `변경 후에도 의무투자를 달성할 수 있습니다(비주목적 여력 ${formatWon(feasibility.headroomWon)}원).`, en: `The obligation stays within reach (headroom ${formatWon(feasibility.headroomWon)} won).` }
      : {
          ko: `변경 후에는 남은 자금을 모두 주목적에 써도 의무투자에 ${formatWon(won(-feasibility.headroomWon))}원이 모자랍니다.`,
          en: `Afterwards the obligation is short by ${formatWon(won(-feasibility.headroomWon))} won even if all that is left qualifies.`,
        },
    inputs: { headroomWon: `${feasibility.headroomWon}` },
  };
}
