import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { CallLine, GrantCall } from './call.js';

export type CallDraft = Omit<GrantCall, 'feasibility'> & { readonly feasibility: 'NOT_NEEDED' | 'PENDING' };

export async function insertCall(tx: Tx, context: CommandContext, call: CallDraft): Promise<void> {
  const { id, programmeId, kind, regime, fiscalYear, prefix, name, agency, recipientRole, amountBasis, feasibility } = call;
  await tx.query(
    `insert into grant_call (id, programme_id, kind, regime, fiscal_year, prefix, name, agency, recipient_role, amount_basis, feasibility, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [id, programmeId, kind, regime, fiscalYear, prefix, name, agency, recipientRole, amountBasis, feasibility, context.now, context.commandId],
  );
}

/** The lines on which money of the call may be spent. */
export async function insertCallLines(tx: Tx, context: CommandContext, callId: string, lines: readonly CallLine[]): Promise<void> {
  await tx.query(
    `insert into grant_call_line (call_id, code, name_ko, name_en, indirect, in_kind, position, known_at, command_id)
     select $2, l.code, l.name ->> 'ko', l.name ->> 'en', l.indirect, l."inKind", l.position, $3, $4
       from jsonb_to_recordset($1::jsonb) as l (code text, name jsonb, indirect boolean, "inKind" boolean, position smallint)`,
    [JSON.stringify(lines), callId, context.now, context.commandId],
  );
}

export interface FeasibilityPass {
  readonly callId: string;
  readonly passedOn: LocalDate;
  readonly clause: string;
}

export async function insertFeasibilityPass(tx: Tx, context: CommandContext, { callId, passedOn, clause }: FeasibilityPass): Promise<void> {
  await tx.query('insert into grant_feasibility_pass (call_id, passed_on, clause, known_at, command_id) values ($1, $2, $3, $4, $5)', [callId, passedOn, clause, context.now, context.commandId]);
}
