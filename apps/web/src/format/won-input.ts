import { groupDigits } from './won.js';

export type ParsedWon = { readonly ok: true; readonly amount: bigint } | { readonly ok: false };

const REFUSED: ParsedWon = { ok: false };
const LARGEST = 9_999_999_999_999_999n;
const SMALL_UNITS: Readonly<Record<string, bigint>> = { 십: 10n, 백: 100n, 천: 1_000n };
const BIG_UNITS: Readonly<Record<string, bigint>> = { 만: 10_000n, 억: 100_000_000n, 조: 1_000_000_000_000n };
/** A number, then units: '5.5' + '십억', '3' + '천'. A unit may stand alone ('천만원'). */
const TERM = /^(?:([0-9]+)(?:\.([0-9]+))?)?([십백천]*)([만억조]?)/u;

/** An amount as a fraction, so that '5.5억' stays exact. */
interface Exact {
  readonly numerator: bigint;
  readonly scale: bigint;
}

/**
 * Reads an amount as it is typed or pasted from a spreadsheet: '5,500,000,000', '55억', '5.5십억', '1억 2천만원',
 * '300백만', '₩1,000원', full-width digits. Refuses anything that does not come to whole won from 0 to 9,999조.
 */
export function parseWonInput(text: string): ParsedWon {
  const body = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/^[₩\\]/u, '').replace(/원$/u, '');
  if (body === '' || body.length > 40) return REFUSED;
  if (/^[0-9]+$/.test(body)) return accepted({ numerator: BigInt(body), scale: 1n });
  return readTerms(body);
}

/** Terms up to 만, 억 or 조 make a section; the unit multiplies the section; big units only descend ('2억3천만'). */
function readTerms(body: string): ParsedWon {
  let rest = body;
  let total: Exact = { numerator: 0n, scale: 1n };
  let section: Exact = { numerator: 0n, scale: 1n };
  let lastBig = 10n * LARGEST;
  let lastSmall = 10_000n;
  while (rest !== '') {
    const match = TERM.exec(rest);
    if (match === null || match[0] === '') return REFUSED;
    const [term, whole, decimals = '', small = '', big = ''] = match;
    const factor = [...small].reduce((product, unit) => product * (SMALL_UNITS[unit] ?? 1n), 1n);
    const bare = whole === undefined && small === '';
    if (bare && section.numerator === 0n) return REFUSED;
    if (!bare) {
      if (factor >= lastSmall) return REFUSED;
      lastSmall = factor;
      section = add(section, { numerator: BigInt(`${whole ?? '1'}${decimals}`) * factor, scale: 10n ** BigInt(decimals.length) });
    }
    const unit = BIG_UNITS[big];
    if (unit !== undefined) {
      if (unit >= lastBig) return REFUSED;
      total = add(total, { numerator: section.numerator * unit, scale: section.scale });
      section = { numerator: 0n, scale: 1n };
      lastBig = unit;
      lastSmall = 10_000n;
    }
    rest = rest.slice(term.length);
  }
  return accepted(add(total, section));
}

function add(one: Exact, other: Exact): Exact {
  return { numerator: one.numerator * other.scale + other.numerator * one.scale, scale: one.scale * other.scale };
}

function accepted({ numerator, scale }: Exact): ParsedWon {
  const amount = numerator / scale;
  return numerator % scale === 0n && amount <= LARGEST ? { ok: true, amount } : REFUSED;
}

export interface Typing {
  readonly text: string;
  readonly caret: number;
}

/** Puts the thousands separators where they belong while somebody types, keeping the caret behind the same digit. */
export function regroupWhileTyping(text: string, caret: number): Typing {
  const folded = text.normalize('NFKC');
  if (folded.length !== text.length || !/^[0-9,\s]+$/.test(folded)) return { text, caret };
  const digits = folded.replace(/[^0-9]/g, '').replace(/^0+(?=[0-9])/, '');
  if (digits === '') return { text: '', caret: 0 };
  const grouped = groupDigits(BigInt(digits));
  const dropped = folded.replace(/[^0-9]/g, '').length - digits.length;
  const before = folded.slice(0, caret).replace(/[^0-9]/g, '').length - dropped;
  return { text: grouped, caret: positionAfter(grouped, before) };
}

/** The position right behind the first `digits` digits: before a comma, so that the backspace key meets a digit. */
function positionAfter(text: string, digits: number): number {
  let position = 0;
  for (let left = digits; left > 0 && position < text.length; position += 1) {
    if (text[position] !== ',') left -= 1;
  }
  return position;
}
