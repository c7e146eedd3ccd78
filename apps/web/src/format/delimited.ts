/** Rows of cells as text for the clipboard (tabs) and for files (commas), in the form Excel reads back. */

/** In half and full width, also behind blanks; a plain negative amount is none. */
const FORMULA_START = /^\s*[=+@＝＋＠－]|^[\t\r\n]|^\s*-(?![0-9.,]*$)/;

/** A cell that Excel would run as a formula is marked as text. */
function inert(cell: string): string {
  return FORMULA_START.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, separator: string): string {
  const text = inert(cell);
  return text.includes(separator) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => quoted(cell, '\t')).join('\t')).join('\r\n');
}

/** With a byte order mark: without it Excel takes Korean for something else. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((cell) => quoted(cell, ',')).join(',')).join('\r\n')}\r\n`;
}
