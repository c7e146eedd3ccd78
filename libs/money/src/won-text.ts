import { absolute } from './integer.js';
import { wonPerUnit, type WonUnit } from './unit.js';
import { isWon, won, type Won } from './won.js';

/** What a cell says: the amount in won, and the unit it was written in. */
export type ParsedWonText = { readonly ok: true; readonly amount: Won; readonly unit: WonUnit } | { readonly ok: false };

const REFUSED: ParsedWonText = { ok: false };
const LONGEST_TEXT = 64;

/** △1,000 · ▲1,000 · -1,000 (also the minus sign U+2212); NFKC has already folded the full-width forms. */
const SIGNED = /^[-−△▲]\s*(.+)$/u;
const BRACKETED = /^\(\s*(.+?)\s*\)\s*(원|천원|백만원|억원)?$/u;
/** Groups are of three digits or there are none: '1,23' is a slip of the pen, not a hundred and twenty-three. */
const MAGNITUDE = /^₩?\s*([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)(?:\.([0-9]+))?\s*(원|천원|백만원|억원)?$/u;

/**
 * Reads an amount as people type it in spreadsheets: commas or spaces between groups of three, full-width digits,
 * ₩, a suffix 원/천원/백만원/억원, and △, - or brackets for negatives. A cell without a suffix is in `columnUnit`.
 * Fractions are accepted only if whole won are left after conversion ('1.5억원'). Exponents, Excel errors
 * and anything else are refused as a value, never thrown.
 */
export function parseWonText(text: string, columnUnit: WonUnit = '원'): ParsedWonText {
  if (text.length > LONGEST_TEXT) return REFUSED;
  const { body, negative } = splitSign(text.normalize('NFKC').trim());
  const match = MAGNITUDE.exec(body);
  if (match === null) return REFUSED;
  const [, whole = '', decimals = '', suffix] = match;
  const unit = (suffix as WonUnit | undefined) ?? columnUnit;
  const scaled = BigInt(whole.replace(/[, ]/g, '') + decimals) * wonPerUnit(unit);
  const divisor = 10n ** BigInt(decimals.length);
  if (scaled % divisor !== 0n) return REFUSED;
  const amount = negative ? -(scaled / divisor) : scaled / divisor;
  return isWon(amount) ? { ok: true, amount, unit } : REFUSED;
}

/** '1,234,567', and '△1,000' for negatives as public documents write them. */
export function formatWon(amount: Won): string {
  const digits = groupDigits(absolute(amount));
  return amount < 0n ? `△${digits}` : digits;
}

/** '-1234567': for machines (JSON, CSV); `won` reads it back. */
export function formatWonPlain(amount: Won): string {
  return won(amount).toString();
}

/** '1234567' with a comma before every group of three. */
export function groupDigits(value: bigint): string {
  return value.toString().replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}

function splitSign(text: string): { body: string; negative: boolean } {
  const bracketed = BRACKETED.exec(text);
  if (bracketed !== null) return { body: `${bracketed[1] ?? ''}${bracketed[2] ?? ''}`, negative: true };
  const signed = SIGNED.exec(text);
  return signed === null ? { body: text, negative: false } : { body: signed[1] ?? '', negative: true };
}
