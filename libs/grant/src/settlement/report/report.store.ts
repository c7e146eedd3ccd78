import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { ReportSettlement } from './report.js';

const text = (amount: bigint | null): string | null => (amount === null ? null : `${amount}`);

export async function insertReport(tx: Tx, context: CommandContext, report: ReportSettlement & { readonly id: string; readonly dueOn: LocalDate }): Promise<void> {
  const { id, agreementId, kind, stage, fiscalYear, receivedOn, dueOn, stated, documentId, note } = report;
  await tx.query(
    `insert into grant_settlement_report (id, agreement_id, kind, stage, fiscal_year, received_on, due_on, used_won, unused_won, disallowed_won, in_kind_shortage_won, interest_won, total_won,
       document_id, note, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[id, agreementId, kind, stage, fiscalYear, receivedOn, dueOn],
      ...[text(stated.usedWon), text(stated.unusedWon), text(stated.disallowedWon), text(stated.inKindShortageWon), text(stated.interestWon), text(stated.totalWon)],
      ...[documentId, note, context.now, context.commandId],
    ],
  );
}
