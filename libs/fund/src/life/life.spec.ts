import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { extensionLengthens, fundIsNotDissolved, judgeDissolution, judgeExtension } from './life.rules.js';

const NOW = { foundedOn: localDate('2024-01-15'), investmentTo: localDate('2028-01-14'), lifeTo: localDate('2032-01-14') };
const TERMS = { years: 1, yearsClause: '규약 제7조', times: 2, timesClause: '규약 제7조제2항' };
const day = (text: string | null) => (text === null ? null : localDate(text));

describe('an extension of a fund that lives to 14 January 2032 and invests to 14 January 2028', () => {
  it.each<[string, lifeTo: string, investmentTo: string | null, refused: [code: string, pointer: string] | null]>([
    ['a year more', '2033-01-14', null, null],
    ['a day more', '2032-01-15', null, null],
    ['the investment period alone', '2032-01-14', '2029-01-14', null],
    ['both', '2033-01-14', '2029-01-14', null],
    ['the very same day', '2032-01-14', null, ['fund.extension-not-later', '/lifeTo']],
    ['a day less', '2032-01-13', '2029-01-14', ['fund.extension-not-later', '/lifeTo']],
    ['an investment period that is no longer', '2033-01-14', '2028-01-14', ['fund.extension-not-later', '/investmentTo']],
    ['an investment period beyond the life', '2032-01-14', '2032-01-15', ['fund.dates-out-of-order', '/investmentTo']],
  ])('by %s', (_what, lifeTo, investmentTo, refused) => {
    const extend = (): void => extensionLengthens({ lifeTo: localDate(lifeTo), investmentTo: day(investmentTo) }, NOW);
    if (refused === null) expect(extend).not.toThrow();
    else expect(extend).toThrow(expect.objectContaining({ code: refused[0], faults: [expect.objectContaining({ pointer: refused[1] })] }));
  });

  it.each<[string, lifeTo: string, number: number, results: string[]]>([
    ['the first, of a year', '2033-01-14', 1, ['PASS', 'PASS']],
    ['the first, of a year and a day', '2033-01-15', 1, ['WARN', 'PASS']],
    ['the second', '2033-01-14', 2, ['PASS', 'PASS']],
    ['the third', '2033-01-14', 3, ['PASS', 'WARN']],
  ])('%s: partners may agree on more, so the rest is advice', (_what, lifeTo, number, results) => {
    expect(judgeExtension(localDate(lifeTo), number, NOW, TERMS).map(({ result }) => result)).toEqual(results);
  });
});

describe('a dissolution on 30 October 2026', () => {
  it.each<[string, lastOn: string | null, openDeals: number, unpaidWon: string, results: string[]]>([
    ['of a fund that never did anything', null, 0, '0', ['PASS', 'PASS']],
    ['after the last deal', '2026-10-29', 0, '0', ['PASS', 'PASS']],
    ['on the day of the last deal', '2026-10-30', 0, '0', ['PASS', 'PASS']],
    ['before the last deal', '2026-10-31', 0, '0', ['BLOCK', 'PASS']],
    ['with a deal to wind up', '2026-10-29', 1, '0', ['PASS', 'WARN']],
    ['with a won called and not paid', '2026-10-29', 0, '1', ['PASS', 'WARN']],
  ])('%s', (_what, lastOn, openDeals, unpaidWon, results) => {
    expect(judgeDissolution(localDate('2026-10-30'), { lastOn, openDeals, unpaidWon }, '규약 제50조').map(({ result }) => result)).toEqual(results);
  });

  it.each([[null, '2027-01-01', true], ['2026-10-30', '2026-10-30', true], ['2026-10-30', '2026-10-31', false]] as const)('dissolved on %s, something new on %s: %s', (dissolvedOn, on, fine) => {
    const act = (): void => fundIsNotDissolved({ dissolvedOn: day(dissolvedOn) }, localDate(on), '/paidOn');
    if (fine) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code: 'fund.dissolved' }));
  });
});
