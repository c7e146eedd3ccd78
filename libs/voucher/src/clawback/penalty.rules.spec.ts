import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { ClawbackGround, LegalRegime } from './clawback.js';
import { DEFAULT_CLAWBACK_TERMS } from './clawback.data.js';
import { assessPenalty, nameIsPublished, penaltyOptions, penaltyStaysWithinTheLaw, type PenaltyFacts } from './penalty.rules.js';

const { PUBLIC_FINANCE, SUBSIDY, RND } = DEFAULT_CLAWBACK_TERMS;
const facts = (others: Partial<PenaltyFacts> = {}): PenaltyFacts => ({
  regime: 'PUBLIC_FINANCE',
  ground: 'OFF_PURPOSE',
  gainWon: won(1_600_000n),
  publicPaidWon: won(5_000_000n),
  noticeOn: localDate('2026-09-20'),
  earlierGains: [],
  reportedOn: null,
  advanceNoticeOn: localDate('2026-09-01'),
  fullyReturned: false,
  negligent: false,
  otherwiseFined: false,
  ...others,
});

describe('penalty options', () => {
  it('TV-11: 1,600,000 side by side under 공공재정환수법', () => {
    expect(penaltyOptions(won(1_600_000n), won(5_000_000n), PUBLIC_FINANCE).map(({ ground, amountWon }) => [ground, amountWon])).toEqual([
      ['FALSE_CLAIM', 8_000_000n],
      ['EXCESS_CLAIM', 4_800_000n],
      ['OFF_PURPOSE', 3_200_000n],
    ]);
  });

  it.each<[LegalRegime, ClawbackGround, bigint]>([
    ['SUBSIDY', 'FALSE_CLAIM', 8_000_000n],
    ['SUBSIDY', 'OFF_PURPOSE', 4_800_000n],
    ['SUBSIDY', 'CONDITION_BREACH', 3_200_000n],
    ['SUBSIDY', 'REQUIREMENT_UNMET', 1_600_000n],
  ])('%s, %s: %s', (regime, ground, amount) => {
    expect(assessPenalty(facts({ regime, ground }), SUBSIDY)).toMatchObject({ standardWon: amount, lowestWon: amount, highestWon: amount });
  });

  it.each([
    [8_000_000n, 8_000_000n],
    [50_000_000n, 50_000_000n],
    [100_000_000n, 100_000_000n],
    [300_000_000n, 400_000_000n],
    [500_000_000n, 700_000_000n],
    [600_000_000n, 900_000_000n],
  ])('TV-14: %s under 혁신법 costs %s, more or less by half', (gain, amount) => {
    expect(assessPenalty(facts({ regime: 'RND', gainWon: won(gain), publicPaidWon: won(10n ** 9n) }), RND)).toMatchObject({ standardWon: amount, lowestWon: amount / 2n, highestWon: (amount * 3n) / 2n });
    expect(penaltyOptions(won(gain), won(10n ** 9n), RND)).toMatchObject([{ ground: null, amountWon: amount }]);
  });

  it('never exceeds five times the public money paid under 혁신법', () => {
    expect(assessPenalty(facts({ regime: 'RND', gainWon: won(300_000_000n), publicPaidWon: won(50_000_000n) }), RND)).toMatchObject({ standardWon: 250_000_000n, highestWon: 250_000_000n });
  });

  it.each<[string, PenaltyFacts, string]>([
    ['the terms of another statute', facts({ regime: 'RND' }), 'clawback.other-regime'],
    ['a ground that the statute does not name', facts({ ground: 'CONDITION_BREACH' }), 'penalty.ground-unknown'],
  ])('refuses %s', (_what, asked, code) => {
    expect(() => assessPenalty(asked, PUBLIC_FINANCE)).toThrow(expect.objectContaining({ code }));
  });
});

describe('what mitigates', () => {
  const before = localDate('2026-08-31');
  const gain = (gainedOn: string, amount: bigint) => ({ gainedOn: localDate(gainedOn), amountWon: won(amount) });
  it.each<[string, Partial<PenaltyFacts>, string[], bigint, bigint]>([
    ['nothing', {}, [], 3_200_000n, 3_200_000n],
    ['a gain of exactly the threshold', { gainWon: won(1_000_000n) }, ['SMALL_GAIN'], 0n, 2_000_000n],
    ['one won above it', { gainWon: won(1_000_001n) }, [], 2_000_002n, 2_000_002n],
    ['earlier gains on the first day of the window count', { gainWon: won(600_000n), earlierGains: [gain('2023-09-01', 400_001n)] }, [], 1_200_000n, 1_200_000n],
    ['older ones do not', { gainWon: won(600_000n), earlierGains: [gain('2023-08-31', 400_001n)] }, ['SMALL_GAIN'], 0n, 1_200_000n],
    ['the last day of the month before the notice counts', { gainWon: won(600_000n), earlierGains: [gain('2026-08-31', 400_001n)] }, [], 1_200_000n, 1_200_000n],
    ['negligence', { negligent: true }, ['NEGLIGENCE'], 0n, 3_200_000n],
    ['reported before the advance notice and returned', { reportedOn: before, fullyReturned: true }, ['VOLUNTARY_REPORT'], 0n, 3_199_999n],
    ['reported on the day of the advance notice', { reportedOn: localDate('2026-09-01'), fullyReturned: true }, [], 3_200_000n, 3_200_000n],
    ['reported but not returned in full', { reportedOn: before }, [], 3_200_000n, 3_200_000n],
    ['fined already', { otherwiseFined: true }, ['OTHERWISE_FINED'], 0n, 3_199_999n],
    ['a mispayment carries no penalty at all', { ground: 'MISPAYMENT' }, [], 0n, 0n],
  ])('%s', (_what, others, kinds, lowest, highest) => {
    const assessed = assessPenalty(facts(others), PUBLIC_FINANCE);
    expect([assessed.mitigations.map(({ kind }) => kind), assessed.lowestWon, assessed.highestWon]).toEqual([kinds, lowest, highest]);
  });

  it.each<[string, Partial<PenaltyFacts>, bigint, string]>([
    ['the standard amount', {}, 3_200_000n, 'PASS'],
    ['less without a ground', {}, 3_199_999n, 'BLOCK'],
    ['more than the statute', {}, 3_200_001n, 'BLOCK'],
    ['a waiver of a small gain', { gainWon: won(900_000n) }, 0n, 'PASS'],
    ['the full penalty on it', { gainWon: won(900_000n) }, 1_800_000n, 'PASS'],
    ['half of it, which is no waiver', { gainWon: won(900_000n) }, 900_000n, 'BLOCK'],
    ['half of it out of negligence', { gainWon: won(900_000n), negligent: true }, 900_000n, 'PASS'],
    ['the full amount after a voluntary report', { reportedOn: before, fullyReturned: true }, 3_200_000n, 'BLOCK'],
    ['half of it', { reportedOn: before, fullyReturned: true }, 1_600_000n, 'PASS'],
  ])('a decision for %s', (_what, others, decided, result) => {
    expect(penaltyStaysWithinTheLaw(won(decided), assessPenalty(facts(others), PUBLIC_FINANCE)).result).toBe(result);
  });
});

describe('publication of names', () => {
  const penalty = (imposedOn: string, gain: bigint, contested = false) => ({ imposedOn: localDate(imposedOn), gainWon: won(gain), contested });
  it.each([
    ['two penalties over 30,000,000', [penalty('2023-01-01', 10_000_000n), penalty('2025-12-31', 20_000_000n)], true],
    ['one won less', [penalty('2023-01-01', 10_000_000n), penalty('2025-12-31', 19_999_999n)], false],
    ['one penalty over much', [penalty('2025-01-01', 90_000_000n)], false],
    ['one of them too old', [penalty('2022-12-31', 20_000_000n), penalty('2025-01-01', 20_000_000n)], false],
    ['one of them of this year', [penalty('2026-01-01', 20_000_000n), penalty('2025-01-01', 20_000_000n)], false],
    ['one of them under objection', [penalty('2024-01-01', 20_000_000n, true), penalty('2025-01-01', 20_000_000n)], false],
  ])('%s: %p', (_what, penalties, published) => {
    expect(nameIsPublished(penalties, localDate('2026-03-31'), PUBLIC_FINANCE)).toBe(published);
    expect(nameIsPublished(penalties, localDate('2026-03-31'), SUBSIDY)).toBe(false);
  });
});
