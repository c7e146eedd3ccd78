import { invariant } from '#libs/errors';
import { formatWon } from './won-text.js';
import type { Won } from './won.js';

const DIGITS = '영일이삼사오육칠팔구';
/** Places inside a group of four digits, from the left. */
const PLACES = ['천', '백', '십', ''];
/** Groups of four digits, from the right: 10^4, 10^8, 10^12, 10^16. */
const GROUPS = ['', '만', '억', '조', '경'];

/**
 * Sino-Korean numeral in hangul, every one spelled out (일십, 일백, 일천, 일만) as official documents require
 * (Enforcement Rule of the Regulation on the Operation and Innovation of Administrative Work §2). The amount is not negative:
 * a document that words an amount states who owes it instead.
 */
export function amountInWords(amount: Won): string {
  invariant(amount >= 0n, 'a negative amount is not written in words');
  if (amount === 0n) return '영';
  let words = '';
  let rest: bigint = amount;
  for (const group of GROUPS) {
    const four = Number(rest % 10_000n);
    if (four > 0) words = `${fourDigitsInWords(four)}${group}${words}`;
    rest /= 10_000n;
  }
  return words;
}

/** Double writing of official documents: '금113,560원(금일십일만삼천오백육십원)'. */
export function officialAmount(amount: Won): string {
  return `금${formatWon(amount)}원(금${amountInWords(amount)}원)`;
}

/** Writing of receipts and vouchers: '일금 오백만원정'. */
export function receiptAmount(amount: Won): string {
  return `일금 ${amountInWords(amount)}원정`;
}

function fourDigitsInWords(value: number): string {
  const digits = value.toString().padStart(4, '0');
  return Array.from(digits, (digit, index) => (digit === '0' ? '' : `${DIGITS.charAt(Number(digit))}${PLACES[index] ?? ''}`)).join('');
}
