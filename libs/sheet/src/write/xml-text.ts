/** Characters that XML 1.0 cannot hold, and control characters that nobody sees. */
const impossible = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML content or attributes; characters that XML cannot hold are dropped, halves of characters become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(impossible, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => named[character] ?? character);
}

/** Text of a cell: besides, what Excel would take for an escape (`_x000D_`) is written so that it reads as typed. */
export function escapeCellText(text: string): string {
  return escapeXml(text.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}
