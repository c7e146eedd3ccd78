import { deflateSync } from 'node:zlib';

import { invariant } from '#libs/errors';

import { PdfKit, type Reference } from './pdfkit-core.js';

/** Objects per object stream: large enough to compress well, small enough for a viewer to unpack quickly. */
const OBJECTS_PER_STREAM = 200;

/** Two thirds of the time of the usual level, for a file that is one hundredth larger. */
const COMPRESSION = { level: 5 };

/** Compresses a stream that pdfkit would compress at the end. */
function deflate(reference: Reference): void {
  if (!reference.compress) return;
  const bytes = deflateSync(Buffer.concat(reference.buffer), COMPRESSION);
  Object.assign(reference, { buffer: [bytes], compress: false });
  Object.assign(reference.data, { Filter: 'FlateDecode', Length: bytes.length });
}

interface Packed {
  readonly id: number;
  readonly body: string;
}

/** Where the packed objects lie, by id: object stream times OBJECTS_PER_STREAM plus place in it. A long table has millions. */
type Places = number[];

/**
 * pdfkit writes every object uncompressed and on its own; a tagged table cell then costs 150 bytes and a page of
 * cells 150 KB. This document packs all objects without stream data into compressed object streams and ends with a
 * cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), which makes tagged reports about ten times smaller.
 * It also gathers the drawing operators of a page and hands them over once.
 */
export class CompactDocument extends PdfKit {
  private operators: string[] | undefined;
  private capture: string[] | undefined;
  private waitingObjects: Packed[] | undefined;
  private places: Places | undefined;

  override ref(data?: Record<string, unknown>): Reference {
    const reference = super.ref(data);
    const write = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (reference.buffer.length > 0) {
        deflate(reference);
        write();
        return;
      }
      this.capture = [];
      write();
      this.pack(reference);
    };
    return reference;
  }

  /** The number of an object that `put` writes later. */
  reserve(): number {
    return this._offsets.push(0);
  }

  /** Puts an object without stream data into the file, as text. */
  put(id: number, body: string): void {
    const waiting = (this.waitingObjects ??= []);
    waiting.push({ id, body });
    if (waiting.length >= OBJECTS_PER_STREAM) this.writeObjectStream();
  }

  override _write(data: string | Uint8Array): void {
    if (this.capture === undefined) super._write(data);
    else this.capture.push(data as string);
  }

  override _refEnd(reference: Reference): void {
    if (this.capture === undefined) super._refEnd(reference);
  }

  private pack(reference: Reference): void {
    const body = this.capture?.[1];
    this.capture = undefined;
    invariant(body !== undefined, 'pdfkit writes an object in three parts');
    this._waiting -= 1;
    this._offsets[reference.id - 1] = 0;
    this.put(reference.id, body);
  }

  private writeObjectStream(): void {
    const objects = this.waitingObjects ?? [];
    this.waitingObjects = [];
    if (objects.length === 0) return;
    const places = (this.places ??= []);
    const stream = super.ref({ Type: 'ObjStm', N: objects.length });
    let offset = 0;
    const index = objects.map(({ id, body }, at) => {
      const entry = `${id} ${offset}`;
      offset += body.length + 1;
      places[id] = stream.id * OBJECTS_PER_STREAM + at;
      return entry;
    });
    const head = `${index.join(' ')}\n`;
    stream.data['First'] = head.length;
    stream.end(head + objects.map(({ body }) => body).join('\n'));
  }

  override addContent(data: string): this {
    (this.operators ??= []).push(data);
    return this;
  }

  /** Forgets what pdfkit put at the head of the page (it turns the axes upside down; we draw in PDF's own axes). */
  startContent(): void {
    this.operators = [];
  }

  override flushPages(): void {
    if (this.operators !== undefined && this.operators.length > 0) {
      this.page.write(this.operators.join('\n'));
      this.operators = [];
    }
    super.flushPages();
  }

  override _finalize(): void {
    this.writeObjectStream();
    const start = this._offset;
    const table = super.ref({});
    const size = this._offsets.length + 1;
    Object.assign(table.data, { Type: 'XRef', Size: size, W: [1, 5, 2], Root: this._root, Info: this._info, ID: [this._id, this._id] });
    this._offsets[table.id - 1] = start;
    table.end(this.crossReferences(size));
    this._write('startxref');
    this._write(String(start));
    this._write('%%EOF');
    (this as unknown as { push(chunk: null): void }).push(null);
  }

  private crossReferences(size: number): Uint8Array {
    const bytes = Buffer.alloc(size * 8);
    bytes.writeUInt16BE(0xffff, 6);
    this._offsets.forEach((offset, at) => {
      const entry = (at + 1) * 8;
      const place = this.places?.[at + 1];
      bytes.writeUInt8(place === undefined ? 1 : 2, entry);
      bytes.writeUIntBE(place === undefined ? (offset ?? 0) : Math.floor(place / OBJECTS_PER_STREAM), entry + 1, 5);
      bytes.writeUInt16BE(place === undefined ? 0 : place % OBJECTS_PER_STREAM, entry + 6);
    });
    return bytes;
  }
}
