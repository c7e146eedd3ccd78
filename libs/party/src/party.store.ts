import { randomUUID } from 'node:crypto';
import type { Tx } from '#libs/database';
import { normaliseName } from '#libs/identifier';
import { PartyEntity } from './party.entity.js';
import { partyKey, type PartyDraft } from './party.js';

/**
 * The ids of the parties that `drafts` describe, by `partyKey`; those that are not on record yet are added. A party with
 * a business number is known by it whatever its name is written like; one without is known by its name.
 */
export async function ensureParties(tx: Tx, drafts: readonly PartyDraft[]): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(drafts.map((draft) => [partyKey(draft, normaliseName(draft.name)), draft]));
  // Concurrent first sightings of one party wait for each other instead of colliding on the unique number.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('party registry', 0))`);
  const ids = await findParties(tx, [...wanted.keys()]);
  const missing = [...wanted].filter(([key]) => !ids.has(key)).map(([key, draft]) => ({ key, row: { id: randomUUID(), matchName: normaliseName(draft.name), ...draft } }));
  if (missing.length > 0) await tx.insert(PartyEntity, missing.map(({ row }) => row));
  for (const { key, row } of missing) ids.set(key, row.id);
  return ids;
}

async function findParties(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  const rows: { key: string; id: string }[] = await tx.query(
    `select coalesce(business_number, 'name:' || match_name) as key, min(id::text) as id
       from party where business_number = any($1) or (business_number is null and 'name:' || match_name = any($1)) group by 1`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}
