import { randomUUID } from 'node:crypto';
import type { Command } from '#libs/command';
import { requireFile } from '#libs/document';
import { DomainError, invalidField } from '#libs/errors';
import { getExpense } from '../expense/expense.query.js';
import type { Paper } from './evidence.js';

export interface AttachEvidence {
  readonly expenseId: string;
  readonly paper: Paper;
  /** Number or place of the paper, where the file is kept elsewhere. */
  readonly reference: string | null;
  readonly documentId: string | null;
}

/** `grant-evidence.attach`: one more paper on which an expense rests; what is attached stays. */
export const attachGrantEvidence: Command<AttachEvidence, { readonly callId: string; readonly expenseId: string }> = {
  name: 'grant-evidence.attach',
  async execute(tx, context, { expenseId, paper, reference, documentId }) {
    const expense = await getExpense(tx, expenseId);
    if (expense.voidedOn !== null) throw new DomainError('conflict', 'grant-expense.voided-already', { ko: '취소된 집행에는 증빙을 붙일 수 없습니다.', en: 'The expense has been voided: nothing is attached to it.' });
    if (reference === null && documentId === null) {
      throw invalidField('/documentId', 'grant-evidence.nothing-attached', { ko: '파일을 올리거나 증빙의 번호·보관처를 적어 주세요.', en: 'Attach a file, or say under which number or where the paper is kept.' });
    }
    if (documentId !== null) await requireFile(tx, documentId, '/documentId');
    await tx.query('insert into grant_evidence (id, expense_id, paper, reference, document_id, attached_on, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[randomUUID(), expenseId, paper, reference, documentId],
      ...[context.today, context.now, context.commandId],
    ]);
    context.announce('grant.changed', { callId: expense.callId });
    return { callId: expense.callId, expenseId };
  },
};
