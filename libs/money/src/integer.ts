/** Division of whole numbers, spelled out by direction. Every divisor here is positive. */

export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Toward minus infinity: floorDivide(-7, 2) is -4. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

/** Toward plus infinity: ceilDivide(7, 2) is 4. */
export function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  return -floorDivide(-dividend, divisor);
}

/** To the nearest, a half away from zero: 7/2 is 4, -7/2 is -4. */
export function divideHalfAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const magnitude = (2n * absolute(dividend) + divisor) / (2n * divisor);
  return dividend < 0n ? -magnitude : magnitude;
}

/** How the digits after the last printed one are dropped; `half-up` works on the magnitude, as 사사오입 does. */
export type DecimalRounding = 'truncate' | 'half-up';

/** Writes dividend/divisor with exactly `places` decimals ('-0.50'); a value that rounds to zero carries no sign. */
export function decimalText(dividend: bigint, divisor: bigint, places: number, rounding: DecimalRounding): string {
  const scaled = absolute(dividend) * 10n ** BigInt(places);
  const kept = rounding === 'truncate' ? scaled / divisor : divideHalfAwayFromZero(scaled, divisor);
  const digits = kept.toString().padStart(places + 1, '0');
  const sign = dividend < 0n && kept !== 0n ? '-' : '';
  const cut = digits.length - places;
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}
