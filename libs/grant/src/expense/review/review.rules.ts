import { DomainError, invalidField } from '#libs/errors';
import { formatWon, ZERO_WON, type Won } from '#libs/money';
import type { ExpenseView } from '../expense.query.js';
import type { ReviewDecision } from '../expense.js';

/** What a reviewer says about one expense; won. */
export interface ReviewDraft {
  readonly expenseId: string;
  readonly decision: ReviewDecision;
  /** What is not accepted, where that is a part. */
  readonly disallowedWon: Won | null;
  readonly reason: string | null;
  readonly clause: string | null;
}

/** The amount that a review does not accept, in won. Throws at the field of row `index` where decision, amount and reason do not fit. */
export function disallowedBy({ decision, disallowedWon, reason }: ReviewDraft, expense: Pick<ExpenseView, 'amountWon'>, index: number): Won {
  if (decision === 'ALLOWED') return ZERO_WON;
  if (reason === null) {
    throw invalidField(`/items/${index}/reason`, 'grant-expense.review-without-reason', { ko: '인정하지 않는 이유를 적어 주세요. 기관에 통지되고 정산의 근거가 됩니다.', en: 'Say why it is not accepted: the institution is told, and the settlement rests on it.' });
  }
  if (decision === 'DISALLOWED') return expense.amountWon;
  if (disallowedWon === null || disallowedWon <= 0n || disallowedWon >= expense.amountWon) {
    throw invalidField(`/items/${index}/disallowedWon`, 'grant-expense.review-not-a-part', {
      ko: `일부불인정 금액은 0원보다 크고 ${formatWon(expense.amountWon)}원보다 작아야 합니다. 전액이면 '불인정'을 고르세요.`,
      en: `A part is more than nothing and less than ${formatWon(expense.amountWon)} won. Choose 'not accepted' for all of it.`,
    });
  }
  return disallowedWon;
}

/** What was undone is judged no more. */
export function requireStanding({ number, voidedOn }: Pick<ExpenseView, 'number' | 'voidedOn'>): void {
  if (voidedOn === null) return;
  throw new DomainError('conflict', 'grant-expense.voided-already', { ko: `${number}은(는) 취소된 집행입니다. 목록에서 빼 주세요.`, en: `${number} has been voided. Take it off the list.` });
}
