import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { ApplicationFacts } from './application.js';

export interface ApplicationDraft {
  readonly voucherId: string;
  readonly companyId: string;
  readonly number: string;
  readonly facts: ApplicationFacts;
}

/** The next free number of a year's applications: APP-2021-001, … Ask under the lock of the year. */
export async function nextApplicationNumber(tx: Tx, yearId: string, fiscalYear: number): Promise<string> {
  const prefix = `APP-${fiscalYear}-`;
  const rows: { last: string | null }[] = await tx.query(
    `select max(substring(number from '^APP-[0-9]{4}-([0-9]{3,9})$')::int) as last from voucher_application where year_id = $1 and starts_with(number, $2)`,
    [yearId, prefix],
  );
  return `${prefix}${String(Number(rows[0]?.last ?? 0) + 1).padStart(3, '0')}`;
}

/** Vouchers begin with their applications, in two statements for any number of them. */
export async function insertApplications(tx: Tx, context: CommandContext, yearId: string, drafts: readonly ApplicationDraft[]): Promise<void> {
  const rows = JSON.stringify(drafts.map(({ facts, ...draft }) => ({ ...draft, ...facts, requestedWon: facts.requestedWon.toString() })));
  await tx.query(
    `insert into voucher (id, year_id, company_id, known_at, command_id)
     select d."voucherId", $2, d."companyId", $3, $4 from jsonb_to_recordset($1::jsonb) as d ("voucherId" uuid, "companyId" uuid)`,
    [rows, yearId, context.now, context.commandId],
  );
  await tx.query(
    `insert into voucher_application
       (voucher_id, year_id, number, received_on, received_time, representative, officers, contract_number, contract_on, technology, researcher, researcher_number,
        institution, requested_won, services, consented, clearance, phone, address, note, known_at, command_id)
     select d."voucherId", $2, d.number, d."receivedOn", d."receivedTime", d.representative, d.officers, d."contractNumber", d."contractOn", d.technology, d.researcher, d."researcherNumber",
            d.institution, d."requestedWon", d.services, d.consented, d.clearance, d.phone, d.address, d.note, $3, $4
       from jsonb_to_recordset($1::jsonb) as d (
            "voucherId" uuid, number text, "receivedOn" date, "receivedTime" time, representative text, officers text, "contractNumber" text, "contractOn" date, technology text,
            researcher text, "researcherNumber" text, institution text, "requestedWon" bigint, services text, consented boolean, clearance text, phone text, address text, note text)`,
    [rows, yearId, context.now, context.commandId],
  );
}
