import type { SheetValue } from './definition.js';

/** First characters that make a spreadsheet calculate a field, in half and full width (OWASP, CSV injection). */
const dangerous = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Writes CSV for Excel and for people: UTF-8 with byte-order mark, CRLF, quotes by RFC 4180. Text that a spreadsheet would calculate gets a
 * leading apostrophe, except a lone dash; whole numbers (`bigint`) are plain digits with a minus sign. Same rows, same bytes.
 */
export function writeCsv(rows: readonly (readonly SheetValue[])[]): Buffer {
  return Buffer.from(`\ufeff${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`);
}

function field(value: SheetValue): string {
  if (value === null) return '';
  if (typeof value === 'bigint') return value.toString();
  const safe = dangerous.test(value) && value !== '-' ? `'${value}` : value;
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
