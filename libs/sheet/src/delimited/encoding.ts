import { decodeCp949 } from './cp949.js';

/** Encodings in which Korean offices exchange text; cp949 is what Excel and bank sites call "ANSI". */
export type TextEncoding = 'utf-8' | 'cp949' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Control characters that no text file holds; their presence tells binary data from CP949, which accepts nearly any bytes. */
const binary = /[^\P{Cc}\t-\r\u007f-\u009f]/u;
/** Old systems end a text file with this character. */
const endOfFile = '\u001a';

/**
 * Decodes a text file: by its byte-order mark, else as UTF-8 if it is valid UTF-8, else as CP949.
 * Null when it is none of these or not text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  for (const encoding of candidates(bytes)) {
    const decoded = decodeStrictly(bytes, encoding);
    const text = decoded?.endsWith(endOfFile) === true ? decoded.slice(0, -1) : decoded;
    if (text !== null) return binary.test(text) ? null : { text, encoding };
  }
  return null;
}

function candidates(bytes: Uint8Array): readonly TextEncoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'cp949'];
}

/** A byte-order mark is dropped. */
function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  if (encoding === 'cp949') return decodeCp949(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
