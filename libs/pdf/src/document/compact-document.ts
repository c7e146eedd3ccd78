import { invariant } from '#libs/errors';

import { ByteWriter } from './byte-writer.js';
import { ObjectPlaces } from './object-places.js';
import { PdfKit, type Reference } from './pdfkit-core.js';
import { StreamQueue } from './stream-queue.js';

/** Objects per object stream: large enough to compress well, small enough for a viewer to unpack quickly. */
const OBJECTS_PER_STREAM = 1_000;

/** More objects no reader has to bear, and PDF/A forbids them (ISO 32000-1, annex C; ISO 19005-3, 6.1.13). */
const MOST_OBJECTS = 8_388_607;

/** How much is gathered before it is handed on. */
const CHUNK_BYTES = 64 * 1024;

/** Objects that wait for their stream: their numbers, where each begins, and the text of all. */
interface Waiting {
  ids: number[];
  starts: number[];
  readonly bodies: ByteWriter;
}

/**
 * pdfkit writes every object uncompressed and on its own; a tagged table cell then costs 150 bytes and a page of
 * cells 150 KB. This document packs all objects without stream data into compressed object streams and ends with a
 * cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), which makes tagged reports about ten times smaller. Streams are
 * compressed beside the layout, so the file is not whole when `end` returns. It also gathers the drawing operators of a page as bytes and hands them over once. Members come into being where they are
 * first needed, since pdfkit writes from within its constructor.
 */
export class CompactDocument extends PdfKit {
  private operators: ByteWriter | undefined;
  private capture: string[] | undefined;
  private waitingObjects: Waiting | undefined;
  private places: ObjectPlaces | undefined;
  private outgoing: Uint8Array[] | undefined;
  private outgoingBytes: number | undefined;
  private queue: StreamQueue | undefined;

  override ref(data?: Record<string, unknown>): Reference {
    const reference = super.ref(data);
    const write = reference.finalize.bind(reference);
    reference.finalize = () => {
      const { buffer } = reference;
      const stream = buffer.length > 0;
      if (stream) {
        // What the file says of them depends on compression, which comes later.
        reference.buffer = [];
        delete reference.data['Length'];
        if (reference.compress) delete reference.data['Filter'];
      }
      const body = this.bodyOf(write);
      if (stream) this.streams.add(reference.id, body, joined(buffer), reference.compress);
      else this.put(reference.id, body);
    };
    return reference;
  }

  /** The first of so many numbers of objects that are written later. */
  reserve(count = 1): number {
    const first = this._offsets.length + 1;
    invariant(first + count <= MOST_OBJECTS, `a document has at most ${MOST_OBJECTS} objects`);
    for (let at = 0; at < count; at += 1) this._offsets.push(0);
    return first;
  }

  /** Puts an object without stream data into the file, as text. */
  put(id: number, body: string): void {
    this.object(id).text(body).text('\n');
  }

  /** Begins an object without stream data, which is then written to what this returns, up to and with a line end. */
  object(id: number): ByteWriter {
    let waiting = (this.waitingObjects ??= { ids: [], starts: [], bodies: new ByteWriter() });
    if (waiting.ids.length >= OBJECTS_PER_STREAM) {
      this.writeObjectStream();
      waiting = this.waitingObjects;
    }
    waiting.ids.push(id);
    waiting.starts.push(waiting.bodies.length);
    return waiting.bodies;
  }

  override _write(data: string | Uint8Array): void {
    if (this.capture !== undefined) {
      this.capture.push(data as string);
      return;
    }
    this.send(typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data);
  }

  private send(bytes: Uint8Array): void {
    (this.outgoing ??= []).push(bytes);
    this._offset += bytes.length;
    this.outgoingBytes = (this.outgoingBytes ?? 0) + bytes.length;
    if (this.outgoingBytes >= CHUNK_BYTES) this.handOn();
  }

  override _refEnd(reference: Reference): void {
    if (this.capture === undefined) super._refEnd(reference);
  }

  private handOn(): void {
    this.push(Buffer.concat(this.outgoing ?? []));
    this.outgoing = [];
    this.outgoingBytes = 0;
  }

  /** What pdfkit would write of an object between its number and its end. */
  private bodyOf(write: () => void): string {
    const capture: string[] = [];
    this.capture = capture;
    write();
    this.capture = undefined;
    this._waiting -= 1;
    invariant(capture.length === 3 && capture[1] !== undefined, 'pdfkit writes an object in three parts');
    return capture[1];
  }

  private get streams(): StreamQueue {
    return (this.queue ??= new StreamQueue(
      ({ id, dictionary, bytes, compressed }) => this.writeStream(id, dictionary, bytes, compressed),
      (error) => this.destroy(error),
    ));
  }

  private writeStream(id: number, dictionary: string, bytes: Uint8Array, compressed: boolean): void {
    if (this.destroyed) return;
    this._offsets[id - 1] = this._offset;
    const filter = compressed ? '/Filter /FlateDecode\n' : '';
    this.send(Buffer.from(`${id} 0 obj\n${dictionary.slice(0, -2)}${filter}/Length ${bytes.length}\n>>\nstream\n`, 'latin1'));
    this.send(bytes);
    this.send(Buffer.from('\nendstream\nendobj\n'));
  }

  /** What has been laid out and has not been read. */
  get backlog(): number {
    return this.readableLength + (this.queue?.waitingBytes ?? 0);
  }

  private writeObjectStream(): void {
    const waiting = this.waitingObjects;
    if (waiting === undefined || waiting.ids.length === 0) return;
    const { ids, starts, bodies } = waiting;
    const places = (this.places ??= new ObjectPlaces());
    const id = this.reserve();
    const head = Buffer.from(`${ids.map((each, at) => `${each} ${starts[at] ?? 0}`).join(' ')}\n`, 'latin1');
    ids.forEach((each, at) => places.set(each, id, at));
    const dictionary = `<<\n/Type /ObjStm\n/N ${ids.length}\n/First ${head.length}\n>>`;
    this.streams.add(id, dictionary, Buffer.concat([head, bodies.written()]), true);
    Object.assign(waiting, { ids: [], starts: [] });
    bodies.clear();
  }

  /** The drawing operators of the page. */
  get content(): ByteWriter {
    return (this.operators ??= new ByteWriter());
  }

  override addContent(data: string): this {
    this.content.text(data).text('\n');
    return this;
  }

  /** Forgets what pdfkit put at the head of the page (it turns the axes upside down; we draw in PDF's own axes). */
  startContent(): void {
    this.content.clear();
  }

  override flushPages(): void {
    if (this.content.length > 0) this.page.content.write(Buffer.from(this.content.written()));
    super.flushPages();
    this.content.clear();
  }

  override _finalize(): void {
    this.finish().catch((error: unknown) => this.destroy(error as Error));
  }

  private async finish(): Promise<void> {
    this.writeObjectStream();
    await this.streams.whenEmpty();
    if (this.destroyed) return;
    const start = this._offset;
    const table = super.ref();
    const size = this._offsets.length + 1;
    Object.assign(table.data, { Type: 'XRef', Size: size, W: [1, 5, 2], Root: this._root, Info: this._info, ID: [this._id, this._id] });
    this._offsets[table.id - 1] = start;
    const dictionary = this.bodyOf(() => table.finalize());
    this.streams.add(table.id, dictionary, this.crossReferences(size), true);
    await this.streams.whenEmpty();
    this._write(`startxref\n${start}\n%%EOF`);
    this.handOn();
    this.push(null);
  }

  private crossReferences(size: number): Uint8Array {
    const bytes = Buffer.alloc(size * 8);
    bytes.writeUInt16BE(0xffff, 6);
    for (let id = 1; id < size; id += 1) {
      const place = this.places?.get(id);
      bytes.writeUInt8(place === undefined ? 1 : 2, id * 8);
      bytes.writeUIntBE(place === undefined ? (this._offsets[id - 1] ?? 0) : place.stream, id * 8 + 1, 5);
      bytes.writeUInt16BE(place?.index ?? 0, id * 8 + 6);
    }
    return bytes;
  }
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => (parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts));
