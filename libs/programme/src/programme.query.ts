import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';

export interface ProgrammeRow {
  readonly id: string;
  readonly code: string;
  readonly nameKo: string;
  readonly nameEn: string;
  readonly horizonFrom: LocalDate;
  readonly horizonTo: LocalDate;
  readonly vintages: readonly { readonly id: string; readonly year: number }[];
}

const PROGRAMME_SELECT = `
  select p.id, p.code, p.name_ko as "nameKo", p.name_en as "nameEn", p.horizon_from as "horizonFrom", p.horizon_to as "horizonTo",
         (select coalesce(json_agg(json_build_object('id', v.id, 'year', v.year) order by v.year), '[]'::json) from vintage v where v.programme_id = p.id) as vintages
    from programme p`;

export async function listProgrammes(tx: Tx): Promise<ProgrammeRow[]> {
  return tx.query(`${PROGRAMME_SELECT} order by p.code`);
}

export async function getProgramme(tx: Tx, id: string): Promise<ProgrammeRow> {
  const rows: ProgrammeRow[] = await tx.query(`${PROGRAMME_SELECT} where p.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '사업', en: 'programme' }, id);
  return rows[0];
}

/** The vintage of a programme in a year, or null. Without a programme: of the only one there is, or of the first by code. */
export async function findVintage(tx: Tx, year: number, programmeId: string | null = null): Promise<{ id: string; programmeId: string } | null> {
  const rows: { id: string; programmeId: string }[] = await tx.query(
    `select v.id, v.programme_id as "programmeId" from vintage v join programme p on p.id = v.programme_id
      where v.year = $1 and ($2::uuid is null or p.id = $2) order by p.code limit 1`,
    [year, programmeId],
  );
  return rows[0] ?? null;
}
