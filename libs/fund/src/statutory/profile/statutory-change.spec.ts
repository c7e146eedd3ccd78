import { describe, expect, it } from '@jest/globals';
import { won } from '#libs/money';
import { statutoryChanges, type StatutoryStanding } from './statutory-change.rules.js';

const standing = (fundId: string | null, versionId: string, counted: string): StatutoryStanding => ({
  generalPartnerId: 'GP',
  fundId,
  versionId,
  figures: { baseWon: won('100'), countedWon: won(counted), ratioPercent: `${counted}.00`, requiredWon: won('40'), shortfallWon: won('0'), met: true },
  verdict: 'MET',
});

describe('what a profile changes', () => {
  it('sets each standing beside itself, and shows what ends and what begins', () => {
    const before = [standing(null, 'old', '50'), standing('F1', 'old', '50')];
    const after = [standing(null, 'old', '20'), standing('F1', 'new', '20')];
    expect(statutoryChanges(before, after).map(({ fundId, versionId, before: was, after: is }) => [fundId, versionId, was?.figures.ratioPercent ?? null, is?.figures.ratioPercent ?? null])).toEqual([
      [null, 'old', '50.00', '20.00'],
      ['F1', 'old', '50.00', null],
      ['F1', 'new', null, '20.00'],
    ]);
  });
});
