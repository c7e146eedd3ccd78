import { randomUUID } from 'node:crypto';
import { numberKey } from '#libs/sheet';
import type { ApplicationFact } from '../roster.js';
import { knownOn } from './history.store.js';
import { idOf, type Recording } from './recording.store.js';

/** Applications, each the beginning of a voucher, with their scores. How far they got follows from what was issued. */
export async function recordApplications({ tx, context, year, parties, applied }: Recording, facts: readonly ApplicationFact[]): Promise<void> {
  const rows = facts.map(({ requestedWon, businessNumber, ...fact }) => {
    const voucherId = randomUUID();
    applied.set(numberKey(fact.number), voucherId);
    return { ...fact, voucherId, companyId: idOf(parties, businessNumber), requestedWon: requestedWon.toString(), knownAt: knownOn(fact.receivedOn, context.now) };
  });
  const text = JSON.stringify(rows);
  await tx.query(
    `insert into voucher (id, year_id, company_id, known_at, command_id)
     select d."voucherId", $2, d."companyId", d."knownAt", $3 from jsonb_to_recordset($1::jsonb) as d ("voucherId" uuid, "companyId" uuid, "knownAt" timestamptz)`,
    [text, year.id, context.commandId],
  );
  await tx.query(
    `insert into voucher_application
       (voucher_id, year_id, number, received_on, received_time, representative, officers, contract_number, contract_on, technology, researcher, researcher_number,
        institution, requested_won, clearance, note, known_at, command_id)
     select d."voucherId", $2, d.number, d."receivedOn", d."receivedTime", d.representative, d.officers, d.contract, d."contractOn", d.technology, d.researcher,
            d."researcherNumber", d.institution, d."requestedWon", d."clearanceDocument", d.note, d."knownAt", $3
       from jsonb_to_recordset($1::jsonb) as d (
            "voucherId" uuid, number text, "receivedOn" date, "receivedTime" time, representative text, officers text, contract text, "contractOn" date, technology text,
            researcher text, "researcherNumber" text, institution text, "requestedWon" bigint, "clearanceDocument" text, note text, "knownAt" timestamptz)`,
    [text, year.id, context.commandId],
  );
  await tx.query(
    `insert into evaluation_result (voucher_id, score, known_at, command_id)
     select d."voucherId", d.score, d."knownAt", $2 from jsonb_to_recordset($1::jsonb) as d ("voucherId" uuid, score numeric, "knownAt" timestamptz) where d.score is not null`,
    [text, context.commandId],
  );
}
