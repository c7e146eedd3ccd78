import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import { canonicalJson, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Details } from '#libs/errors';
import type { Won } from '#libs/money';
import type { PenaltyProposal, SanctionGround } from './sanction.js';

export interface ImposedSanction {
  readonly id: string;
  readonly callId: string;
  readonly agreementId: string;
  readonly number: string;
  readonly ground: SanctionGround;
  readonly improperOn: LocalDate;
  readonly noticeOn: LocalDate;
  readonly objectionUntil: LocalDate;
  readonly misspentWon: Won;
  readonly governmentPaidWon: Won;
  readonly proposal: PenaltyProposal;
  readonly penaltyWon: Won;
  readonly adjustment: string | null;
  readonly banMonths: number;
  readonly reason: string;
  readonly working: Details;
}

export async function nextSanctionNumber(tx: Tx, year: number): Promise<string> {
  const rows: { number: string }[] = await tx.query('select next_sanction_number($1) as number', [year]);
  return rows[0]?.number ?? '';
}

export async function insertSanction(tx: Tx, context: CommandContext, imposed: ImposedSanction): Promise<void> {
  const { proposal } = imposed;
  await tx.query(
    `insert into grant_sanction (id, call_id, agreement_id, number, ground, improper_on, notice_on, objection_until, misspent_won, government_paid_won, standard_won, lowest_won, highest_won,
       penalty_won, adjustment, ban_months, reason, clause, working, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      ...[imposed.id, imposed.callId, imposed.agreementId, imposed.number, imposed.ground, imposed.improperOn, imposed.noticeOn, imposed.objectionUntil],
      ...[imposed.misspentWon, imposed.governmentPaidWon, proposal.standardWon, proposal.lowestWon, proposal.highestWon, imposed.penaltyWon].map(String),
      ...[imposed.adjustment, imposed.banMonths, imposed.reason, proposal.clause, canonicalJson(imposed.working), context.now, context.commandId],
    ],
  );
}

export interface ImposedBan {
  readonly sanctionId: string;
  readonly partyId: string | null;
  readonly researcher: string | null;
  readonly researcherNumber: string | null;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly ground: string;
  readonly source: string;
}

export async function imposeBan(tx: Tx, context: CommandContext, ban: ImposedBan): Promise<void> {
  const id = randomUUID();
  await tx.query(
    'insert into grant_ban (id, party_id, researcher, researcher_number, from_on, to_on, ground, source, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [id, ban.partyId, ban.researcher, ban.researcherNumber, ban.fromOn, ban.toOn, ban.ground, ban.source, context.now, context.commandId],
  );
  await tx.query('insert into grant_sanction_ban (ban_id, sanction_id, command_id) values ($1, $2, $3)', [id, ban.sanctionId, context.commandId]);
}

/** `lastOn`: the last day on which it holds. */
export async function insertBanEnd(tx: Tx, context: CommandContext, banId: string, lastOn: LocalDate, reason: string): Promise<void> {
  await tx.query('insert into grant_ban_end (ban_id, last_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5)', [banId, lastOn, reason, context.now, context.commandId]);
}

export async function insertSanctionObjection(
  tx: Tx,
  context: CommandContext,
  { id, sanctionId, objectedOn, grounds, answerDueOn, documentId }: { readonly id: string; readonly sanctionId: string; readonly objectedOn: LocalDate; readonly grounds: string; readonly answerDueOn: LocalDate; readonly documentId: string | null },
): Promise<void> {
  await tx.query(
    'insert into grant_sanction_objection (id, sanction_id, objected_on, grounds, answer_due_on, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, sanctionId, objectedOn, grounds, answerDueOn, documentId, context.now, context.commandId],
  );
}

export async function insertSanctionAnswer(
  tx: Tx,
  context: CommandContext,
  answer: { readonly objectionId: string; readonly outcome: string; readonly reason: string; readonly penaltyWon: Won; readonly banMonths: number },
): Promise<void> {
  await tx.query(
    'insert into grant_sanction_answer (objection_id, outcome, reason, answered_on, penalty_won, ban_months, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [answer.objectionId, answer.outcome, answer.reason, context.today, `${answer.penaltyWon}`, answer.banMonths, context.now, context.commandId],
  );
}
