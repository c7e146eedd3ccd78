/** The share of `part` in `whole` in percent, cut after two decimals and never rounded; null on a whole of zero. */
export function percentOf(part: bigint | string, whole: bigint | string): string | null {
  const base = BigInt(whole);
  if (base === 0n) return null;
  const points = (BigInt(part) * 10_000n) / base;
  return `${points / 100n}.${String(points % 100n).padStart(2, '0')}`;
}
