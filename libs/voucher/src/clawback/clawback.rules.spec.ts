import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import fc from 'fast-check';
import type { ClawbackGround, ClawbackTerms } from './clawback.js';
import { DEFAULT_CLAWBACK_TERMS } from './clawback.data.js';
import { noticeLines, recoveryOf, type ClawbackFacts } from './clawback.rules.js';

const terms = DEFAULT_CLAWBACK_TERMS.PUBLIC_FINANCE;
const facts = (amount: bigint, actOn: string, noticeOn: string, others: Partial<ClawbackFacts> = {}): ClawbackFacts => ({
  regime: 'PUBLIC_FINANCE',
  ground: 'OFF_PURPOSE',
  atFault: true,
  payments: [{ amountWon: won(amount), actOn: localDate(actOn) }],
  noticeOn: localDate(noticeOn),
  returnedOn: null,
  fixedInterestWon: null,
  ...others,
});

describe('interest on an improper payment', () => {
  it.each([
    ['TV-11: act in March, notice in September', 1_600_000n, '2026-03-15', '2026-09-20', [6], 24_800n],
    ['the day within the months makes no difference', 1_600_000n, '2026-03-31', '2026-09-01', [6], 24_800n],
    ['notice in the month of the act: no month', 1_600_000n, '2026-09-01', '2026-09-30', [], 0n],
    ['one month, over the turn of the year', 1_200_000n, '2025-12-31', '2026-01-01', [1], 3_100n],
    ['floored to the won', 999_999n, '2026-03-15', '2026-04-01', [1], 2_583n],
    // 3.5 % from 2024-03-22 on is the rate of April; 3.1 % from 2025-03-21 on that of April 2025.
    ['three rates: 2.9 % for 1, 3.5 % for 12, 3.1 % for 2 months', 12_000_000n, '2024-03-01', '2025-06-10', [1, 12, 2], 29_000n + 420_000n + 62_000n],
  ])('%s', (_what, amount, actOn, noticeOn, months, interest) => {
    const recovery = recoveryOf(facts(amount, actOn, noticeOn), terms);
    expect(recovery.lines.map((line) => line.months)).toEqual(months);
    expect(recovery).toMatchObject({ interestWon: interest, recoveryWon: amount + interest });
  });

  it('follows the last day of a month where the terms say so', () => {
    const lastDay: ClawbackTerms = { ...terms, interest: terms.interest && { ...terms.interest, rateDay: { value: 'LAST_OF_MONTH', clause: '', source: 'ASSUMPTION' } } };
    expect(recoveryOf(facts(12_000_000n, '2024-03-01', '2024-04-10'), lastDay).interestWon).toBe(35_000n);
    expect(recoveryOf(facts(12_000_000n, '2024-03-01', '2024-04-10'), terms).interestWon).toBe(29_000n);
  });

  it.each<[string, Partial<ClawbackFacts>, bigint]>([
    ['money returned in June bears interest through May', { returnedOn: localDate('2026-06-02') }, 12_400n],
    ['a return after the notice changes nothing', { returnedOn: localDate('2026-11-02') }, 24_800n],
    ['a mispayment without fault bears none', { ground: 'MISPAYMENT', atFault: false }, 0n],
    ['a mispayment with fault does', { ground: 'MISPAYMENT', atFault: true }, 24_800n],
  ])('%s', (_what, others, interest) => {
    expect(recoveryOf(facts(1_600_000n, '2026-03-15', '2026-09-20', others), terms).interestWon).toBe(interest);
  });

  it('adds up over several payments, each with its own months', () => {
    const payments = [
      { amountWon: won(1_600_000n), actOn: localDate('2026-03-15') },
      { amountWon: won(1_200_000n), actOn: localDate('2026-08-01') },
    ];
    expect(recoveryOf(facts(1n, '2026-03-15', '2026-09-20', { payments }), terms)).toMatchObject({ gainWon: 2_800_000n, interestWon: 27_900n, recoveryWon: 2_827_900n });
  });

  it('is one floor over all rates, however often they change', () => {
    const rate = fc.record({ month: fc.integer({ min: 1, max: 23 }), value: fc.integer({ min: 0, max: 2_000 }) });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.uniqueArray(rate, { selector: (each) => each.month, maxLength: 6 }), (amount, changes) => {
        const from = (month: number): string => `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
        const all = [{ month: 0, value: 310 }, ...changes];
        const rates = all.map(({ month, value }) => ({ from: localDate(from(month)), value: basisPoints(value), clause: '', source: 'LAW' as const }));
        const changed: ClawbackTerms = { ...terms, interest: terms.interest && { ...terms.interest, rates } };
        let exact = 0n;
        for (let month = 0; month < 24; month += 1) exact += amount * BigInt(all.filter((each) => each.month <= month).sort((a, b) => b.month - a.month)[0]?.value ?? 0);
        expect(recoveryOf(facts(amount, '2024-01-31', '2026-01-01'), changed).interestWon).toBe(exact / 120_000n);
      }),
    );
  });
});

describe('the notice', () => {
  it('drops the won below ten where the regime says so, and shows them', () => {
    const recovery = recoveryOf(facts(999_999n, '2026-03-15', '2026-04-01'), terms);
    expect(recovery).toMatchObject({ recoveryWon: 1_002_582n, noticeWon: 1_002_580n, droppedWon: 2n });
    expect(noticeLines(recovery).map(({ inWords }) => inWords)).toEqual([
      '금999,999원(금구십구만구천구백구십구원)',
      '금2,583원(금이천오백팔십삼원)',
      '금2원(금이원)',
      '금1,002,580원(금일백만이천오백팔십원)',
    ]);
  });

  it('words the amounts of TV-11', () => {
    expect(noticeLines(recoveryOf(facts(1_600_000n, '2026-03-15', '2026-09-20'), terms)).map(({ inWords }) => inWords)).toEqual([
      '금1,600,000원(금일백육십만원)',
      '금24,800원(금이만사천팔백원)',
      '금1,624,800원(금일백육십이만사천팔백원)',
    ]);
  });

  it('is exact under a regime that does not truncate', () => {
    const rnd = recoveryOf(facts(40_000_007n, '2026-03-15', '2026-09-20', { regime: 'RND', fixedInterestWon: won(0n) }), DEFAULT_CLAWBACK_TERMS.RND);
    expect(rnd).toMatchObject({ noticeWon: 40_000_007n, droppedWon: 0n, lines: [] });
  });
});

describe('what is refused', () => {
  const tv11 = facts(1_600_000n, '2026-03-15', '2026-09-20');
  it.each<[string, ClawbackFacts, ClawbackTerms, string]>([
    ['the terms of another statute', tv11, DEFAULT_CLAWBACK_TERMS.SUBSIDY, 'clawback.other-regime'],
    ['no payment', { ...tv11, payments: [] }, terms, 'clawback.no-payment'],
    ['a payment of nothing', facts(0n, '2026-03-15', '2026-09-20'), terms, 'clawback.no-payment'],
    ['a notice before the act', facts(1n, '2026-10-01', '2026-09-30'), terms, 'clawback.act-after-notice'],
    ['a month without a rate', facts(1n, '2021-03-20', '2021-04-01'), terms, 'clawback.rate-unknown'],
    ['interest by hand where the statute computes', { ...tv11, fixedInterestWon: won(1n) }, terms, 'clawback.interest-is-computed'],
    ['no interest decided where it does not', { ...tv11, regime: 'SUBSIDY' }, DEFAULT_CLAWBACK_TERMS.SUBSIDY, 'clawback.interest-needs-decision'],
    ['a negative interest', { ...tv11, regime: 'RND', fixedInterestWon: won(-1n) }, DEFAULT_CLAWBACK_TERMS.RND, 'clawback.interest-needs-decision'],
  ])('%s', (_what, asked, under, code) => {
    expect(() => recoveryOf(asked, under)).toThrow(expect.objectContaining({ code }));
  });

  it('names the month whose rate is missing', () => {
    expect(() => recoveryOf(facts(1n, '2021-03-20', '2021-04-01', { ground: 'FALSE_CLAIM' satisfies ClawbackGround }), terms)).toThrow(expect.objectContaining({ details: { month: '2021-03' } }));
  });
});
