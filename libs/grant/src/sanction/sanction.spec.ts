import { describe, expect, it } from '@jest/globals';
import { won } from '#libs/money';
import { INNOVATION_SANCTIONS } from './sanction.policy.js';
import { banFor, penaltyProposal } from './sanction.rules.js';

const MUCH = won(10n ** 12n);

describe('what misspending costs beside what goes back', () => {
  // TV-14, and what a decision may make of it.
  it.each([
    [8_000_000n, 8_000_000n, 4_000_000n, 12_000_000n, 6, 24],
    [50_000_000n, 50_000_000n, 25_000_000n, 75_000_000n, 24, 48],
    [100_000_000n, 100_000_000n, 50_000_000n, 150_000_000n, 48, 60],
    [300_000_000n, 400_000_000n, 200_000_000n, 600_000_000n, 60, 84],
    [500_000_000n, 700_000_000n, 350_000_000n, 1_050_000_000n, 60, 84],
    [600_000_000n, 900_000_000n, 450_000_000n, 1_350_000_000n, 84, 120],
  ])('%d won', (misspent, standard, lowest, highest, from, to) => {
    expect(penaltyProposal(won(misspent), MUCH, INNOVATION_SANCTIONS)).toMatchObject({ standardWon: standard, lowestWon: lowest, highestWon: highest });
    expect(banFor(won(misspent), INNOVATION_SANCTIONS)).toMatchObject({ monthsFrom: from, monthsTo: to });
  });

  it('is at most five times what the government paid', () => {
    expect(penaltyProposal(won(600_000_000n), won(150_000_000n), INNOVATION_SANCTIONS)).toMatchObject({ standardWon: 750_000_000n, highestWon: 750_000_000n, lowestWon: 450_000_000n });
  });
});
