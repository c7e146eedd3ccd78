import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import { askPrepared, type Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import type { PayableDraft, PayableState } from './payable.js';

/** A debt, and the command that states it. */
export interface StatedDebt {
  readonly context: CommandContext;
  readonly draft: PayableDraft;
}

/** States debts of the instrument whose command this is; answers their ids in order. See `insertPayablesOf`. */
export function insertPayables(tx: Tx, context: CommandContext, drafts: readonly PayableDraft[]): Promise<readonly string[]> {
  return insertPayablesOf(tx, drafts.map((draft) => ({ context, draft })));
}

/**
 * States debts of many commands that run together, in one statement; answers their ids in order. The database takes them from the
 * commands that its list names (`facts_stated_by` of `payable`), and one standing debt of a kind for each subject.
 */
export async function insertPayablesOf(tx: Tx, debts: readonly StatedDebt[]): Promise<readonly string[]> {
  if (debts.length === 0) return [];
  const rows = debts.map(({ context, draft }) => ({ id: randomUUID(), ...draft, context }));
  await askPrepared(
    tx,
    `insert into payable (id, book, kind, subject_id, payee_id, purpose, amount_won, due_on, detail, known_at, command_id)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[], $8::date[], $9::jsonb[], $10::timestamptz[], $11::uuid[])`,
    [
      rows.map(({ id }) => id),
      rows.map(({ book }) => book),
      rows.map(({ kind }) => kind),
      rows.map(({ subjectId }) => subjectId),
      rows.map(({ payeeId }) => payeeId),
      rows.map(({ purpose }) => purpose),
      rows.map(({ amountWon }) => amountWon.toString()),
      rows.map(({ dueOn }) => dueOn),
      rows.map(({ detail = {} }) => JSON.stringify(detail)),
      rows.map(({ context }) => context.now),
      rows.map(({ context }) => context.commandId),
    ],
  );
  return rows.map(({ id }) => id);
}

/** Makes whoever drafts, pays or takes back these debts wait until the transaction ends; in one order, whoever asks. */
export async function lockPayables(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('select lock_payables($1)', [ids]);
}

/** Takes a debt back because what it rests on was undone. Throws `payable.not-owed` where it is in a run, paid or withdrawn already. */
export async function withdrawPayable(tx: Tx, context: CommandContext, kind: string, subjectId: string, reason: string): Promise<void> {
  const found: { id: string }[] = await tx.query(`select payable_id as id from payable_state where kind = $1 and subject_id = $2 and state <> 'WITHDRAWN'`, [kind, subjectId]);
  const id = found[0]?.id;
  if (id === undefined) throw notOwed();
  await lockPayables(tx, [id]);
  const standing: { state: PayableState }[] = await tx.query('select state from payable_state where payable_id = $1', [id]);
  if (standing[0]?.state !== 'OWED') throw notOwed();
  await tx.query('insert into payable_withdrawal (payable_id, reason, known_at, command_id) values ($1, $2, $3, $4)', [id, reason, context.now, context.commandId]);
}

function notOwed(): DomainError {
  return new DomainError('conflict', 'payable.not-owed', {
    ko: '이미 지급되었거나 지급 묶음에 들어 있어 지급결정을 되돌릴 수 없습니다. 지급 묶음을 먼저 취소하거나 은행의 반송을 기록해 주세요.',
    en: 'It has been paid or is in a payment run, so the decision cannot be taken back. Void the run first, or record that the bank returned it.',
  });
}
