import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { RecordVerification } from './verification.js';

export async function insertVerification(tx: Tx, context: CommandContext, report: RecordVerification & { readonly id: string }): Promise<void> {
  const { id, agreementId, kind, stage, fiscalYear, auditor, auditorNumber, opinion, findings, reportedOn, receivedOn, documentId } = report;
  await tx.query(
    `insert into grant_verification (id, agreement_id, kind, stage, fiscal_year, auditor, auditor_number, opinion, findings, reported_on, received_on, document_id, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [id, agreementId, kind, kind === 'SETTLEMENT' ? stage : null, kind === 'FISCAL_YEAR' ? fiscalYear : null, auditor, auditorNumber, opinion, findings, reportedOn, receivedOn, documentId, context.now, context.commandId],
  );
}
