import type { LocalDate } from '#libs/calendar';
import type { ZonesDto } from './zone.dto.js';
import { zonesOn } from './zone.rules.js';
import type { Zone } from './zone.js';

export function viewZones(statements: readonly Zone[], on: LocalDate): ZonesDto {
  const designated = new Set(zonesOn(statements, on).map(({ id }) => id));
  return { on, zones: statements.map((zone) => ({ ...zone, name: { ...zone.name }, designated: designated.has(zone.id) })) };
}
