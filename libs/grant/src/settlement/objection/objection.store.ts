import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';

interface Objection {
  readonly id: string;
  readonly settlementId: string;
  readonly objectedOn: LocalDate;
  readonly grounds: string;
  readonly answerDueOn: LocalDate;
  readonly documentId: string | null;
}

export async function insertObjection(tx: Tx, context: CommandContext, { id, settlementId, objectedOn, grounds, answerDueOn, documentId }: Objection): Promise<void> {
  await tx.query(
    'insert into grant_settlement_objection (id, settlement_id, objected_on, grounds, answer_due_on, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, settlementId, objectedOn, grounds, answerDueOn, documentId, context.now, context.commandId],
  );
}

interface Answer {
  readonly objectionId: string;
  readonly outcome: string;
  readonly reason: string;
  readonly settlementId: string | null;
}

export async function insertAnswer(tx: Tx, context: CommandContext, { objectionId, outcome, reason, settlementId }: Answer): Promise<void> {
  await tx.query(
    'insert into grant_settlement_answer (objection_id, outcome, reason, answered_on, settlement_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)',
    [objectionId, outcome, reason, context.today, settlementId, context.now, context.commandId],
  );
}
