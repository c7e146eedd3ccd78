import { inflateSync } from 'node:zlib';
import { isDictionary, PdfName, PdfReference, PdfStream, UnreadablePdf, type PdfDictionary, type PdfValue } from './pdf-value.js';
import { SyntaxReader } from './syntax-reader.js';

/** A stream that unpacks to more than this is no report: what is read here came from outside. */
const LARGEST_STREAM = 512 * 1024 * 1024;

type Place = { readonly kind: 'PLAIN'; readonly offset: number } | { readonly kind: 'PACKED'; readonly stream: number; readonly index: number };

/**
 * A PDF file with cross-reference streams, as this house writes them, read through its index with all later updates applied.
 * Every method throws `UnreadablePdf` where the file is not what it says.
 */
export class PdfFile {
  readonly trailer: PdfDictionary;
  /** Where the last cross-reference stream stands: what an update refers back to. */
  readonly lastIndex: number;
  private readonly text: string;
  private readonly places = new Map<number, Place>();
  private readonly packs = new Map<number, readonly PdfValue[]>();

  constructor(private readonly bytes: Buffer) {
    this.text = bytes.toString('latin1');
    const marks = [...this.text.slice(-2_048).matchAll(/startxref\s+(\d+)/g)];
    this.lastIndex = Number(marks.at(-1)?.[1] ?? Number.NaN);
    if (!Number.isSafeInteger(this.lastIndex)) throw new UnreadablePdf('the file has no index');
    this.trailer = this.readIndexes(this.lastIndex);
  }

  /** One more than the highest number of an object. */
  get size(): number {
    const size = this.trailer.get('Size');
    return typeof size === 'number' ? size : 0;
  }

  object(id: number): PdfValue | PdfStream {
    const place = this.places.get(id);
    if (place === undefined) return null;
    if (place.kind === 'PLAIN') return this.plainObject(place.offset, id);
    return this.pack(place.stream)[place.index] ?? null;
  }

  /** What a value is once references are followed. */
  resolved(value: PdfValue | undefined): PdfValue | PdfStream {
    return value instanceof PdfReference ? this.object(value.id) : (value ?? null);
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.resolved(value);
    const dictionary = found instanceof PdfStream ? found.dictionary : found;
    if (!isDictionary(dictionary)) throw new UnreadablePdf('a dictionary was expected');
    return dictionary;
  }

  get catalogue(): PdfDictionary {
    return this.dictionary(this.trailer.get('Root'));
  }

  /** Numbers of the pages, in order. */
  pageIds(): number[] {
    const ids: number[] = [];
    const seen = new Set<number>();
    const visit = (value: PdfValue | undefined): void => {
      if (!(value instanceof PdfReference) || seen.has(value.id)) throw new UnreadablePdf('the tree of pages is broken');
      seen.add(value.id);
      const node = this.dictionary(value);
      const kids = this.resolved(node.get('Kids'));
      if (Array.isArray(kids)) (kids as readonly PdfValue[]).forEach(visit);
      else ids.push(value.id);
    };
    visit(this.catalogue.get('Pages'));
    return ids;
  }

  private readIndexes(last: number): PdfDictionary {
    const seen = new Set<number>();
    let trailer: PdfDictionary | null = null;
    for (let at: PdfValue | undefined = last; typeof at === 'number'; ) {
      if (seen.has(at)) throw new UnreadablePdf('the indexes of the file run in a circle');
      seen.add(at);
      const index = this.plainObject(at, null);
      if (!(index instanceof PdfStream)) throw new UnreadablePdf('the index of the file is not a stream');
      trailer ??= index.dictionary;
      this.readIndex(index);
      at = index.dictionary.get('Prev');
    }
    if (trailer === null) throw new UnreadablePdf('the file has no index');
    return trailer;
  }

  /** Entries of an index; what a later one said stays. */
  private readIndex({ dictionary, bytes }: PdfStream): void {
    const widths = numbersOf(dictionary.get('W'));
    const size = dictionary.get('Size');
    const ranges = dictionary.has('Index') ? numbersOf(dictionary.get('Index')) : [0, typeof size === 'number' ? size : 0];
    const [first = 0, second = 0, third = 0] = widths;
    let at = 0;
    const field = (width: number): number => {
      const value = width === 0 ? 1 : bytes.readUIntBE(at, width);
      at += width;
      return value;
    };
    for (let range = 0; range + 1 < ranges.length; range += 2) {
      const from = ranges[range] ?? 0;
      for (let id = from; id < from + (ranges[range + 1] ?? 0) && at + first + second + third <= bytes.length; id += 1) {
        const [type, where, index] = [field(first), field(second), third === 0 ? 0 : field(third)];
        if (this.places.has(id)) continue;
        if (type === 1) this.places.set(id, { kind: 'PLAIN', offset: where });
        if (type === 2) this.places.set(id, { kind: 'PACKED', stream: where, index });
      }
    }
  }

  private plainObject(offset: number, id: number | null): PdfValue | PdfStream {
    const reader = new SyntaxReader(this.text, offset);
    const number = reader.value();
    if (id !== null && number !== id) throw new UnreadablePdf(`object ${id} is not where the index says`);
    reader.value();
    reader.expect('obj');
    const value = reader.value();
    if (!isDictionary(value) || !/^\s*stream/.test(this.text.slice(reader.at, reader.at + 16))) return value;
    const from = this.text.indexOf('stream', reader.at) + 'stream'.length;
    const begin = from + (this.bytes[from] === 13 ? 2 : 1);
    const length = this.resolved(value.get('Length'));
    if (typeof length !== 'number') throw new UnreadablePdf('a stream has no length');
    return new PdfStream(value, unpacked(value, this.bytes.subarray(begin, begin + length)));
  }

  private pack(id: number): readonly PdfValue[] {
    const known = this.packs.get(id);
    if (known !== undefined) return known;
    const place = this.places.get(id);
    const stream = place?.kind === 'PLAIN' ? this.plainObject(place.offset, id) : null;
    if (!(stream instanceof PdfStream)) throw new UnreadablePdf(`object stream ${id} is not there`);
    const [count, first] = [stream.dictionary.get('N'), stream.dictionary.get('First')];
    if (typeof count !== 'number' || typeof first !== 'number') throw new UnreadablePdf(`object stream ${id} has no head`);
    const text = stream.bytes.toString('latin1');
    const head = new SyntaxReader(text);
    const offsets = Array.from({ length: count }, () => {
      head.value();
      return head.value() as number;
    });
    const values = offsets.map((offset) => new SyntaxReader(text, first + offset).value());
    this.packs.set(id, values);
    return values;
  }
}

function numbersOf(value: PdfValue | undefined): number[] {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'number')) throw new UnreadablePdf('numbers were expected');
  return value;
}

function unpacked(dictionary: PdfDictionary, bytes: Buffer): Buffer {
  const filter = dictionary.get('Filter');
  if (filter === undefined || filter === null) return bytes;
  if (!(filter instanceof PdfName) || filter.name !== 'FlateDecode') throw new UnreadablePdf('a stream is packed in a way that is not known here');
  try {
    return inflateSync(bytes, { maxOutputLength: LARGEST_STREAM });
  } catch (error) {
    throw new UnreadablePdf('a stream cannot be unpacked', { cause: error });
  }
}
