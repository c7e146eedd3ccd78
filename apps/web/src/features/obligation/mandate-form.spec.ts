import { describe, expect, it } from '@jest/globals';
import { blankMandate, parseRatio, readMandate, withPublished } from './mandate-form.js';
import type { PublishedMandate } from './obligation.requests.js';

const DATES = { investmentFrom: '2024-01-15', investmentTo: '2028-01-14' };
const TEXTS = { missing: 'missing', ratio: 'ratio', days: 'days', amount: 'amount', date: 'date' };

describe('a ratio as it is typed', () => {
  it.each([
    ['50', 5000],
    ['12.5%', 1250],
    ['200', 20_000],
    ['１０', 1000],
    ['1000', 100_000],
    ['0', null],
    ['1000.01', null],
    ['-5', null],
    ['50.001', null],
    ['', null],
  ])('%s', (text, points) => {
    expect(parseRatio(text)).toBe(points);
  });
});

describe('a rule of a mandate as it is typed', () => {
  const filled = { ...blankMandate(DATES), nameKo: '대전 투자', nameEn: 'Daejeon', ratioBasisPoints: '30', clause: '규약 제24조' };

  it('takes its dates from the investment period, and counts what is recognised', () => {
    const { terms, faults } = readMandate(filled, TEXTS);
    expect(faults).toEqual([]);
    expect(terms).toMatchObject({ ratioBasisPoints: 3000, startsOn: '2024-01-15', deadlineOn: '2028-01-14', counts: [{ conditions: [{ dimension: 'purpose', values: ['PUBLIC_TECHNOLOGY'] }] }] });
  });

  it('says what is missing at each field', () => {
    expect(readMandate(blankMandate(DATES), TEXTS).faults.map(({ pointer }) => pointer)).toEqual(['/nameKo', '/nameEn', '/clause', '/ratioBasisPoints']);
  });

  it('asks for a stake, an amount or milestones only where the rule is about them', () => {
    const pointers = (changes: object): string[] => readMandate({ ...filled, ...changes }, TEXTS).faults.map(({ pointer }) => pointer);
    expect([pointers({ denominator: 'PARTNER_STAKE' }), pointers({ denominator: 'FIXED_AMOUNT' }), pointers({ test: 'MILESTONES', milestones: [{ on: '', ratio: 'x' }] }), pointers({ test: 'AT_ALL_TIMES', deadlineOn: '' })]).toEqual([
      ['/stakePartnerId'],
      ['/fixedBaseWon'],
      ['/milestones/0/on', '/milestones/0/ratio'],
      [],
    ]);
  });

  it('reads several values with commas between them, and leaves empty conditions out', () => {
    const groups = [[{ dimension: 'zone', values: '대덕, 광주,', negated: false }], [{ dimension: 'region', values: ' ', negated: true }]];
    expect(readMandate({ ...filled, groups }, TEXTS).terms.counts).toEqual([{ conditions: [{ dimension: 'zone', negated: false, values: ['대덕', '광주'] }] }]);
  });

  it('can start from a rule that was published', () => {
    const name = { ko: '연구자 창업', en: 'Founders' };
    const published: PublishedMandate = { code: '2025', year: 2025, name, clause: '2025년 출자공고', rules: [{ name, ratioBasisPoints: 2000, denominator: 'COMMITTED', counts: [{ conditions: [{ dimension: 'founder', values: ['RESEARCHER'], negated: false }] }], countsInWords: name, forEachStake: false }] };
    expect(withPublished(filled, published, 0)).toMatchObject({ nameKo: '연구자 창업', ratioBasisPoints: '20.00', clause: '2025년 출자공고', source: 'NOTICE', deadlineOn: '2028-01-14' });
    expect(withPublished(filled, published, 9)).toBe(filled);
  });
});
