import { won } from '#libs/money';
import type { ReviewDecision } from '../expense.js';
import type { ReviewGrantExpensesDto } from './review.dto.js';
import type { ReviewExpenses } from './review.service.js';

export function toReviews(callId: string, { items }: ReviewGrantExpensesDto): ReviewExpenses {
  return {
    callId,
    items: items.map(({ expenseId, decision, disallowedWon, reason, clause }) => ({
      ...{ expenseId, decision: decision as ReviewDecision, reason: reason ?? null, clause: clause ?? null },
      disallowedWon: disallowedWon === undefined ? null : won(disallowedWon),
    })),
  };
}
