import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { PolicySource } from '#libs/policy';

/** How a zone was designated: for a wide area, or compactly around one institution (연구개발특구의 육성에 관한 특별법 시행령 제5조). */
export const ZONE_MODES = ['LARGE', 'COMPACT'] as const;
export type ZoneMode = (typeof ZONE_MODES)[number];

/** What was said of a zone: where it lies, and on which days it is one. */
export interface Zone {
  readonly id: string;
  readonly code: string;
  readonly name: Bilingual;
  readonly mode: ZoneMode;
  readonly regions: string;
  readonly from: LocalDate;
  /** The last day; null: until further notice. */
  readonly to: LocalDate | null;
  readonly source: PolicySource;
  readonly clause: string;
}

/** Who of a project lies in a zone: one of the two is enough. */
export type ZoneParty = 'COMPANY' | 'PERFORMER';

/** In which zones company and performer say that they lie, by code. */
export interface StatedZones {
  readonly company: string | null;
  readonly performer: string | null;
}

/** Which zone a project lies in on a day, and by whom. */
export interface ZoneFinding {
  readonly zone: Zone;
  readonly party: ZoneParty;
}
