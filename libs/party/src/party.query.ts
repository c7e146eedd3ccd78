import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import type { PartyKind } from './party.js';

export interface PartyRow {
  readonly id: string;
  readonly kind: PartyKind;
  readonly name: string;
  readonly businessNumber: string | null;
}

const PARTY_SELECT = `select id, kind, name, business_number as "businessNumber" from party`;

/** Only what is nothing but a number, however it is spaced, is looked for among business numbers. */
const NUMBER = /^[\d\s-]+$/;

/** Parties by name whose name or business number has `search` in it, a page at a time: those after the party `after`. */
export function listParties(tx: Tx, search: string, after: string | null, limit: number): Promise<PartyRow[]> {
  const words = search.trim();
  return tx.query(
    `${PARTY_SELECT}
      where ($1 = '' or strpos(match_name, $2) > 0 or ($3 <> '' and strpos(business_number, $3) > 0))
        and ($4::uuid is null or (name, id) > (select name, id from party where id = $4))
      order by name, id limit $5`,
    [words, normaliseName(words), NUMBER.test(words) ? words.replace(/\D/g, '') : '', after, limit],
  );
}

export async function getParty(tx: Tx, id: string): Promise<PartyRow> {
  const rows: PartyRow[] = await tx.query(`${PARTY_SELECT} where id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '거래처', en: 'party' }, id);
  return rows[0];
}
