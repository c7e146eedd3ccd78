import { WON_UNITS } from '#libs/money';
import type { WonUnit } from '#libs/money';
import { squeezed } from '../clean-text.js';

/** What people put in brackets after a column name: units, never a part of the name that tells two columns apart. */
const bracketedUnit = /^(.+?)[([](?:단위[:：]?)?(원|천원|백만원|억원|%|주|좌|건|명|일|년)[)\]]$/;
const unitRemark = /단위[:：]?\(?(원|천원|백만원|억원)(?![가-힣])/;

/** A header as compared: without spaces and line breaks, NFKC, lower case. */
export function comparableName(text: string): string {
  return squeezed(text).toLowerCase();
}

/** The name without a unit in brackets behind it: `금액(천원)` is `금액`. Takes and gives comparable names. */
export function nameWithoutUnit(name: string): string {
  return bracketedUnit.exec(name)?.[1] ?? name;
}

/** The unit of amounts in brackets behind a column name; null when there is none. */
export function unitOfHeader(text: string): WonUnit | null {
  return asWonUnit(bracketedUnit.exec(comparableName(text))?.[2]);
}

/** The unit of amounts that a remark line such as `(단위: 천원)` gives; null when it gives none. */
export function unitOfRemark(text: string): WonUnit | null {
  return asWonUnit(unitRemark.exec(squeezed(text))?.[1]);
}

/** The candidate most like a wanted name, when it is like it at all: one contains the other, or less than half of the letters differ. */
export function nearestName(wanted: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = differenceOf(comparableName(wanted), comparableName(candidate));
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return bestDistance < 0.5 ? best : null;
}

/** 0 for equal names, 1 for names with nothing in common. */
function differenceOf(left: string, right: string): number {
  if (left === '' || right === '' || right.length > 60) return 1;
  if (left.includes(right) || right.includes(left)) return 0.25;
  return editDistance(left, right) / Math.max(left.length, right.length);
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

function asWonUnit(text: string | undefined): WonUnit | null {
  return WON_UNITS.find((unit) => unit === text) ?? null;
}
