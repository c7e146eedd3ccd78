import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';
import type { ResultUse } from './technology.js';

export interface NewTechnology {
  readonly agreementId: string;
  readonly companyId: string;
  readonly name: string;
  readonly patentNumber: string | null;
  readonly use: ResultUse;
  readonly contributionBasisPoints: number | null;
  readonly contractedOn: LocalDate;
}

/** Null where the same result is on record with this company already. */
export async function insertTechnology(tx: Tx, context: CommandContext, technology: NewTechnology): Promise<string | null> {
  const id = randomUUID();
  const { agreementId, companyId, name, patentNumber, use, contributionBasisPoints, contractedOn } = technology;
  const rows: unknown[] = await tx.query(
    `insert into royalty_technology (id, agreement_id, company_id, name, patent_number, use, contribution_basis_points, contracted_on, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (agreement_id, company_id, name, use) do nothing returning id`,
    [id, agreementId, companyId, name, patentNumber, use, contributionBasisPoints, contractedOn, context.now, context.commandId],
  );
  return rows.length === 0 ? null : id;
}

export interface NewDeclaration {
  readonly technologyId: string;
  readonly year: number;
  readonly incomeWon: Won;
  readonly collectedOn: LocalDate | null;
  readonly declaredOn: LocalDate;
  readonly jobs: number | null;
  readonly documentId: string | null;
}

/** Adds the next turn of a year's declaration. */
export async function insertDeclaration(tx: Tx, context: CommandContext, declaration: NewDeclaration): Promise<{ readonly id: string; readonly turn: number }> {
  const id = randomUUID();
  const { technologyId, year, incomeWon, collectedOn, declaredOn, jobs, documentId } = declaration;
  const rows: { turn: number }[] = await tx.query(
    `insert into royalty_declaration (id, technology_id, year, turn, income_won, collected_on, declared_on, jobs, document_id, known_at, command_id)
     select $1, $2::uuid, $3::smallint, 1 + count(*), $4, $5, $6, $7, $8, $9, $10 from royalty_declaration where technology_id = $2::uuid and year = $3::smallint
     returning turn`,
    [id, technologyId, year, `${incomeWon}`, collectedOn, declaredOn, jobs, documentId, context.now, context.commandId],
  );
  return { id, turn: rows[0]?.turn ?? 1 };
}
