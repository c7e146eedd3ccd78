/** Takes one record at a time: its number (1-based, as Excel numbers rows on opening the file) and its fields. */
export type RecordTaker = (number: number, fields: readonly string[]) => void;

/**
 * Splits delimited text into records: CSV by RFC 4180, and what Excel puts on the clipboard. A field that starts with a quote may hold
 * delimiters and line breaks, up to the quote that closes it right before a delimiter or line end. A quote that is never closed that way
 * within `maxQuoted` characters is a letter like any other (`24" monitor`), so one stray quote cannot swallow the rest of the file.
 */
export function parseDelimited(text: string, delimiter: string, maxQuoted: number, take: RecordTaker): void {
  let at = 0;
  for (let number = 1; at < text.length; number += 1) {
    const fields: string[] = [];
    for (;;) {
      const field = readField(text, at, delimiter, maxQuoted);
      fields.push(field.value);
      at = field.end;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    take(number, fields);
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

interface Field {
  readonly value: string;
  /** Where the delimiter, line end or end of text after the field stands. */
  readonly end: number;
}

function readField(text: string, start: number, delimiter: string, maxQuoted: number): Field {
  const quoted = text[start] === '"' ? readQuoted(text, start, delimiter, maxQuoted) : null;
  if (quoted !== null) return quoted;
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number, delimiter: string, maxQuoted: number): Field | null {
  const from = start + 1;
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"' && at - from <= maxQuoted) at = text.indexOf('"', at + 2);
  if (at === -1 || at - from > maxQuoted) return null;
  const next = text[at + 1];
  if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') return null;
  return { value: text.slice(from, at).replaceAll('""', '"'), end: at + 1 };
}

export type Delimiter = ',' | '\t' | ';';

/**
 * The delimiter of the first lines, outside quotes: a tab when every other line has one (amounts bring commas into tab-separated text too),
 * else whichever of comma and semicolon occurs more.
 */
export function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, 8192).replace(/"[^"]*"/g, '').trim();
  if (countOf(sample, '\t') * 2 >= countOf(sample, '\n') + 1) return '\t';
  return countOf(sample, ';') > countOf(sample, ',') ? ';' : ',';
}

function countOf(text: string, sought: string): number {
  return text.split(sought).length - 1;
}
