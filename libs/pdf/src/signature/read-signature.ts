import { PdfFile } from '../read/pdf-file.js';
import { PdfText, UnreadablePdf, type PdfValue } from '../read/pdf-value.js';

/** A signature as it lies in a file, not yet checked. */
export interface FoundSignature {
  /** A CMS in DER. */
  readonly cms: Buffer;
  /** The bytes that it is over. */
  readonly signed: Buffer;
  /** Whether those are all of the file but the signature itself. */
  readonly coversFile: boolean;
}

/** The first signature of a file; null where there is none. Throws `UnreadablePdf`. */
export function readSignature(pdf: Buffer): FoundSignature | null {
  const file = new PdfFile(pdf);
  const form = file.catalogue.get('AcroForm');
  const fields = form === undefined ? null : file.resolved(file.dictionary(form).get('Fields'));
  if (!Array.isArray(fields) || fields.length === 0) return null;
  const value = file.dictionary((fields as readonly PdfValue[])[0]).get('V');
  if (value === undefined) return null;
  const dictionary = file.dictionary(value);
  const [range, contents] = [file.resolved(dictionary.get('ByteRange')), dictionary.get('Contents')];
  if (!Array.isArray(range) || range.length !== 4 || !range.every((each) => typeof each === 'number') || !(contents instanceof PdfText)) throw new UnreadablePdf('the signature does not say what it is over');
  const [from = 0, length = 0, second = 0, rest = 0] = range;
  return {
    cms: withoutPadding(Buffer.from(contents.bytes, 'latin1')),
    signed: Buffer.concat([pdf.subarray(from, from + length), pdf.subarray(second, second + rest)]),
    // What lies between is the signature in hexadecimal digits between angle brackets, and nothing else.
    coversFile: from === 0 && second + rest === pdf.length && second - length === 2 * contents.bytes.length + 2,
  };
}

/** A DER value says how long it is; behind it stand zeros. */
function withoutPadding(bytes: Buffer): Buffer {
  const first = bytes[1] ?? 0;
  if (first < 0x80) return bytes.subarray(0, 2 + first);
  const count = first & 0x7f;
  if (count === 0 || count > 4 || bytes.length < 2 + count) throw new UnreadablePdf('the signature is cut off');
  return bytes.subarray(0, 2 + count + bytes.readUIntBE(2, count));
}
