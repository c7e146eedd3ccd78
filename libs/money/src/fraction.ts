import { DomainError } from '#libs/errors';
import { absolute, decimalText, floorDivide, type DecimalRounding } from './integer.js';
import { won, type Won } from './won.js';

/** An exact ratio in lowest terms; the denominator is positive. Made only by `fraction`. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Reduces numerator/denominator; throws `money.zero-denominator` for a denominator of zero. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) {
    throw new DomainError('invalid', 'money.zero-denominator', {
      ko: '분모가 0인 비율은 계산할 수 없습니다. 기준 금액을 확인하십시오.',
      en: 'A ratio over zero cannot be computed. Check the base amount.',
    });
  }
  const divisor = greatestCommonDivisor(absolute(numerator), absolute(denominator));
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** floor(amount × ratio), toward minus infinity: won out of a formula. */
export function multiplyFloor(amount: Won, ratio: Fraction): Won {
  return won(floorDivide(amount * ratio.numerator, ratio.denominator));
}

/** Negative, zero or positive, as `sort` wants it. */
export function compareFractions(left: Fraction, right: Fraction): -1 | 0 | 1 {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function addFractions(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator);
}

export function multiplyFractions(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** '0.9677' for 30/31 with four places and `truncate`. */
export function toDecimalString(ratio: Fraction, places: number, rounding: DecimalRounding): string {
  return decimalText(ratio.numerator, ratio.denominator, places, rounding);
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
