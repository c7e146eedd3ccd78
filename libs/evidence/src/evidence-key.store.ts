import type { CommandContext } from '#libs/command';
import { askPrepared, type Tx } from '#libs/database';
import type { EvidenceScheme } from '#libs/invoice';
import { findInvoices, refusingUsed } from './invoice.store.js';
import type { KnownUse } from '#libs/invoice';

interface EvidenceKey {
  readonly scheme: EvidenceScheme;
  readonly key: string;
}

/** Evidence other than a tax invoice, and what it pays for. */
export interface EvidenceKeyRow extends EvidenceKey {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly knownAt: Date;
}

/** What these pieces of evidence pay for already, whichever instrument knows them, by `scheme key`. */
export async function findEvidenceKeys(tx: Tx, keys: readonly EvidenceKey[]): Promise<ReadonlyMap<string, KnownUse>> {
  if (keys.length === 0) return new Map();
  const invoices = await findInvoices(tx, keys.filter(({ scheme }) => scheme === 'TAX_INVOICE').map(({ key }) => key));
  const rows = await askPrepared<KnownUse & { scheme: string }>(
    tx,
    `select k.scheme, k.key as number, k.subject_id as "subjectId", l.label
       from jsonb_to_recordset($1::jsonb) as d (scheme text, key text) join evidence_key k on k.scheme = d.scheme and k.key = d.key
       left join subject_label l on l.id = k.subject_id`,
    [JSON.stringify(keys.map(({ scheme, key }) => ({ scheme, key })))],
  );
  return new Map([...rows.map(({ scheme, ...use }) => [`${scheme} ${use.number}`, use] as const), ...[...invoices].map(([number, use]) => [`TAX_INVOICE ${number}`, use] as const)]);
}

/** Throws `claim.invoice-used` where somebody else uses the same evidence at this moment. */
export async function insertEvidenceKeys(tx: Tx, context: CommandContext, rows: readonly EvidenceKeyRow[]): Promise<void> {
  const told = rows.map(({ subject, ...row }) => ({ ...row, kind: subject.kind, id: subject.id }));
  await refusingUsed(() =>
    tx.query(
      `insert into evidence_key (scheme, key, subject_kind, subject_id, known_at, command_id)
       select d.scheme, d.key, d.kind, d.id, d."knownAt", $2 from jsonb_to_recordset($1::jsonb) as d (scheme text, key text, kind text, id uuid, "knownAt" timestamptz)`,
      [JSON.stringify(told), context.commandId],
    ),
  );
}
