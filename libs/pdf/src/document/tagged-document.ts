import { createHash } from 'node:crypto';

import type { DocumentMeta, RenderOptions } from '../document-types.js';
import { embedFile } from './attachment.js';
import { CompactDocument } from './compact-document.js';
import type { Reference } from './pdfkit-core.js';
import { xmpDescription } from './xmp.js';

const PRODUCER = 'Baton';

/**
 * File identifier: the data, what is said about it and the copy it is for. pdfkit derives it from the metadata alone,
 * so that two reports over different data could carry the same.
 */
function identifier(meta: DocumentMeta, options: RenderOptions): Uint8Array {
  const parts = [meta.dataSha256, meta.number, meta.title, meta.createdAt.toISOString(), ...(options.watermark ?? [])];
  return createHash('sha256').update(parts.join('\n')).digest().subarray(0, 16);
}

/** The bytes a name tree is sorted by: PDFDocEncoding for ASCII, UTF-16BE with its mark otherwise. */
function encodedName(key: string): Buffer {
  const isAscii = [...key].every((character) => character < '\u0080');
  return isAscii ? Buffer.from(key, 'latin1') : Buffer.from(`\ufeff${key}`, 'utf16le').swap16();
}

/** Byte order, as ISO 32000-1, 7.9.6 wants name trees sorted; pdfkit sorts by the locale of the process. */
function sortByBytes(tree: unknown): void {
  if (tree === undefined) return;
  const compare = (a: string, b: string): number => Buffer.compare(encodedName(a), encodedName(b));
  Object.assign(tree as object, { limits: false, _compareKeys: compare });
}

/** Opens a document with metadata, identifier and attachments of PDF/A-3a and PDF/UA-1; pages and structure are still to come. */
export function openDocument(meta: DocumentMeta, options: RenderOptions): CompactDocument {
  const producer = meta.producer ?? PRODUCER;
  const document = new CompactDocument({
    // Without a version pdfkit writes 1.3 and leaves the XMP metadata out.
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    lang: meta.language,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: false,
    // No standard font, and no memory of whole strings: text is shaped by `font/typeface.ts`.
    font: null,
    fontLayoutCache: false,
    info: {
      Title: meta.title,
      Author: meta.author,
      Subject: meta.subject,
      Keywords: meta.keywords.join(', '),
      Creator: producer,
      Producer: producer,
      CreationDate: meta.createdAt,
      ModDate: meta.createdAt,
    },
  });
  document._id = identifier(meta, options);
  document._addInfo = () => document.appendXML(xmpDescription(meta, producer), false);
  const attached = (options.attachments ?? []).map((file) => embedFile(document, file, meta.createdAt));
  if (attached.length > 0) document._root.data['AF'] = attached;
  const names = document._root.data['Names'] as Reference;
  sortByBytes(names.data['EmbeddedFiles']);
  sortByBytes(names.data['Dests']);
  return document;
}
