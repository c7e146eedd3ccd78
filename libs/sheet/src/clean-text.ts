/** Spaces that only look like nothing: zero-width space, joiners, word joiner, byte-order mark. */
const zeroWidth = new Set([0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);
const controls = /[^\P{Cc}\t\n]/gu;

/**
 * Text as typed, without what nobody sees: spaces of any width at both ends, control characters, halves of characters.
 * Line breaks become `\n`. Inner spaces, full-width letters and letter case stay as they are.
 */
export function cleanText(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').replace(controls, '').replace(/\p{Surrogate}/gu, '\ufffd');
  let start = 0;
  let end = whole.length;
  while (start < end && isSpace(whole.charCodeAt(start))) start += 1;
  while (end > start && isSpace(whole.charCodeAt(end - 1))) end -= 1;
  return whole.slice(start, end);
}

const excelErrors = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)$/;

/** Whether a text is the name of an Excel error: saved as text, or pasted as a value, an error is no less an error. */
export function isExcelError(text: string): boolean {
  return excelErrors.test(text);
}

/** The form in which names are compared: NFKC (full-width letters and digits equal half-width ones), no spaces, no line breaks. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '');
}

function isSpace(code: number): boolean {
  return (code <= 0x20 && code >= 0x09) || zeroWidth.has(code) || (code >= 0x80 && /\s/.test(String.fromCharCode(code)));
}
