import { canonicalJson, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { LocalDate } from '#libs/calendar';
import type { Worksheet } from './worksheet/worksheet.query.js';

export interface DecidedSettlement {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly noticeOn: LocalDate;
  readonly objectionUntil: LocalDate;
  readonly reason: string | null;
}

export async function nextSettlementNumber(tx: Tx, year: number): Promise<string> {
  const rows: { number: string }[] = await tx.query('select next_settlement_number($1) as number', [year]);
  return rows[0]?.number ?? '';
}

/** Freezes the form: table 3 in columns, tables 1 and 2 row by row, and the whole as it is printed. */
export async function insertSettlement(tx: Tx, context: CommandContext, decided: DecidedSettlement, { call, agreement, stage, facts, form, digest }: Worksheet): Promise<void> {
  const { returns } = form;
  await tx.query(
    `insert into grant_settlement (id, call_id, agreement_id, stage, version, number, plan_id, decided_on, notice_on, objection_until, institution, terminated,
       government_cash_won, own_cash_won, other_cash_won, government_unpaid_won, unused_won, disallowed_won, part_numerator, part_denominator, returned_won, in_kind_shortage_won,
       indirect_proportional_won, own_unpaid_won, never_paid_won, interest_won, returned_interest_won, total_won, notice_won, dropped_won, clause, reason, form, digest, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36)`,
    [
      ...[decided.id, call.id, agreement.id, stage.stage, decided.version, decided.number, agreement.versionId, context.today, decided.noticeOn, decided.objectionUntil],
      ...[facts.institution, facts.terminated],
      ...[facts.governmentCashWon, facts.ownCashWon, facts.otherCashWon, facts.governmentUnpaidWon, returns.unusedWon, returns.disallowedWon].map(String),
      ...[returns.governmentPart.numerator, returns.governmentPart.denominator, returns.returnedWon, returns.inKindShortageWon, returns.indirectProportionalWon, returns.ownUnpaidWon].map(String),
      ...[returns.neverPaidWon, returns.interestWon, returns.returnedInterestWon, returns.totalWon, returns.noticeWon, returns.droppedWon].map(String),
      ...[form.clauses.recovery, decided.reason, canonicalJson(form), digest, context.now, context.commandId],
    ],
  );
  await insertLines(tx, context, decided.id, form.lines);
  await tx.query(
    `insert into grant_settlement_interest (settlement_id, time, earned_won, project_won, reinvested_won, results_won, other_won, treasury_won, command_id)
     select $1, t.*, $2 from unnest($3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[]) as t`,
    [
      ...[decided.id, context.commandId, form.interest.map(({ time }) => time)],
      ...(['earnedWon', 'projectWon', 'reinvestedWon', 'resultsWon', 'otherWon', 'treasuryWon'] as const).map((key) => form.interest.map((row) => `${row[key]}`)),
    ],
  );
}

async function insertLines(tx: Tx, context: CommandContext, settlementId: string, lines: Worksheet['form']['lines']): Promise<void> {
  const amounts = ['carriedWon', 'plannedWon', 'changeWon', 'interestInWon', 'usedWon', 'disallowedWon', 'carriedForwardWon', 'retainedWon'] as const;
  await tx.query(
    `insert into grant_settlement_line (settlement_id, command_id, line_id, resource, returned, carried_won, planned_won, change_won, interest_in_won, used_won, disallowed_won, carried_forward_won, retained_won)
     select $1, $2, t.* from unnest($3::uuid[], $4::text[], $5::boolean[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[]) as t`,
    [
      ...[settlementId, context.commandId, lines.map(({ lineId }) => lineId), lines.map(({ resource }) => resource), lines.map(({ returned }) => returned)],
      ...amounts.map((key) => lines.map((line) => `${line[key]}`)),
    ],
  );
}

export async function insertFinal(tx: Tx, context: CommandContext, { settlementId, agreementId, stage, acceptedOn }: { readonly settlementId: string; readonly agreementId: string; readonly stage: number; readonly acceptedOn: LocalDate | null }): Promise<void> {
  await tx.query(
    'insert into grant_settlement_final (settlement_id, agreement_id, stage, finalized_on, accepted_on, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)',
    [settlementId, agreementId, stage, context.today, acceptedOn, context.now, context.commandId],
  );
}
