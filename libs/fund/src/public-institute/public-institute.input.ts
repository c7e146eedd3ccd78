import { localDate } from '#libs/calendar';
import { cleanText, parseBusinessNumber } from '#libs/identifier';
import { NumberFaults } from '../fund/fund.input.js';
import type { RecordInstitutesDto } from './public-institute.dto.js';
import type { InstituteKind } from './public-institute.js';
import type { RecordInstitutes } from './public-institute.service.js';

/** The typed institutes; refuses wrong registration numbers at their fields. */
export function toInstitutes({ institutes }: RecordInstitutesDto): RecordInstitutes {
  const faults = new NumberFaults();
  const drafts = institutes.map(({ name, number, kind, validFrom, source }, index) => ({
    name: cleanText(name),
    number: number === undefined ? null : faults.take(`/institutes/${index}/number`, parseBusinessNumber(number)),
    kind: kind as InstituteKind,
    validFrom: localDate(validFrom),
    source: cleanText(source),
  }));
  faults.refuse();
  return { institutes: drafts };
}
