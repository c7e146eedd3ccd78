import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import type { Sourced } from '#libs/policy';
import { companyOrPerformerLiesInAZone, findZone, zoneNamed, zonesOn } from './zone.rules.js';
import { SEED_ZONES } from './zone.data.js';
import type { StatedZones, Zone } from './zone.js';

const REQUIRED: Sourced<boolean> = { value: true, clause: '시범 공고', source: 'SEED' };
const zone = (code: string, from: string, to: string | null = null, id = code): Zone => ({
  ...{ id, code, name: { ko: code, en: code }, mode: 'LARGE' as const, regions: '-', from: localDate(from), to: to === null ? null : localDate(to), source: 'PRACTICE' as const, clause: '고시' },
});
/** Daedeok since 2005; Ansan until the end of 2023; Gumi enlarged in 2022, with the enlargement withdrawn on record later. */
const ZONES = [zone('DAEDEOK', '2005-07-28'), zone('ANSAN', '2019-06-19', '2023-12-31'), zone('GUMI', '2020-07-27'), zone('GUMI', '2022-01-01', null, 'wider'), zone('GUMI', '2022-01-01', '2022-06-30', 'wider, ended')];

describe('zones of a day', () => {
  it.each([
    ['2005-07-27', []],
    ['2005-07-28', ['DAEDEOK']],
    ['2020-07-26', ['DAEDEOK', 'ANSAN']],
    ['2020-07-27', ['DAEDEOK', 'ANSAN', 'GUMI']],
    ['2022-06-30', ['DAEDEOK', 'ANSAN', 'wider, ended']],
    ['2022-07-01', ['DAEDEOK', 'ANSAN']],
    ['2024-01-01', ['DAEDEOK']],
  ])('on %s: %j', (day, expected) => {
    expect(zonesOn(ZONES, localDate(day)).map(({ id }) => id)).toEqual(expected);
  });
});

describe('the test of the zone', () => {
  it.each<[string, StatedZones, string, string | null]>([
    ['company and performer', { company: 'ANSAN', performer: 'DAEDEOK' }, 'PASS', 'COMPANY'],
    ['the company alone', { company: 'ANSAN', performer: null }, 'PASS', 'COMPANY'],
    ['the performer alone', { company: null, performer: 'DAEDEOK' }, 'PASS', 'PERFORMER'],
    ['a zone of the company that is none, and the performer in one', { company: 'NOWHERE', performer: 'DAEDEOK' }, 'PASS', 'PERFORMER'],
    ['neither', { company: null, performer: null }, 'BLOCK', null],
    ['a place that is no zone', { company: 'NOWHERE', performer: null }, 'BLOCK', null],
  ])('%s', (_who, stated, result, party) => {
    const zones = zonesOn(ZONES, localDate('2021-04-05'));
    expect([companyOrPerformerLiesInAZone(stated, zones, localDate('2021-04-05'), REQUIRED).result, findZone(stated, zones)?.party ?? null]).toEqual([result, party]);
  });

  it('only warns in a pool that takes projects from everywhere', () => {
    expect(companyOrPerformerLiesInAZone({ company: null, performer: null }, [], localDate('2021-04-05'), { ...REQUIRED, value: false }).result).toBe('WARN');
  });

  it('goes by the day: a designation that ended does not help', () => {
    const on = (day: string) => companyOrPerformerLiesInAZone({ company: 'ANSAN', performer: null }, zonesOn(ZONES, localDate(day)), localDate(day), REQUIRED).result;
    expect([on('2019-06-18'), on('2019-06-19'), on('2023-12-31'), on('2024-01-01')]).toEqual(['BLOCK', 'PASS', 'PASS', 'BLOCK']);
  });
});

describe('zones by the names that people write', () => {
  const seeded = zonesOn(SEED_ZONES.map((each) => ({ ...each, id: each.code })), localDate('2021-07-19'));

  it.each([
    ['대덕', 'DAEDEOK'],
    ['대덕 연구개발특구', 'DAEDEOK'],
    ['창원 강소', 'CHANGWON'],
    ['창원강소특구', 'CHANGWON'],
    ['울산 울주', 'ULSAN-ULJU'],
    ['판교', null],
    ['인천 서구', null],
  ])('%s', (name, code) => {
    expect(zoneNamed(name, seeded)?.code ?? null).toBe(code);
  });

  it('are five large and fourteen compact ones in 2023', () => {
    const zones = zonesOn(SEED_ZONES.map((each) => ({ ...each, id: each.code })), localDate('2023-12-31'));
    expect(['LARGE', 'COMPACT'].map((mode) => zones.filter((each) => each.mode === mode).length)).toEqual([5, 14]);
  });
});
