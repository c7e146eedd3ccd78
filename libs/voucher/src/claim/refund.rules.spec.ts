import { describe, expect, it } from '@jest/globals';
import { won } from '#libs/money';
import fc from 'fast-check';
import { refundOfUse, type Refund, type RefundRequest, type UseLots } from './refund.rules.js';

const lots = (publicWon: bigint, selfWon: bigint, vatWon: bigint): UseLots => ({ publicWon: won(publicWon), selfWon: won(selfWon), vatWon: won(vatWon) });
const paid = lots(2_666_666n, 666_667n, 333_333n);
const note = (supplyWon: bigint, vatWon: bigint): RefundRequest => ({ kind: 'PRO_RATA', supplyWon: won(supplyWon), vatWon: won(vatWon) });

describe('a refund of the first use of TV-10', () => {
  it.each<[string, RefundRequest, UseLots, bigint]>([
    ['whole', { kind: 'WHOLE' }, paid, 3_666_666n],
    ['in part, as decided', { kind: 'PART', lots: lots(100n, 0n, 10n) }, lots(100n, 0n, 10n), 110n],
    ['by a credit note over a third', note(1_111_111n, 111_111n), lots(888_889n, 222_222n, 111_111n), 1_222_222n],
    ['by a credit note over one won', note(1n, 0n), lots(1n, 0n, 0n), 1n],
    ['of VAT alone', note(0n, 5n), lots(0n, 0n, 5n), 5n],
  ])('%s returns each lot to its origin', (_what, request, returned, total) => {
    expect(refundOfUse(paid, request)).toMatchObject({ returned, totalWon: total });
  });

  it.each<[string, UseLots, RefundRequest, string]>([
    ['more public money than was paid', paid, { kind: 'PART', lots: lots(2_666_667n, 0n, 0n) }, 'refund.exceeds-the-use'],
    ['a negative lot', paid, { kind: 'PART', lots: lots(10n, -1n, 0n) }, 'refund.exceeds-the-use'],
    ['a credit note above the price', paid, note(3_333_334n, 0n), 'refund.exceeds-the-use'],
    ['more VAT than was paid', paid, note(1n, 333_334n), 'refund.exceeds-the-use'],
    ['nothing', paid, note(0n, 0n), 'refund.nothing-returned'],
    ['what is refunded already', lots(0n, 0n, 0n), { kind: 'WHOLE' }, 'refund.nothing-stands'],
  ])('refuses %s', (_what, standing, request, code) => {
    expect(() => refundOfUse(standing, request)).toThrow(expect.objectContaining({ code }));
  });
});

describe('any series of credit notes', () => {
  it('returns every won once and never more of a lot than stands', () => {
    const won9 = fc.bigInt({ min: 0n, max: 10n ** 9n });
    fc.assert(
      fc.property(won9, won9, won9, fc.array(fc.nat({ max: 100 }), { maxLength: 10 }), (publicWon, selfWon, vatWon, cuts) => {
        fc.pre(publicWon + selfWon > 0n);
        let standing = lots(publicWon, selfWon, vatWon);
        let returned = 0n;
        const record = (refund: Refund): void => {
          returned += refund.totalWon;
          standing = refund.left;
          expect(Object.values(standing).every((lot: bigint) => lot >= 0n)).toBe(true);
        };
        for (const cut of cuts) {
          const supply = ((standing.publicWon + standing.selfWon) * BigInt(cut)) / 100n;
          const vat = (standing.vatWon * BigInt(cut)) / 100n;
          if (supply + vat === 0n) continue;
          const refund = refundOfUse(standing, note(supply, vat));
          expect(refund.totalWon).toBe(supply + vat);
          record(refund);
        }
        if (standing.publicWon + standing.selfWon + standing.vatWon > 0n) record(refundOfUse(standing, { kind: 'WHOLE' }));
        expect(returned).toBe(publicWon + selfWon + vatWon);
      }),
    );
  });
});
