import { randomUUID } from 'node:crypto';
import { canonicalJson, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { ValuationRecord } from './valuation.js';

/** Keeps valuations and what each rests on; a second one of the same day corrects the first. */
export async function insertValuations(tx: Tx, context: CommandContext, records: readonly ValuationRecord[]): Promise<void> {
  const rows = records.map(({ signature, ...record }) => ({ ...record, id: randomUUID(), auditor: signature?.auditor ?? null, signedOn: signature?.signedOn ?? null }));
  const parameters = [canonicalJson(rows), context.now, context.commandId];
  await tx.query(
    `insert into valuation (id, investment_id, valued_on, fair_value_won, impairment_won, method, note, known_at, command_id)
     select (v ->> 'id')::uuid, (v ->> 'investmentId')::uuid, (v ->> 'valuedOn')::date, (v ->> 'fairValueWon')::bigint, (v ->> 'impairmentWon')::bigint,
            v ->> 'method', v ->> 'note', $2, $3
       from jsonb_array_elements($1::jsonb) as v`,
    parameters,
  );
  await tx.query(
    `insert into valuation_ground (valuation_id, cost_won, reasons, exceptions, auditor, signed_on, document_id, known_at, command_id)
     select (v ->> 'id')::uuid, (v ->> 'costWon')::bigint, array(select jsonb_array_elements_text(v -> 'reasons')), array(select jsonb_array_elements_text(v -> 'exceptions')),
            v ->> 'auditor', (v ->> 'signedOn')::date, (v ->> 'documentId')::uuid, $2, $3
       from jsonb_array_elements($1::jsonb) as v`,
    parameters,
  );
}
