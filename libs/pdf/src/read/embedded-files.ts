import { inflateSync } from 'node:zlib';

/** What a document of this house carries inside, read back without its index: our own files are simple enough. */
export interface EmbeddedContents {
  /** The files, in the order in which they lie in the document. */
  readonly files: readonly { readonly mediaType: string; readonly bytes: Buffer }[];
  /** SHA-256 of the canonical data as the metadata states it; null where they state none. */
  readonly dataSha256: string | null;
}

const OBJECT = /\d+ 0 obj\s*<</g;
const LARGEST_DICTIONARY = 4_096;

/**
 * Reads attachments and fingerprint of a document that this house made. Of a file that somebody saved anew with another
 * program it may find nothing. Throws nothing: what cannot be read is not there.
 */
export function readEmbeddedFiles(pdf: Buffer): EmbeddedContents {
  const text = pdf.toString('latin1');
  const files: { mediaType: string; bytes: Buffer }[] = [];
  let dataSha256: string | null = null;
  for (const match of text.matchAll(OBJECT)) {
    const start = text.indexOf('stream', match.index);
    if (start === -1) break;
    const dictionary = text.slice(match.index, start);
    if (dictionary.length > LARGEST_DICTIONARY || dictionary.includes('endobj')) continue;
    if (/\/Type\s*\/EmbeddedFile/.test(dictionary)) {
      const bytes = contentOf(pdf, dictionary, start);
      if (bytes !== null) files.push({ mediaType: mediaTypeOf(dictionary), bytes });
    } else if (/\/Type\s*\/Metadata/.test(dictionary)) {
      dataSha256 = /<baton:dataSha256>([0-9a-f]{64})</.exec(contentOf(pdf, dictionary, start)?.toString('utf8') ?? '')?.[1] ?? dataSha256;
    }
  }
  return { files, dataSha256 };
}

/** The bytes of a stream whose keyword stands at `keyword`, unpacked. */
function contentOf(pdf: Buffer, dictionary: string, keyword: number): Buffer | null {
  const length = Number(/\/Length\s+(\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(length)) return null;
  // The keyword is followed by one line end: CR LF or LF.
  const from = keyword + 'stream'.length + (pdf[keyword + 'stream'.length] === 13 ? 2 : 1);
  const bytes = pdf.subarray(from, from + length);
  try {
    return /\/Filter\s*\/FlateDecode/.test(dictionary) ? inflateSync(bytes) : Buffer.from(bytes);
  } catch {
    return null;
  }
}

/** A slash is written as #2F in a name. */
const mediaTypeOf = (dictionary: string): string =>
  (/\/Subtype\s*\/(\S+?)(?=[\s/>])/.exec(dictionary)?.[1] ?? '').replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number(`0x${code}`)));
