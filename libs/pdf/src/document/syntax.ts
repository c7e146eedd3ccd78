/** Objects of a PDF file as text (ISO 32000-1, 7.3): what the millions of small ones are written with, without pdfkit's detours. */

/** Text that stands in a dictionary of pdfkit as it is. */
export class Verbatim {
  /** pdfkit writes dictionaries member by member; whatever calls itself something else it takes at its word. */
  readonly [Symbol.toStringTag] = 'Verbatim';

  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export const referTo = (id: number): string => `${id} 0 R`;

export const arrayOf = (items: readonly string[]): string => `[${items.join(' ')}]`;

/** A dictionary of members that are text already; those that are not there are left out. */
export function dictionaryOf(members: readonly (readonly [key: string, value: string | undefined])[]): string {
  const lines = members.flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value}`]));
  return `<<\n${lines.map((line) => `${line}\n`).join('')}>>`;
}

const ESCAPED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\\': '\\\\', '(': '\\(', ')': '\\)' };

/** A text string: as it is if it is ASCII, UTF-16 with its mark otherwise. One character of the result is one byte of the file. */
export function textOf(text: string): string {
  const normal = text.normalize('NFC');
  const isAscii = [...normal].every((character) => character < '\u0080');
  const bytes = isAscii ? normal : Buffer.from(`\ufeff${normal}`, 'utf16le').swap16().toString('latin1');
  return `(${bytes.replace(/[\n\r\t\b\f()\\]/g, (character) => ESCAPED[character] ?? character)})`;
}
