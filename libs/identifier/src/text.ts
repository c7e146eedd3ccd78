/** Control characters that are no white space, invisible format characters, and halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const WHITE_SPACE = /\s+/gu;
const HYPHENS = /[\u2010-\u2015\u2212-]/gu;

/** Legal forms as they are abbreviated, anywhere in a name; ㈜ and full-width brackets are already folded by NFKC. */
const BRACKETED_FORM = /\((?:주|유)\)/gu;
/** Legal forms written out, at either end of a name, where they cannot be part of it. */
const WRITTEN_FORM = /^(?:주식회사|유한회사)|(?:주식회사|유한회사)$/gu;

/** The form to store and show: NFC, one space between words, none around, and nothing invisible. */
export function cleanText(text: string): string {
  return text.replace(WHITE_SPACE, ' ').replace(INVISIBLE, '').replace(/ +/g, ' ').normalize('NFC').trim();
}

/**
 * The form to compare names of companies and account holders by, never to show: width variants folded (NFKC), capitals,
 * no spaces, and without (주), ㈜, 주식회사, (유), 유한회사. A name that is nothing else stays as it is.
 */
export function normaliseName(text: string): string {
  const compact = cleanText(text.normalize('NFKC')).replace(WHITE_SPACE, '').toUpperCase();
  const bare = compact.replace(BRACKETED_FORM, '').replace(WRITTEN_FORM, '');
  return bare === '' ? compact : bare;
}

/** An identifier without spaces and hyphens, full-width characters folded: what is left should be letters and digits. */
export function compactIdentifier(text: string): string {
  return cleanText(text.normalize('NFKC')).replace(HYPHENS, '').replace(WHITE_SPACE, '');
}

/** The text as a message may quote it: cleaned, and cut after 40 characters. */
export function quoted(text: string): string {
  const clean = cleanText(text);
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
}
