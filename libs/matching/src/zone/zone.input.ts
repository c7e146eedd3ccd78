import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { cleanText } from '#libs/identifier';
import type { PolicySource } from '#libs/policy';
import type { RecordZoneDto } from './zone.dto.js';
import type { RecordZone } from './zone.service.js';
import type { ZoneMode } from './zone.js';

const CODE = /^[A-Z][A-Z0-9-]{1,39}$/;

/** The typed form as a command; refuses a code of another shape at its field. */
export function toZone({ code, nameKo, nameEn, mode, regions, from, to, source, clause }: RecordZoneDto): RecordZone {
  if (!CODE.test(code)) throw invalidField('/code', 'matching-zone.code', { ko: '코드는 영문 대문자로 시작하고 대문자·숫자·붙임표만 씁니다. 예: DAEDEOK', en: 'A code begins with a capital and has capitals, digits and hyphens only: DAEDEOK.' });
  return {
    ...{ code, name: { ko: cleanText(nameKo), en: cleanText(nameEn) }, mode: mode as ZoneMode, regions: cleanText(regions) },
    ...{ from: localDate(from), to: to === undefined ? null : localDate(to), source: source as PolicySource, clause: cleanText(clause) },
  };
}
