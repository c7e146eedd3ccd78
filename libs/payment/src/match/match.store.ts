import { canonicalJson, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';
import type { Reason } from './match.js';

/** What a person says that a line is. */
export interface NewMatch {
  readonly id: string;
  readonly lineId: string;
  readonly kind: string | null;
  readonly recordId: string | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly amountWon: Won;
  readonly label: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export async function lockBankLines(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('select lock_bank_lines($1)', [ids]);
}

export async function insertMatches(tx: Tx, context: CommandContext, matches: readonly NewMatch[]): Promise<void> {
  await tx.query(
    `insert into bank_match (id, line_id, kind, record_id, reason_code, note, amount_won, label, score, reasons, known_at, command_id)
     select d.id, d."lineId", d.kind, d."recordId", d."reasonCode", d.note, d."amountWon", d.label, d.score, d.reasons, $2, $3
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "lineId" uuid, kind text, "recordId" uuid, "reasonCode" text, note text, "amountWon" bigint, label text, score smallint, reasons jsonb)`,
    [canonicalJson(matches), context.now, context.commandId],
  );
}

export async function insertUndo(tx: Tx, context: CommandContext, matchId: string, reason: string): Promise<void> {
  await tx.query('insert into bank_match_undo (match_id, reason, known_at, command_id) values ($1, $2, $3, $4)', [matchId, reason, context.now, context.commandId]);
}

/** Takes back what was found of a record that counts no more: its line is open again. By the command that withdraws the record, which states `bank_match_undo`. */
export async function releaseBankRecord(tx: Tx, context: CommandContext, kind: string, recordId: string, reason: string): Promise<void> {
  await tx.query('select release_bank_record($1, $2, $3, $4, $5)', [kind, recordId, reason, context.now, context.commandId]);
}
