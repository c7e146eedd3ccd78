/**
 * The header that makes a browser save a file under its name (RFC 6266): an ASCII name for old programs, and the real
 * one percent-encoded (RFC 5987). Nothing of the name reaches the header unescaped.
 */
export function attachmentDisposition(fileName: string): string {
  const ascii = fileName.normalize('NFC').replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%;]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
