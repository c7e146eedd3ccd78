import { randomUUID } from 'node:crypto';
import type { Command, CommandContext } from '#libs/command';
import { sqlState, type Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { lockAgreements } from '../../agreement/agreement.query.js';
import { requireOpenStages } from '../../agreement/standing/final-stage.query.js';
import { expensesById, type ExpenseView } from '../expense.query.js';
import { disallowedBy, requireStanding, type ReviewDraft } from './review.rules.js';

export interface ReviewExpenses {
  readonly callId: string;
  readonly items: readonly ReviewDraft[];
}

export interface ReviewedExpenses {
  readonly callId: string;
  readonly reviewed: readonly string[];
}

/** `grant-expense.review`: accepts expenses, wholly or in part, all of the request or none; the latest review counts. Nobody reviews what they recorded. */
export const reviewExpenses: Command<ReviewExpenses, ReviewedExpenses> = {
  name: 'grant-expense.review',
  async execute(tx, context, { callId, items }) {
    const ids = items.map(({ expenseId }) => expenseId);
    await lockAgreements(tx, [...new Set((await expensesById(tx, ids)).map(({ agreementId }) => agreementId))].sort());
    const found = new Map((await expensesById(tx, ids)).filter((each) => each.callId === callId).map((each) => [each.id, each]));
    requireDistinct(items);
    const rows = items.map((item, index) => {
      const expense = found.get(item.expenseId);
      if (expense === undefined) throw invalidField(`/items/${index}/expenseId`, 'grant-expense.unknown', { ko: '이 공고에 그런 집행이 없습니다.', en: 'The call has no such expense.' });
      requireStanding(expense);
      requireOther(expense, context, index);
      return { ...item, id: randomUUID(), disallowedWon: disallowedBy(item, expense, index).toString() };
    });
    for (const { agreementId, stage } of found.values()) await requireOpenStages(tx, agreementId, [stage]);
    await insertReviews(tx, context, rows);
    context.announce('grant.changed', { callId });
    return { callId, reviewed: ids };
  },
};

function requireDistinct(items: readonly ReviewDraft[]): void {
  const twice = items.findIndex(({ expenseId }, index) => items.findIndex((each) => each.expenseId === expenseId) !== index);
  if (twice >= 0) throw invalidField(`/items/${twice}/expenseId`, 'grant-expense.reviewed-twice', { ko: '같은 집행이 두 번 들어 있습니다.', en: 'The same expense stands in the list twice.' });
}

/** The database compares the persons; here it is said before anything is written. */
function requireOther({ recorder, number }: ExpenseView, { actor }: CommandContext, index: number): void {
  if (recorder !== actor.login) return;
  throw invalidField(`/items/${index}/expenseId`, 'grant-expense.own-review', { ko: `${number}은(는) 직접 기록한 집행입니다. 다른 담당자가 검토해야 합니다.`, en: `You recorded ${number} yourself. Somebody else has to review it.` });
}

async function insertReviews(tx: Tx, context: CommandContext, rows: readonly (Omit<ReviewDraft, 'disallowedWon'> & { readonly id: string; readonly disallowedWon: string })[]): Promise<void> {
  try {
    await tx.query(
      `insert into grant_expense_review (id, expense_id, decision, disallowed_won, reason, clause, reviewed_on, known_at, command_id)
       select d.id, d."expenseId", d.decision, d."disallowedWon", d.reason, d.clause, $2, $3, $4
         from jsonb_to_recordset($1::jsonb) as d (id uuid, "expenseId" uuid, decision text, "disallowedWon" bigint, reason text, clause text)`,
      [JSON.stringify(rows), context.today, context.now, context.commandId],
    );
  } catch (error) {
    if (sqlState(error) !== '23514') throw error;
    throw new DomainError('conflict', 'grant-expense.review-late', { ko: '집행이 방금 바뀌었습니다. 목록을 다시 확인해 주세요.', en: 'The expenses have just changed. Look at the list again.' }, { cause: error });
  }
}
