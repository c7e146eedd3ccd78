import { DomainError } from '#libs/errors';

/** Characters that carry no ink and no meaning on paper: soft hyphen, zero width space and joiners, word joiner, BOM. */
const INKLESS = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** Text that is printed as it is: nearly every cell of a ledger. */
const PLAIN = /^[\x20-\x7e\uac00-\ud7a3]*$/;

/** Controls (bidi overrides among them), private use, surrogates, unassigned: never printed, whatever the font has. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u;

/**
 * Brings text into the one form that is printed: NFC, line feeds only, tabs as spaces, inkless characters removed.
 * Decomposed Hangul (as macOS file names bring it) would otherwise print as loose letters.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(INKLESS, '');
}

/** Whether a code point may appear on paper at all, before any font is asked. */
export function isPrintable(codePoint: number): boolean {
  return (
    (codePoint >= 0x20 && codePoint < 0x7f) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    !UNPRINTABLE.test(String.fromCodePoint(codePoint))
  );
}

/** Refuses a document whose text cannot be printed completely: half a name on an official paper is worse than none. */
export function glyphMissing(codePoint: number, text: string): DomainError {
  const label = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const shown = isPrintable(codePoint) ? `${label} '${String.fromCodePoint(codePoint)}'` : label;
  const excerpt = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return new DomainError(
    'rule_broken',
    'pdf.glyph-missing',
    {
      ko: `인쇄할 수 없는 문자 ${shown}이(가) 있어 문서를 만들 수 없습니다. 해당 문자를 고친 뒤 다시 만드십시오: ${excerpt}`,
      en: `The document contains ${shown}, which cannot be printed. Correct that character and try again: ${excerpt}`,
    },
    { details: { codePoint: label, character: String.fromCodePoint(codePoint), text: excerpt } },
  );
}
