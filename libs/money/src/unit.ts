import { divideHalfAwayFromZero } from './integer.js';
import { sumWon, type Won } from './won.js';

/** Units in which Korean tables state amounts. Amounts are stored in won; a unit exists only where text is read or printed. */
export type WonUnit = '원' | '천원' | '백만원' | '억원';

export const WON_UNITS: readonly WonUnit[] = ['원', '천원', '백만원', '억원'];

const WON_PER_UNIT: Readonly<Record<WonUnit, bigint>> = { 원: 1n, 천원: 1_000n, 백만원: 1_000_000n, 억원: 100_000_000n };

export function wonPerUnit(unit: WonUnit): bigint {
  return WON_PER_UNIT[unit];
}

/** The amount in whole units for display, a half away from zero: 1,500 won is 2 천원. */
export function inUnit(amount: Won, unit: WonUnit): bigint {
  return divideHalfAwayFromZero(amount, WON_PER_UNIT[unit]);
}

/** A printed column of amounts. */
export interface UnitColumn {
  /** Each amount in whole units. */
  readonly values: readonly bigint[];
  /** The exact total in whole units, never the sum of the rounded values. */
  readonly total: bigint;
  /** False when the printed values do not add up to the printed total: print "단수처리로 합계가 일치하지 않을 수 있음". */
  readonly adds: boolean;
}

/** Rounds a column for display, and its total from the exact amounts. */
export function unitColumn(amounts: readonly Won[], unit: WonUnit): UnitColumn {
  const values = amounts.map((amount) => inUnit(amount, unit));
  const total = inUnit(sumWon(amounts), unit);
  return { values, total, adds: values.reduce((sum, value) => sum + value, 0n) === total };
}
