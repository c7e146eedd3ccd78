import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { Institute } from './public-institute.js';

const SELECT = `
  select i.id, i.name, i.number, i.kind, i.valid_from as "validFrom", i.source, e.last_on as "lastOn", e.reason as "endReason"
    from public_institute i left join public_institute_end e on e.institute_id = i.id`;

/** The list as known at an instant, by name; on `asOf` only where asked for, and only names or numbers with `text` in them. */
export function listInstitutes(tx: Tx, wanted: { readonly text: string | null; readonly asOf: LocalDate | null }): Promise<Institute[]> {
  return tx.query(
    `${SELECT} where ($1::text is null or institute_word(i.name) like '%' || institute_word($1) || '%' or i.number like regexp_replace($1, '[^0-9]', '', 'g') || '%' and $1 ~ '[0-9]')
        and ($2::date is null or i.valid_from <= $2 and (e.last_on is null or e.last_on >= $2))
      order by i.name, i.valid_from limit 1000`,
    [wanted.text === null ? null : wanted.text.replace(/[%_\\]/gu, '\\$&'), wanted.asOf],
  );
}

/** Institutes still on the list that go by the same name or number as one of these. */
export function findSame(tx: Tx, names: readonly string[], numbers: readonly string[]): Promise<Institute[]> {
  return tx.query(`${SELECT} where institute_word(i.name) in (select institute_word(n) from unnest($1::text[]) as n) or i.number = any($2::text[]) order by i.valid_from`, [names, numbers]);
}

export async function getInstitute(tx: Tx, id: string): Promise<Institute> {
  const rows: Institute[] = await tx.query(`${SELECT} where i.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '공공연구기관', en: 'public institute' }, id);
  return rows[0];
}
