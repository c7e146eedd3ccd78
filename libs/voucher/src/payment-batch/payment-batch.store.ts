import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import { sqlState, type Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import type { Won } from '#libs/money';
import type { BatchState, Payable } from './payment-batch.js';

const UNIQUE_VIOLATION = '23505';

export interface BatchDraft {
  readonly id: string;
  readonly yearId: string;
  readonly number: string;
  readonly payOn: LocalDate;
  readonly totalWon: Won;
  readonly payables: readonly Payable[];
}

/** The next number of the calendar year; numbers leave no gap. */
export async function nextBatchNumber(tx: Tx, year: number): Promise<string> {
  const rows: { number: string }[] = await tx.query('select next_payment_number($1) as number', [year]);
  return rows[0]?.number ?? '';
}

/** Throws `payment-batch.taken` where a claim waits in another batch already. */
export async function insertBatch(tx: Tx, context: CommandContext, { payables, ...batch }: BatchDraft): Promise<void> {
  await tx.query('insert into payment_batch (id, year_id, number, pay_on, total_won, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[batch.id, batch.yearId, batch.number, batch.payOn, batch.totalWon.toString(), context.now, context.commandId],
  ]);
  try {
    await tx.query(
      `insert into payment_batch_line (batch_id, line_no, service_id, payee_id, bank_account_id, public_won, own_won, command_id)
       select $1, l.line_no, l.service_id, l.payee_id, l.account_id, l.public_won, l.own_won, $7
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[]) with ordinality as l (service_id, payee_id, account_id, public_won, own_won, line_no)`,
      [
        batch.id,
        payables.map(({ serviceId }) => serviceId),
        payables.map(({ payeeId }) => payeeId),
        payables.map(({ account }) => account?.id ?? null),
        payables.map(({ publicWon }) => publicWon.toString()),
        payables.map(({ ownWon }) => ownWon.toString()),
        context.commandId,
      ],
    );
  } catch (error) {
    throw sqlState(error) === UNIQUE_VIOLATION ? taken(error) : error;
  }
}

export async function endBatch(tx: Tx, context: CommandContext, batchId: string, kind: Exclude<BatchState, 'DRAFTED'>, happenedOn: LocalDate, reason: string | null): Promise<void> {
  await tx.query('insert into payment_batch_end (batch_id, kind, happened_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [
    ...[batchId, kind, happenedOn, reason, context.now, context.commandId],
  ]);
}

/** The natural persons who drafted and signed a batch. */
export async function handsOf(tx: Tx, batchId: string): Promise<string[]> {
  const rows: { hand: string }[] = await tx.query('select payment_batch_hands($1) as hand', [batchId]);
  return rows.map(({ hand }) => hand);
}

function taken(cause: unknown): DomainError {
  return new DomainError(
    'conflict',
    'payment-batch.taken',
    { ko: '일부 청구가 방금 다른 지급 묶음에 들어갔습니다. 내역을 다시 확인해 주세요.', en: 'Some of these claims have just gone into another batch. Look at the list again.' },
    { cause },
  );
}
