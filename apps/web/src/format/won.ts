/** Amounts in whole won as people see them. Always `bigint`, never a number that does arithmetic. */

/** '1,234,567', and '△1,000' for negatives as public documents write them. */
export function formatWon(amount: bigint | string): string {
  const value = BigInt(amount);
  return value < 0n ? `△${groupDigits(-value)}` : groupDigits(value);
}

export function groupDigits(value: bigint): string {
  return value.toString().replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}

export function sumWon(amounts: readonly (bigint | string)[]): bigint {
  return amounts.reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n);
}

const KOREAN_GROUPS = ['', '만', '억', '조', '경'];

/** '55억원', '1억 2,000만원', '12만 3,456원': the exact amount in the units people speak. */
export function wonReading(amount: bigint): string {
  if (amount < 0n) return `△${wonReading(-amount)}`;
  return `${readGroups(amount, 10_000n, KOREAN_GROUPS, '') || '0'}원`;
}

const ENGLISH_GROUPS = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion'];

/** '5 billion 500 million won': exact, never rounded. */
export function wonReadingInEnglish(amount: bigint): string {
  if (amount < 0n) return `minus ${wonReadingInEnglish(-amount)}`;
  return `${readGroups(amount, 1_000n, ENGLISH_GROUPS, '') || '0'} won`;
}

function readGroups(amount: bigint, base: bigint, names: readonly string[], read: string): string {
  const [name = '', ...others] = names;
  if (amount === 0n) return read;
  const group = others.length === 0 ? amount : amount % base;
  const part = group === 0n ? read : `${groupDigits(group)}${name} ${read}`.trim();
  return others.length === 0 ? part : readGroups(amount / base, base, others, part);
}

/** '55.0억': short form for chart axes only, cut after one decimal. */
export function wonOnAxis(amount: bigint): string {
  const tenths = amount / 10_000_000n;
  const whole = groupDigits((tenths < 0n ? -tenths : tenths) / 10n);
  const rest = (tenths < 0n ? -tenths : tenths) % 10n;
  return `${tenths < 0n ? '△' : ''}${whole}${rest === 0n ? '' : `.${rest}`}`;
}
