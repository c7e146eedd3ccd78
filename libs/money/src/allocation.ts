import { DomainError, invariant } from '#libs/errors';
import { absolute } from './integer.js';
import { sumWon, won, ZERO_WON, type Won } from './won.js';

/**
 * Splits a total by weights without losing a won: every share is the exact one rounded down, and the won left over go
 * to the largest remainders, ties by order. A negative total is the mirror image of the positive one.
 * Throws `money.unusable-weights` unless every weight is at least zero and one is above it.
 */
export function allocate(total: Won, weights: readonly bigint[]): Won[] {
  const sumOfWeights = usableSum(weights);
  const magnitude = absolute(total);
  const whole = weights.map((weight) => (magnitude * weight) / sumOfWeights);
  const left = magnitude - whole.reduce((sum, share) => sum + share, 0n);
  const rounded = new Set(largestRemainders(magnitude, weights, sumOfWeights).slice(0, Number(left)));
  const shares = whole.map((share, index) => (rounded.has(index) ? share + 1n : share));
  return shares.map((share) => won(total < 0n ? -share : share));
}

/**
 * Splits one more amount so that all shares together equal allocate(previousTotal + amount, weights): rounding errors do
 * not pile up over many calls. Where that would take won back from somebody (largest remainder is not monotone: a total
 * one won higher can lower a share), that share is zero this time and the others give up the difference in proportion to
 * what they would have got; the next call puts it right. `amount` and the earlier shares are not negative.
 */
export function allocateCumulatively(
  previousTotal: Won,
  amount: Won,
  weights: readonly bigint[],
  previousShares: readonly Won[],
): Won[] {
  invariant(amount >= 0n, 'a cumulative allocation hands out; it never takes back');
  invariant(previousShares.length === weights.length, 'one earlier share for each weight');
  invariant(sumWon(previousShares) === previousTotal, 'the earlier shares add up to the earlier total');
  const targets = allocate(won(previousTotal + amount), weights);
  if (amount === 0n) return targets.map(() => ZERO_WON);
  const owed = targets.map((target, index) => target - (previousShares[index] ?? 0n));
  return allocate(
    amount,
    owed.map((share) => (share > 0n ? share : 0n)),
  );
}

/** Positions of the weights, the largest remainder first; `sort` is stable, so ties keep their order. */
function largestRemainders(magnitude: bigint, weights: readonly bigint[], sumOfWeights: bigint): number[] {
  return weights
    .map((weight, index) => ({ index, remainder: (magnitude * weight) % sumOfWeights }))
    .sort((left, right) => {
      if (left.remainder === right.remainder) return 0;
      return left.remainder > right.remainder ? -1 : 1;
    })
    .map(({ index }) => index);
}

function usableSum(weights: readonly bigint[]): bigint {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum > 0n && weights.every((weight) => weight >= 0n)) return sum;
  throw new DomainError('invalid', 'money.unusable-weights', {
    ko: '배분 기준이 없거나 음수입니다. 0 이상의 기준을 하나 이상 입력하고 합이 0보다 커야 합니다.',
    en: 'There is nothing to allocate by: weights must be zero or more, and their sum above zero.',
  });
}
