import { describe, expect, it } from '@jest/globals';
import { basisPoints, won, ZERO_WON } from '#libs/money';
import fc from 'fast-check';
import { expectedVat, NO_EARLIER_USES, splitUse, splitUses, vatMatchesTheSupplyPrice, voucherCoversTheUse, type ClaimTerms, type ServiceUse } from './claim.rules.js';

/** A year that leaves the terms of `YEAR_POLICIES` as they are installed. */
const TERMS: ClaimTerms = {
  governmentShare: { value: basisPoints(8000), clause: '기본값: 공급가액의 80% 지원, 자부담 20%', source: 'ASSUMPTION' },
  vatRate: { value: basisPoints(1000), clause: '부가가치세법 제30조', source: 'LAW' },
  beyondBalance: { value: 'BLOCK', clause: '기본값: 바우처 잔액을 넘는 사용은 거절', source: 'ASSUMPTION' },
};

const use = (supply: bigint, vat = supply / 10n, taxable = true): ServiceUse => ({ supplyWon: won(supply), vatWon: won(vat), taxable });
const g80 = basisPoints(8000);

describe('a voucher of 5,000,000 that bears 80 % (TV-10)', () => {
  const splits = splitUses([use(3_333_333n), use(2_916_667n)], won(5_000_000n), g80);

  it.each([
    [1, 0, 2_666_666n, 666_667n, 333_333n, 3_666_666n],
    [2, 1, 2_333_334n, 583_333n, 291_666n, 3_208_333n],
  ])('use %s', (_line, index, government, self, vat, provider) => {
    expect(splits[index]).toMatchObject({ governmentWon: government, selfWon: self, vatWon: vat, providerWon: provider, shortWon: 0n });
  });

  it('is used up to the last won', () => {
    expect(splits.reduce((sum, each) => sum + each.governmentWon, 0n)).toBe(5_000_000n);
    expect(splits.reduce((sum, each) => sum + each.selfWon, 0n)).toBe(1_250_000n);
  });
});

describe('what the voucher has left', () => {
  it.each([
    ['more than the entitlement', 4_000_000n, 800_000n, 0n, 200_000n],
    ['exactly the entitlement', 800_000n, 800_000n, 0n, 200_000n],
    ['one won less', 799_999n, 799_999n, 1n, 200_001n],
    ['nothing', 0n, 0n, 800_000n, 1_000_000n],
  ])('%s: of 1,000,000 public money pays its share and never the balance', (_what, available, government, short, self) => {
    const split = splitUse(use(1_000_000n), NO_EARLIER_USES, won(available), g80);
    expect(split).toMatchObject({ entitledWon: 800_000n, governmentWon: government, shortWon: short, selfWon: self });
    expect(voucherCoversTheUse(split, TERMS).result).toBe(short === 0n ? 'PASS' : 'BLOCK');
  });

  it('only warns where the programme lets the company bear the rest', () => {
    const terms = { ...TERMS, beyondBalance: { ...TERMS.beyondBalance, value: 'WARN' as const } };
    const verdict = voucherCoversTheUse(splitUse(use(1_000_000n), NO_EARLIER_USES, won(1n), g80), terms);
    expect(verdict).toMatchObject({ result: 'WARN', inputs: { shortWon: '799999' } });
  });

  it('does not let a cancelled use push public money above its share of what stands', () => {
    // Use 1 of TV-10 fell away; use 2 had been given 2,333,334, one won more than the floor of its own 80 %.
    const next = splitUse(use(10n), { supplyWon: won(2_916_667n), governmentWon: won(2_333_334n) }, won(100n), g80);
    expect(next.governmentWon + 2_333_334n).toBe((2_916_677n * 8n) / 10n);
  });
});

describe('any series of bills', () => {
  const bills = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 });

  it('loses no won, stays within share and voucher, and never pays more than a bill', () => {
    fc.assert(
      fc.property(bills, fc.bigInt({ min: 0n, max: 3n * 10n ** 9n }), fc.integer({ min: 0, max: 10_000 }), (supplies, face, share) => {
        const splits = splitUses(supplies.map((supply) => use(supply)), won(face), basisPoints(share));
        const paid = splits.reduce((sum, each) => sum + each.governmentWon, 0n);
        const total = supplies.reduce((sum, supply) => sum + supply, 0n);
        expect(paid <= face && paid <= (total * BigInt(share)) / 10_000n).toBe(true);
        for (const [index, split] of splits.entries()) {
          const supply = supplies[index] ?? 0n;
          expect(split.governmentWon + split.selfWon).toBe(supply);
          expect(split.governmentWon + split.selfWon + split.vatWon).toBe(split.providerWon);
          expect(split.governmentWon >= 0n && split.selfWon >= 0n).toBe(true);
          expect(split.governmentWon + split.shortWon).toBe(split.entitledWon);
        }
        if (splits.every(({ shortWon }) => shortWon === 0n)) expect(paid).toBe((total * BigInt(share)) / 10_000n);
      }),
    );
  });
});

describe('VAT', () => {
  it.each([
    ['taxable, as computed', use(3_333_333n, 333_333n), 333_333n, 'PASS'],
    ['taxable, rounded up by the provider', use(3_333_336n, 333_334n), 333_333n, 'WARN'],
    ['taxable, left out', use(1_000_000n, 0n), 100_000n, 'WARN'],
    ['exempt', use(1_000_000n, 0n, false), 0n, 'PASS'],
    ['exempt, charged all the same', use(1_000_000n, 100_000n, false), 0n, 'WARN'],
  ])('%s', (_what, bill, expected, result) => {
    expect(expectedVat(bill, TERMS.vatRate.value)).toBe(expected);
    expect(vatMatchesTheSupplyPrice(bill, TERMS).result).toBe(result);
  });

  it.each([
    ['no supply price', use(0n), 'claim.no-supply-price', '/supplyWon'],
    ['a negative VAT', use(10n, -1n), 'claim.negative-vat', '/vatWon'],
  ])('a bill with %s is refused at the field', (_what, bill, code, pointer) => {
    expect(() => splitUse(bill, NO_EARLIER_USES, ZERO_WON, g80)).toThrow(expect.objectContaining({ code, faults: [expect.objectContaining({ pointer })] }));
  });
});
