/** Encodings in which Korean offices exchange text; cp949 is what Excel and bank sites call "ANSI". */
export type TextEncoding = 'utf-8' | 'cp949' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Control characters that no text file holds; their presence tells binary data from CP949, which accepts nearly any bytes. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * Decodes a text file: by its byte-order mark, else as UTF-8 if it is valid UTF-8, else as CP949.
 * Null when it is none of these or not text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  for (const encoding of candidates(bytes)) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) return binary.test(text) ? null : { text, encoding };
  }
  return null;
}

function candidates(bytes: Uint8Array): readonly TextEncoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'cp949'];
}

/** TextDecoder drops the byte-order mark; its `euc-kr` is the whole of CP949 (WHATWG Encoding, euc-kr decoder). */
function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding === 'cp949' ? 'euc-kr' : encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
