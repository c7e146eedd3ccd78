import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Sourced } from '#libs/policy';
import type { StatedZones, Zone, ZoneFinding } from './zone.js';

/**
 * The zones of a day. Of each code the statement that begins latest counts, of two the one that comes later in `statements`;
 * where it has ended, there is no such zone that day.
 */
export function zonesOn(statements: readonly Zone[], day: LocalDate): Zone[] {
  const standing = new Map<string, Zone>();
  for (const zone of statements) {
    const earlier = standing.get(zone.code);
    if (zone.from <= day && (earlier === undefined || zone.from >= earlier.from)) standing.set(zone.code, zone);
  }
  return [...standing.values()].filter(({ to }) => to === null || day <= to);
}

/** The zone that makes a project one of the pilot on a day: of the company, or else of the performer. */
export function findZone(stated: StatedZones, zones: readonly Zone[]): ZoneFinding | null {
  const company = zones.find(({ code }) => code === stated.company);
  if (company !== undefined) return { zone: company, party: 'COMPANY' };
  const performer = zones.find(({ code }) => code === stated.performer);
  return performer === undefined ? null : { zone: performer, party: 'PERFORMER' };
}

/** A zone by the name that people write; a trailing 강소, 특구 or both does not count. */
export function zoneNamed(name: string, zones: readonly Zone[]): Zone | null {
  const bare = bareZoneName(name);
  return zones.find((zone) => bareZoneName(zone.name.ko) === bare) ?? null;
}

const bareZoneName = (name: string): string => name.normalize('NFKC').replace(/[\s·ㆍ,]/gu, '').replace(/(강소)?(연구개발)?(특구)?$/u, '');

/** Company or performer lies in a special zone on the day of the agreement. */
export function companyOrPerformerLiesInAZone(stated: StatedZones, zones: readonly Zone[], day: LocalDate, required: Sourced<boolean>): Verdict {
  const found = findZone(stated, zones);
  const named = [stated.company, stated.performer].filter((code) => code !== null).join(', ');
  const { source } = required;
  const inputs = { day, companyZone: stated.company, performerZone: stated.performer, found: found?.zone.code ?? null, source };
  const rule = { rule: 'company-or-performer-lies-in-a-zone', clause: required.clause, inputs };
  if (found !== null) {
    const who = found.party === 'COMPANY' ? { ko: '참여기업', en: 'the company' } : { ko: '수행기관', en: 'the performer' };
    return { ...rule, result: 'PASS', text: { ko: `${day} 현재 ${who.ko}이(가) ${found.zone.name.ko} 특구에 있습니다.`, en: `On ${day} ${who.en} lies in the zone ${found.zone.name.en}.` } };
  }
  const text =
    named === ''
      ? { ko: '참여기업과 수행기관 가운데 특구에 있는 곳이 없습니다. 특구에 있는 기업이나 수행기관과 계획해 주세요.', en: 'Neither the company nor the performer lies in a zone. Plan it with one that does.' }
      : { ko: `${day}에 지정되어 있던 특구가 아닙니다(${named}). 소재지와 지정 기간을 확인해 주세요.`, en: `${named} was no designated zone on ${day}. Check the place and the days of the designation.` };
  return { ...rule, result: required.value ? 'BLOCK' : 'WARN', text };
}
