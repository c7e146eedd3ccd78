import { describe, expect, it } from '@jest/globals';
import { basisPointsText, businessNumberText, dateText, instantText, knownText, percentText, wonText } from './report-text.js';

describe('texts of a report', () => {
  it.each([
    ['1234567', '1,234,567'],
    ['-258863791', '△258,863,791'],
    ['0', '0'],
  ])('writes %s won as %s', (amount, text) => {
    expect(wonText(amount)).toBe(text);
  });

  it.each([
    [5000, '50.00%'],
    [4999, '49.99%'],
    [5, '0.05%'],
    [10000, '100.00%'],
  ])('writes %i basis points as %s', (basisPoints, text) => {
    expect(basisPointsText(basisPoints)).toBe(text);
  });

  // The bound is exclusive: what is said is the last moment that still counts.
  it.each([
    ['2023-06-30T15:00:00.000Z', '2023. 6. 30. 24:00'],
    ['2026-08-01T06:30:12.001Z', '2026. 8. 1. 15:30:12'],
    ['2023-12-31T14:59:59.001Z', '2023. 12. 31. 23:59:59'],
  ])('known before %s reads %s', (knownBefore, text) => {
    expect(knownText(new Date(knownBefore))).toBe(text);
  });

  it('writes instants in Seoul', () => {
    expect(instantText(new Date('2021-12-31T15:00:01Z'))).toBe('2022. 1. 1. 00:00:01');
  });

  it('leaves a dash where there is nothing', () => {
    expect([dateText(null), percentText(null), businessNumberText(null)]).toEqual(['-', '-', '-']);
  });

  it('parts a business number, and leaves alone what is none', () => {
    expect([businessNumberText('3118204178'), businessNumberText('unknown')]).toEqual(['311-82-04178', 'unknown']);
  });
});
