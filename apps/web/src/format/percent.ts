/** The share of `part` in `whole` in percent, cut after two decimals and never rounded; null on a whole of zero. */
export function percentOf(part: bigint | string, whole: bigint | string): string | null {
  const base = BigInt(whole);
  if (base === 0n) return null;
  const points = (BigInt(part) * 10_000n) / base;
  return `${points / 100n}.${String(points % 100n).padStart(2, '0')}`;
}

/** '+5.00%p' from '19.00' to '24.00'; null where either is absent. */
export function percentagePoints(from: string | null, to: string | null): string | null {
  if (from === null || to === null) return null;
  const difference = hundredths(to) - hundredths(from);
  const size = difference < 0n ? -difference : difference;
  return `${difference < 0n ? '△' : '+'}${size / 100n}.${String(size % 100n).padStart(2, '0')}%p`;
}

function hundredths(percent: string): bigint {
  const [whole = '0', decimals = ''] = percent.split('.');
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0').slice(0, 2));
}
