import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { zonesOn } from './zone.rules.js';
import type { Zone } from './zone.js';

/** Everything that was said of zones, in the order in which it was recorded: the order that `zonesOn` wants. */
export function zoneStatements(tx: Tx): Promise<Zone[]> {
  return tx.query(
    `select id, code, json_build_object('ko', name_ko, 'en', name_en) as name, mode, regions, valid_from as "from", valid_to as "to", source, clause
       from matching_zone order by recorded_at, mode desc, valid_from, code`,
  );
}

/** The zones of a day by what is on record now. */
export const zonesOfDay = async (tx: Tx, day: LocalDate): Promise<Zone[]> => zonesOn(await zoneStatements(tx), day);
