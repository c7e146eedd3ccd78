import { describe, expect, it } from '@jest/globals';
import type { RatioEvent, RatioPoint } from './audit.requests.js';
import { across, dayNumber, dayOfNumber, down, eventsBy, pointOn, stepPath, topOf, type Paper } from './series.js';

const stand = (ratioPercent: string | null): NonNullable<RatioPoint['now']> => ({ ratioPercent, requiredPercent: '50.00', qualifyingWon: '0', investedWon: '0', shortfallWon: '0', verdict: 'IN_PROGRESS', bases: [] });
const point = (on: string, then: string | null, now: string | null): RatioPoint => ({ on, then: then === null ? null : stand(then), now: now === null ? null : stand(now) });

const POINTS = [point('2023-01-01', null, '0.00'), point('2023-06-01', '19.00', '24.00'), point('2023-08-25', '24.00', '24.00')];
const PAPER: Paper = { width: 100, height: 100, from: '2023-01-01', to: '2023-04-11', top: 100 };

describe('a curve in steps', () => {
  it.each([
    ['2022-12-31', null],
    ['2023-01-01', '2023-01-01'],
    ['2023-05-31', '2023-01-01'],
    ['2023-06-01', '2023-06-01'],
    ['2024-01-01', '2023-08-25'],
  ])('on %s is what it was since %s', (day, since) => {
    expect(pointOn(POINTS, day)?.on ?? null).toBe(since);
  });

  it('begins where there is a ratio, and steps', () => {
    const points = [point('2023-01-01', null, '10.00'), point('2023-02-20', '20.00', '30.00'), point('2023-04-11', '20.00', '30.00')];
    expect(stepPath(PAPER, points, 'now')).toBe('M0.0 90.0H50.0V70.0H100.0V70.0');
    expect(stepPath(PAPER, points, 'then')).toBe('M50.0 80.0H100.0V80.0');
  });

  it('has its top at the next ten above everything on it', () => {
    expect([topOf(POINTS), topOf([point('2023-01-01', '99.50', '61.00')]), topOf([])]).toEqual([60, 110, 20]);
  });
});

describe('the paper', () => {
  it('places days across and percentages down', () => {
    expect([across(PAPER, '2023-01-01'), across(PAPER, '2023-04-11'), down(PAPER, 0), down(PAPER, 100)]).toEqual([0, 100, 100, 0]);
  });

  it('counts days there and back', () => {
    expect(dayOfNumber(dayNumber('2024-02-29'))).toBe('2024-02-29');
  });
});

it('tells what had happened by a day, the latest first', () => {
  const event = (effectOn: string): RatioEvent => ({ kind: 'DEAL', effectOn, knownAt: `${effectOn}T00:00:00Z`, knownOn: effectOn, what: effectOn, subjectId: effectOn, late: false });
  expect(eventsBy([event('2023-01-01'), event('2023-06-01'), event('2023-07-01')], '2023-06-01').map(({ what }) => what)).toEqual(['2023-06-01', '2023-01-01']);
});
