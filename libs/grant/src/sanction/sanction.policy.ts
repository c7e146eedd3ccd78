import { fraction, won } from '#libs/money';
import type { SanctionTerms } from './sanction.js';

/** 국가연구개발혁신법 시행령 별표 6 (participation) and 별표 7 (penalty for misspending). */
export const INNOVATION_SANCTIONS: SanctionTerms = {
  penalty: [
    { aboveWon: won(0n), rate: fraction(1n, 1n) },
    { aboveWon: won(100_000_000n), rate: fraction(3n, 2n) },
    { aboveWon: won(500_000_000n), rate: fraction(2n, 1n) },
  ],
  adjustment: fraction(1n, 2n),
  capOfGrant: fraction(5n, 1n),
  bans: [
    { upToWon: won(10_000_000n), monthsFrom: 6, monthsTo: 24 },
    { upToWon: won(50_000_000n), monthsFrom: 24, monthsTo: 48 },
    { upToWon: won(100_000_000n), monthsFrom: 48, monthsTo: 60 },
    { upToWon: won(500_000_000n), monthsFrom: 60, monthsTo: 84 },
    { upToWon: null, monthsFrom: 84, monthsTo: 120 },
  ],
  clause: '국가연구개발혁신법 시행령 별표 6, 별표 7',
};
