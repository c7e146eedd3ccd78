import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { LineOutcome } from './outcome.js';

/** Records what the bank did, line by line; `answerSha256` names the file it was read from. */
export async function insertOutcomes(tx: Tx, context: CommandContext, runId: string, outcomes: readonly LineOutcome[], answerSha256: string | null): Promise<void> {
  for (const { lineNo, outcome, happenedOn, bankReference, reasonCode, reason } of outcomes) {
    await tx.query(
      `insert into payment_outcome (id, run_id, line_no, outcome, happened_on, bank_reference, reason_code, reason, answer_sha256, known_at, command_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [randomUUID(), runId, lineNo, outcome, happenedOn, bankReference, reasonCode, reason, answerSha256, context.now, context.commandId],
    );
  }
}
