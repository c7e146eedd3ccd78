import { DomainError } from '#libs/errors';
import { fraction, type Fraction } from './fraction.js';
import { ceilDivide, floorDivide } from './integer.js';
import { won, type Won } from './won.js';

declare const brand: unique symbol;

/** A ratio in hundredths of a percent: a whole number from 0 to 1,000,000 (10,000 %). 50 % is 5,000. */
export type BasisPoints = number & { readonly [brand]: 'BasisPoints' };

/** Basis points in one whole. */
const ONE = 10_000n;
const LARGEST = 1_000_000;

/** Throws `money.not-basis-points` unless `value` is a whole number from 0 to 1,000,000. */
export function basisPoints(value: number): BasisPoints {
  if (isBasisPoints(value)) return value;
  throw new DomainError(
    'invalid',
    'money.not-basis-points',
    {
      ko: `비율 ${value}은(는) 베이시스포인트(0~1,000,000의 정수, 50% = 5,000)가 아닙니다.`,
      en: `${value} is not a ratio in basis points (a whole number from 0 to 1,000,000; 50 % is 5,000).`,
    },
    { details: { value: String(value) } },
  );
}

function isBasisPoints(value: number): value is BasisPoints {
  return Number.isInteger(value) && value >= 0 && value <= LARGEST;
}

/** The same ratio as an exact fraction: 250 is 1/40. */
export function fractionOf(ratio: BasisPoints): Fraction {
  return fraction(BigInt(ratio), ONE);
}

/** That share of an amount in won, toward minus or plus infinity. */
export function shareOf(amount: Won, ratio: BasisPoints, rounding: 'floor' | 'ceil'): Won {
  const product = amount * BigInt(ratio);
  return won(rounding === 'floor' ? floorDivide(product, ONE) : ceilDivide(product, ONE));
}

/** The smallest whole amount that reaches the ratio: ceil(base × ratio / 10,000). */
export function requiredAmount(base: Won, ratio: BasisPoints): Won {
  return shareOf(base, ratio, 'ceil');
}

/**
 * Whether part/whole reaches the ratio, decided by integer cross-multiplication and never by a displayed percentage.
 * Both in the same unit (won, or a count), not negative; anything reaches a ratio of nothing.
 */
export function meetsRatio(part: bigint, whole: bigint, ratio: BasisPoints): boolean {
  return part * ONE >= BigInt(ratio) * whole;
}
