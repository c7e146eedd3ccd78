import type { CommandContext } from '#libs/command';
import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';
import type { PayableRow } from '../payable/payable.js';
import type { FileFormat, RunEvent } from './payment-run.js';

export interface RunDraft {
  readonly id: string;
  readonly number: string;
  readonly book: string;
  readonly payingAccountId: string;
  readonly payOn: LocalDate;
  readonly totalWon: Won;
  readonly payables: readonly PayableRow[];
}

/** The next number of the calendar year; numbers leave no gap. */
export async function nextRunNumber(tx: Tx, year: number): Promise<string> {
  const rows: { number: string }[] = await tx.query('select next_payment_run_number($1) as number', [year]);
  return rows[0]?.number ?? '';
}

export async function insertRun(tx: Tx, context: CommandContext, { payables, ...run }: RunDraft): Promise<void> {
  await tx.query('insert into payment_run (id, number, book, paying_account_id, pay_on, lines, total_won, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    ...[run.id, run.number, run.book, run.payingAccountId, run.payOn, payables.length, run.totalWon.toString(), context.now, context.commandId],
  ]);
  await tx.query(
    `insert into payment_run_line (run_id, line_no, payable_id, bank_account_id, amount_won, command_id)
     select $1, l.line_no, l.payable_id, l.account_id, l.amount_won, $5 from unnest($2::uuid[], $3::uuid[], $4::bigint[]) with ordinality as l (payable_id, account_id, amount_won, line_no)`,
    [run.id, payables.map(({ id }) => id), payables.map(({ account }) => account?.id ?? null), payables.map(({ amountWon }) => amountWon.toString()), context.commandId],
  );
}

/** Makes whoever moves this run on wait until the transaction ends. */
export async function lockRun(tx: Tx, runId: string): Promise<void> {
  await tx.query('select lock_payment_run($1)', [runId]);
}

export async function recordRunEvent(tx: Tx, context: CommandContext, runId: string, event: RunEvent, reason: string | null): Promise<void> {
  await tx.query('insert into payment_run_event (run_id, event, happened_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [
    ...[runId, event, context.today, reason, context.now, context.commandId],
  ]);
}

export async function insertRunFile(tx: Tx, context: CommandContext, runId: string, file: { readonly format: FileFormat; readonly sha256: string; readonly sizeBytes: number }): Promise<void> {
  await tx.query('insert into payment_run_file (run_id, format, sha256, size_bytes, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [
    ...[runId, file.format, file.sha256, file.sizeBytes, context.now, context.commandId],
  ]);
}
