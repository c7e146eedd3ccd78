import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import { evidenceKeyOf, type EvidenceKind } from './evidence-key.js';

const key = (kind: EvidenceKind | null, number: string | null, spentOn = '2021-05-10', amount = 14_237_740n): string | null =>
  evidenceKeyOf({ kind, number, spentOn: localDate(spentOn), amountWon: won(amount) })?.key ?? null;

describe('what makes evidence one of a kind', () => {
  it('is the approval number alone of a tax invoice, however it is written', () => {
    expect(key('TAX_INVOICE', '20210528-47132247-7ae3d6fb')).toBe('20210528471322477ae3d6fb');
    expect(key('TAX_INVOICE', '20210528471322477ae3d6fb', '2022-01-01', 1n)).toBe('20210528471322477ae3d6fb');
  });

  it.each(['CARD', 'CASH_RECEIPT', 'TRANSFER'] as const)('is the number of a %s with its day and amount', (kind) => {
    expect(key(kind, '3252-5058')).toBe('32525058|2021-05-10|14237740');
    expect(key(kind, ' ３２５２５０５８ ')).toBe(key(kind, '32525058'));
    expect(key(kind, '32525058', '2021-05-11')).not.toBe(key(kind, '32525058'));
    expect(key(kind, '32525058', '2021-05-10', 1n)).not.toBe(key(kind, '32525058'));
  });

  it.each([
    [null, '1'],
    ['CARD', null],
    ['CARD', '--'],
    ['TAX_INVOICE', '2021'],
    ['PAYROLL', 'PT-2021-001-D1-P01'],
    ['IN_KIND', 'PT-2021-001-D1-K01'],
    ['OTHER', '1'],
  ] as const)('is nothing of %s %s', (kind, number) => {
    expect(key(kind, number)).toBeNull();
  });
});
