const MILLION = 1_000_000n;

/**
 * Amounts in whole millions (백만원) that add up to their rounded sum: the sum is rounded half up, each amount is cut, and what is
 * left goes to the largest remainders, ties by order. Takes negative amounts as well.
 */
export function inMillions(amountsWon: readonly bigint[]): bigint[] {
  const wanted = cut(amountsWon.reduce((sum, each) => sum + each, 0n) + MILLION / 2n);
  const millions = amountsWon.map(cut);
  const left = Number(wanted - millions.reduce((sum, each) => sum + each, 0n));
  const remainder = (at: number): bigint => (amountsWon[at] ?? 0n) - (millions[at] ?? 0n) * MILLION;
  const largest = amountsWon.map((_, at) => at).sort((one, other) => (remainder(one) === remainder(other) ? one - other : remainder(one) > remainder(other) ? -1 : 1));
  const raised = new Set(largest.slice(0, left));
  return millions.map((each, at) => (raised.has(at) ? each + 1n : each));
}

/** Whole millions downwards, also of what is below zero. */
const cut = (amountWon: bigint): bigint => (amountWon - (((amountWon % MILLION) + MILLION) % MILLION)) / MILLION;
