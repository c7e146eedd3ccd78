import { createHash, randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import { canonicalJson } from '#libs/command';
import type { Tx } from '#libs/database';
import type { EvidenceDraft } from '../classification/classification.js';
import { EvidenceEntity } from '../classification/evidence.entity.js';

export interface Witness {
  readonly knownAt: Date;
  readonly commandId: string;
}

/** Keeps documents of an investment with what they say; answers their ids, in the order of `drafts`. */
export async function keepEvidence(tx: Tx, witness: Witness, investmentId: string, drafts: readonly EvidenceDraft[]): Promise<string[]> {
  if (drafts.length === 0) return [];
  const rows = drafts.map((draft) => ({ ...draft, id: randomUUID() }));
  await tx.insert(EvidenceEntity, rows.map(({ detail: _detail, ...evidence }) => ({ ...evidence, ...witness, investmentId })));
  const said = rows.flatMap(({ id, detail }) => (detail === undefined || detail === null ? [] : [{ id, ...detail }]));
  if (said.length > 0) {
    await tx.query(
      `insert into evidence_detail (evidence_id, number, counterparty, term_from, term_to, holding_basis_points, holding_law, valued_on, project_number,
                                    project_role, grade, zone, cancelled_on, known_at, command_id)
       select d.id, d.number, d.counterparty, d."termFrom", d."termTo", d."holdingBasisPoints", d."holdingLaw", d."valuedOn", d."projectNumber",
              d."projectRole", d.grade, d.zone, d."cancelledOn", $2, $3
         from jsonb_to_recordset($1::jsonb) as d (id uuid, number text, counterparty text, "termFrom" date, "termTo" date, "holdingBasisPoints" int, "holdingLaw" text,
              "valuedOn" date, "projectNumber" text, "projectRole" text, grade text, zone text, "cancelledOn" date)`,
      [canonicalJson(said), witness.knownAt, witness.commandId],
    );
  }
  return rows.map(({ id }) => id);
}

/** Freezes the facts of a decision: canonical JSON with its SHA-256. `asOf` is the payment that was looked at. */
export async function keepSnapshot(tx: Tx, witness: Witness, classificationId: string, asOf: LocalDate, facts: Readonly<Record<string, unknown>>): Promise<string> {
  const text = canonicalJson(facts);
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  await tx.query('insert into recognition_snapshot (classification_id, as_of, facts, sha256, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [
    ...[classificationId, asOf, text, sha256],
    ...[witness.knownAt, witness.commandId],
  ]);
  return sha256;
}
