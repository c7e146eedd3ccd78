import PDFDocument from 'pdfkit';

import type { Font } from 'fontkit';

/** An indirect object of the file. `data` is its dictionary; `write` adds stream bytes; `end` puts it into the file. */
export interface Reference {
  readonly id: number;
  data: Record<string, unknown>;
  compress: boolean;
  buffer: readonly Uint8Array[];
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
  finalize(): void;
}

/** pdfkit's sorted key-value tree; `_items` is what it will write. */
export interface NameTree {
  limits: boolean;
  _compareKeys(a: string, b: string): number;
  add(key: string, value: unknown): void;
}

export interface EmbeddedFont {
  readonly id: string;
  readonly font: Font;
  readonly scale: number;
  readonly layoutCache?: Readonly<Record<string, unknown>>;
  /** Character codes in order of first use: the glyph of each. */
  readonly subset: { readonly glyphs: number[] };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): Reference;
}

export interface OutlineItem {
  readonly outlineData: Record<string, unknown>;
  addItem(title: string): OutlineItem;
}

interface PdfKitPage {
  readonly width: number;
  readonly height: number;
  readonly dictionary: Reference;
  readonly content: Reference;
  readonly fonts: Record<string, Reference>;
  readonly ext_gstates: Record<string, Reference>;
  readonly annotations: Reference[];
  write(chunk: string): void;
}

/** The members of pdfkit 0.20.2 this library stands on, public and internal alike: one list to check on an upgrade. */
export interface PdfKitCore extends NodeJS.ReadableStream {
  readonly readableLength: number;
  readonly destroyed: boolean;
  page: PdfKitPage;
  readonly outline: OutlineItem;
  readonly info: Record<string, unknown>;
  readonly _root: Reference;
  _font: EmbeddedFont;
  _id: Uint8Array;
  _info: Reference;
  _offset: number;
  _offsets: (number | null)[];
  _waiting: number;
  ref(data?: Record<string, unknown>): Reference;
  font(source: Font): this;
  addPage(options?: { size: readonly [number, number]; margin: number }): this;
  flushPages(): void;
  addContent(data: string): this;
  addNamedEmbeddedFile(name: string, file: Reference): void;
  appendXML(xml: string, newline?: boolean): void;
  end(): void;
  destroy(error?: Error): this;
  push(chunk: Uint8Array | null): boolean;
  _write(data: string | Uint8Array): void;
  _refEnd(reference: Reference): void;
  _addInfo(): void;
  _finalize(): void;
}

/** pdfkit's document class under the types above. */
export const PdfKit = PDFDocument as unknown as new (options: Record<string, unknown>) => PdfKitCore;
