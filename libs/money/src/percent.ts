import { decimalText, type DecimalRounding } from './integer.js';

/**
 * part/whole in percent, the digits after the last one cut off: 49.996 % prints '49.99', so that an obligation
 * which is missed never looks met. Both in the same unit. Null when the whole is zero.
 */
export function truncatedPercent(part: bigint, whole: bigint, decimals = 2): string | null {
  return percent(part, whole, decimals, 'truncate');
}

/** part/whole in percent, half-up on the magnitude: for every percentage that does not state an obligation. */
export function roundedPercent(part: bigint, whole: bigint, decimals = 2): string | null {
  return percent(part, whole, decimals, 'half-up');
}

/** `truncatedPercent` with its sign: '49.99%'. Null when the whole is zero. */
export function truncatedPercentText(part: bigint, whole: bigint, decimals = 2): string | null {
  const digits = truncatedPercent(part, whole, decimals);
  return digits === null ? null : `${digits}%`;
}

function percent(part: bigint, whole: bigint, decimals: number, rounding: DecimalRounding): string | null {
  if (whole === 0n) return null;
  return whole > 0n ? decimalText(part * 100n, whole, decimals, rounding) : decimalText(part * -100n, -whole, decimals, rounding);
}
