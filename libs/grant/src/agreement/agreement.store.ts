import { randomUUID } from 'node:crypto';
import { canonicalJson, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { LocalDate } from '#libs/calendar';
import type { DetailValue } from '#libs/errors';
import type { Won } from '#libs/money';
import type { InstitutionType } from '../share/share.js';
import type { GrantPlan, VersionTerms } from './plan/plan.js';

export interface AgreementRow {
  readonly id: string;
  readonly callId: string;
  readonly number: string;
  readonly applicationId: string | null;
  readonly leadId: string | null;
  readonly role: 'LEAD' | 'JOINT' | 'COMMISSIONED';
  readonly partyId: string;
  readonly institution: InstitutionType;
  readonly projectNumber: string | null;
  readonly umbrellaNumber: string | null;
  readonly title: string;
  readonly subProgramme: string | null;
  readonly investigator: string | null;
  readonly investigatorNumber: string | null;
  readonly agreedOn: LocalDate;
}

export async function insertAgreement(tx: Tx, context: CommandContext, row: AgreementRow): Promise<void> {
  await tx.query(
    `insert into grant_agreement (id, call_id, number, application_id, lead_id, role, party_id, institution, project_number, umbrella_number, title, sub_programme, investigator, investigator_number, agreed_on, known_at, command_id)
     select a.id, a."callId", a.number, a."applicationId", a."leadId", a.role, a."partyId", a.institution, a."projectNumber", a."umbrellaNumber", a.title, a."subProgramme", a.investigator, a."investigatorNumber", a."agreedOn", $2, $3
       from jsonb_to_record($1::jsonb) as a (id uuid, "callId" uuid, number text, "applicationId" uuid, "leadId" uuid, role text, "partyId" uuid, institution text, "projectNumber" text,
            "umbrellaNumber" text, title text, "subProgramme" text, investigator text, "investigatorNumber" text, "agreedOn" date)`,
    [canonicalJson(row), context.now, context.commandId],
  );
}

/** A version as it is stated: its whole plan, and what else it says. */
export interface VersionRow extends VersionTerms {
  readonly agreementId: string;
  readonly callId: string;
  readonly version: number;
  readonly manner: 'CONCLUDED' | 'APPROVAL' | 'NOTICE';
  readonly decidedOn: LocalDate;
  readonly effectiveOn: LocalDate;
  readonly reason: string;
  readonly documentId: string | null;
  /** False where the stages stand as the version before said. */
  readonly stagesMoved: boolean;
}

/** States a version with its plan; lines that are new to the agreement are added to it. Answers the id of the version. */
export async function insertVersion(tx: Tx, context: CommandContext, row: VersionRow, plan: GrantPlan): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into grant_version (id, agreement_id, version, manner, decided_on, effective_on, period_from, period_to, reason, document_id, detail, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13)`,
    [id, row.agreementId, row.version, row.manner, row.decidedOn, row.effectiveOn, row.periodFrom, row.periodTo, row.reason, row.documentId, JSON.stringify(row.detail), context.now, context.commandId],
  );
  if (row.stagesMoved) {
    await tx.query(
      `insert into grant_stage (agreement_id, stage, begins_on, ends_on, known_at, version, command_id)
       select $2, s.stage, s."beginsOn", s."endsOn", $3, $4, $5 from jsonb_to_recordset($1::jsonb) as s (stage smallint, "beginsOn" date, "endsOn" date)`,
      [JSON.stringify(row.stages), row.agreementId, context.now, row.version, context.commandId],
    );
  }
  await insertPlan(tx, context, row, id, plan);
  return id;
}

async function insertPlan(tx: Tx, context: CommandContext, row: VersionRow, versionId: string, plan: GrantPlan): Promise<void> {
  const [sources, lines] = [JSON.stringify(plan.sources.map(asText)), JSON.stringify(plan.lines.map(asText))];
  await tx.query(
    `insert into grant_source_plan (version_id, stage, fiscal_year, source, resource, amount_won, command_id)
     select $2, s.stage, s."fiscalYear", s.source, s.resource, s."amountWon", $3
       from jsonb_to_recordset($1::jsonb) as s (stage smallint, "fiscalYear" smallint, source text, resource text, "amountWon" bigint) where s."amountWon" > 0`,
    [sources, versionId, context.commandId],
  );
  await tx.query(
    `insert into grant_line (id, agreement_id, call_id, stage, code, resource, command_id)
     select gen_random_uuid(), $2, $3, l.stage, l.code, l.resource, $4
       from (select distinct stage, code, resource from jsonb_to_recordset($1::jsonb) as x (stage smallint, code text, resource text)) as l
         on conflict (agreement_id, stage, code, resource) do nothing`,
    [lines, row.agreementId, row.callId, context.commandId],
  );
  await tx.query(
    `insert into grant_line_plan (version_id, line_id, fiscal_year, kind, amount_won, command_id)
     select $2, g.id, l."fiscalYear", l.kind, l."amountWon", $4
       from jsonb_to_recordset($1::jsonb) as l (stage smallint, code text, resource text, "fiscalYear" smallint, kind text, "amountWon" bigint)
       join grant_line g on g.agreement_id = $3 and (g.stage, g.code, g.resource) = (l.stage, l.code, l.resource)`,
    [lines, versionId, row.agreementId, context.commandId],
  );
}

/** Commits budget of a year to an agreement, or gives some of it up where the amount is negative; won. */
export async function insertFunding(tx: Tx, context: CommandContext, agreementId: string, funding: readonly { readonly fiscalYear: number; readonly amountWon: bigint }[], reason: string): Promise<void> {
  await tx.query(
    `insert into grant_funding (id, agreement_id, fiscal_year, amount_won, reason, known_at, command_id)
     select gen_random_uuid(), $2, f."fiscalYear", f."amountWon", $3, $4, $5 from jsonb_to_recordset($1::jsonb) as f ("fiscalYear" smallint, "amountWon" bigint) where f."amountWon" <> 0`,
    [JSON.stringify(funding.map(({ fiscalYear, amountWon }) => ({ fiscalYear, amountWon: `${amountWon}` }))), agreementId, reason, context.now, context.commandId],
  );
}

const asText = <Row extends { readonly amountWon: Won }>(row: Row): Omit<Row, 'amountWon'> & { amountWon: DetailValue } => ({ ...row, amountWon: row.amountWon.toString() });
