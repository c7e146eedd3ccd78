import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import { canonicalJson, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';
import type { KeyedLine, RefusedRow, StatementFormat } from './statement.js';

export interface NewStatement {
  readonly id: string;
  readonly accountId: string;
  readonly format: StatementFormat;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly firstOn: LocalDate | null;
  readonly lastOn: LocalDate | null;
  readonly openingWon: Won | null;
  readonly closingWon: Won | null;
  readonly differenceWon: Won | null;
  readonly added: number;
  readonly known: number;
}

/** One file of an account at a time. */
export async function lockStatementAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.query('select lock_statement_account($1)', [accountId]);
}

/** A statement with its new lines, and with its rows that could not be read. */
export async function insertStatement(tx: Tx, context: CommandContext, statement: NewStatement, lines: readonly KeyedLine[], refused: readonly RefusedRow[]): Promise<void> {
  const { id, accountId, format, fileName, sha256, sizeBytes, firstOn, lastOn, openingWon, closingWon, differenceWon, added, known } = statement;
  await tx.query(
    `insert into bank_statement (id, account_id, format, file_name, sha256, size_bytes, first_on, last_on, opening_won, closing_won, difference_won, added, known, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [id, accountId, format, fileName, sha256, sizeBytes, firstOn, lastOn, openingWon?.toString() ?? null, closingWon?.toString() ?? null, differenceWon?.toString() ?? null, added, known, context.now, context.commandId],
  );
  await tx.query(
    `insert into bank_line (id, account_id, statement_id, row_no, position, line_key, value_on, time_of_day, amount_won, balance_won, counterparty, kind, memo, reference, is_reversal, known_at, command_id)
     select d.id, $2, $3, d."rowNo", d.position, d."lineKey", d."valueOn", d."timeOfDay", d."amountWon", d."balanceWon", d.counterparty, d.kind, d.memo, d.reference, d."isReversal", $4, $5
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "rowNo" integer, position integer, "lineKey" text, "valueOn" date, "timeOfDay" time, "amountWon" bigint, "balanceWon" bigint,
                                                counterparty text, kind text, memo text, reference text, "isReversal" boolean)`,
    [canonicalJson(lines.map((line) => ({ ...line, id: randomUUID() }))), accountId, id, context.now, context.commandId],
  );
  if (refused.length === 0) return;
  await tx.query(
    `insert into bank_refused_row (id, statement_id, row_no, code, told, known_at, command_id)
     select d.id, $2, d."rowNo", d.code, d.told, $3, $4 from jsonb_to_recordset($1::jsonb) as d (id uuid, "rowNo" integer, code text, told text)`,
    [canonicalJson(refused.map(({ rowNo, code, text }) => ({ id: randomUUID(), rowNo, code, told: text.ko }))), id, context.now, context.commandId],
  );
}

interface Reversal {
  readonly lineId: string;
  readonly reversedLineId: string;
}

/** The bank took these lines back: what was matched with them is undone first. Answers those matches. */
export async function reverseLines(tx: Tx, context: CommandContext, pairs: readonly Reversal[]): Promise<readonly string[]> {
  if (pairs.length === 0) return [];
  const both = pairs.flatMap(({ lineId, reversedLineId }) => [lineId, reversedLineId]);
  await tx.query('select lock_bank_lines($1)', [both]);
  const undone: { id: string }[] = await tx.query(
    `insert into bank_match_undo (match_id, reason, known_at, command_id)
     select m.id, '은행이 거래를 취소함', $2, $3 from bank_match m left join bank_match_undo u on u.match_id = m.id where m.line_id = any ($1) and u.match_id is null returning match_id as id`,
    [both, context.now, context.commandId],
  );
  await tx.query(
    `insert into bank_reversal (line_id, reversed_line_id, known_at, command_id) select l.line_id, l.reversed_id, $3, $4 from unnest($1::uuid[], $2::uuid[]) as l (line_id, reversed_id)`,
    [pairs.map(({ lineId }) => lineId), pairs.map(({ reversedLineId }) => reversedLineId), context.now, context.commandId],
  );
  return undone.map(({ id }) => id);
}
