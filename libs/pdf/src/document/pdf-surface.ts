import { createHash } from 'node:crypto';

import { invariant } from '#libs/errors';

import type { DocumentMeta, RenderOptions } from '../document-types.js';
import { embedFile } from './attachment.js';
import { CompactDocument } from './compact-document.js';
import { embedFonts } from './embedded-fonts.js';
import { circleShape, inked, number, pathShape, rectangleShape, rgb, showText } from './operators.js';
import type { OutlineItem, Reference } from './pdfkit-core.js';
import { addContent, endElement, textString, type ElementAttributes, type ElementType, type StructElement } from './structure.js';
import type { Element, Surface } from './surface.js';
import { xmpDescription } from './xmp.js';

/** A surface that becomes a PDF file. `close` must be called once, after the last element has ended. */
export interface PdfSurface extends Surface {
  readonly document: CompactDocument;
  close(): void;
}

const PRODUCER = 'Baton';

function openDocument(meta: DocumentMeta, options: RenderOptions): CompactDocument {
  const producer = meta.producer ?? PRODUCER;
  const document = new CompactDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    lang: meta.language,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: false,
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
  const identity = [meta.dataSha256, meta.number, meta.title, meta.createdAt.toISOString(), ...(options.watermark ?? [])].join('\n');
  document._id = createHash('sha256').update(identity).digest().subarray(0, 16);
  document._addInfo = () => document.appendXML(xmpDescription(meta, producer), false);
  return document;
}

/** Byte order, as ISO 32000-1, 7.9.6 wants name trees sorted; pdfkit sorts by the reader's locale. */
function sortByBytes(tree: unknown): void {
  if (tree === undefined) return;
  const encoded = (key: string): Buffer => (/^[\u0000-\u007f]*$/.test(key) ? Buffer.from(key, 'latin1') : Buffer.from(`\ufeff${key}`, 'utf16le').swap16());
  Object.assign(tree as object, { limits: false, _compareKeys: (a: string, b: string) => Buffer.compare(encoded(a), encoded(b)) });
}

/** The structure tree of a document and the table that leads from marked content back to its elements. */
function structureOf(document: CompactDocument) {
  const root = document.ref({ Type: 'StructTreeRoot' });
  document._root.data['StructTreeRoot'] = root;
  document._root.data['MarkInfo'] = document.ref({ Marked: true });
  const numbers: unknown[] = [];
  let nextKey = 0;
  const create = (parent: Reference, type: ElementType, attributes: ElementAttributes = {}): StructElement => ({
    type, parent, attributes, reference: document.ref({}), kids: [], page: undefined, ended: false,
  });
  const top = create(root, 'Document');
  return {
    top,
    create,
    /** Reserves a key of the parent tree and says later what it stands for. */
    register: (target: (key: number) => Reference): number => {
      const key = nextKey;
      nextKey += 1;
      numbers.push(key, target(key));
      return key;
    },
    close: () => {
      endElement(top);
      const tree = document.ref({ Nums: numbers });
      tree.end();
      Object.assign(root.data, { K: [top.reference], ParentTree: tree, ParentTreeNextKey: nextKey });
    },
  };
}

/** Opens a PDF/A-3a and PDF/UA-1 file. The caller reads `document` as a stream. */
export function pdfSurface(meta: DocumentMeta, options: RenderOptions): PdfSurface {
  const document = openDocument(meta, options);
  const fonts = embedFonts(document);
  const structure = structureOf(document);
  const faint = document.ref({ Type: 'ExtGState', ca: 0.13, CA: 0.13 });
  faint.end();
  const attached = (options.attachments ?? []).map((file) => embedFile(document, file, meta.createdAt));
  const names = document._root.data['Names'] as Reference;
  if (attached.length > 0) document._root.data['AF'] = attached;
  sortByBytes(names.data['EmbeddedFiles']);
  sortByBytes(names.data['Dests']);

  let marks: Reference[] = [];
  let painting = false;
  const pen = { color: '', font: '' };
  const outline: OutlineItem[] = [document.outline];
  const struct = (element: Element): StructElement => element as StructElement;
  const height = (): number => document.page.height;
  const paint = (operators: string): void => {
    invariant(painting, 'ink outside content and artifact');
    document.addContent(operators);
  };
  const marked = (begin: string, draw: () => void): void => {
    invariant(!painting, 'marked content does not nest');
    painting = true;
    document.addContent(begin);
    draw();
    document.addContent('EMC');
    painting = false;
  };
  const endPage = (): void => {
    if (marks.length === 0) return;
    const [page, owners] = [document.page, document.ref({})];
    owners.data = marks as unknown as Record<string, unknown>;
    marks = [];
    page.dictionary.data['StructParents'] = structure.register(() => owners);
    owners.end();
  };

  return {
    document,
    root: structure.top,
    startPage(width, pageHeight) {
      endPage();
      document.addPage({ size: [width, pageHeight], margin: 0 });
      document.startContent();
      Object.assign(pen, { color: '', font: '' });
    },
    element(parent, type, attributes) {
      const owner = struct(parent);
      invariant(!owner.ended, `${type} added to an ended ${owner.type}`);
      const created = structure.create(owner.reference, type, attributes);
      owner.kids.push(created.reference);
      return created;
    },
    end: (element) => endElement(struct(element)),
    content(element, draw) {
      const owner = struct(element);
      addContent(owner, document.page.dictionary, marks.length);
      marked(`/${owner.type} <</MCID ${marks.length}>> BDC`, draw);
      marks.push(owner.reference);
    },
    artifact: (kind, draw) => marked(`/Artifact <</Type /${kind}>> BDC`, draw),
    text(line, style, x, y, angle = 0) {
      if (line.to === line.from) return;
      const { embedded, codeOf } = fonts[style.weight];
      const parts: string[] = [];
      if (pen.color !== style.color) parts.push(`${rgb(style.color)} rg`);
      const font = `/${embedded.id} ${number(style.size)} Tf`;
      parts.push('BT', ...(pen.font === font ? [] : [font]));
      const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      const place = `${number(x)} ${number(height() - y)}`;
      parts.push(angle === 0 ? `${place} Td` : `${[cos, sin, -sin, cos].map(number).join(' ')} ${place} Tm`, showText(line, codeOf), 'ET');
      Object.assign(pen, { color: style.color, font });
      document.page.fonts[embedded.id] ??= embedded.ref();
      paint(parts.join(' '));
    },
    rectangle(box, ink) {
      if (ink.fill !== undefined) pen.color = ink.fill;
      paint(inked(ink, rectangleShape(box, height())));
    },
    path(points, ink, closed = false) {
      if (ink.fill !== undefined) pen.color = ink.fill;
      paint(inked(ink, pathShape(points, height(), closed)));
    },
    circle(centre, radius, ink) {
      if (ink.fill !== undefined) pen.color = ink.fill;
      paint(inked(ink, circleShape(centre, radius, height())));
    },
    translucent(draw) {
      document.page.ext_gstates['Faint'] = faint;
      paint('q /Faint gs');
      draw();
      paint('Q');
      Object.assign(pen, { color: '', font: '' });
    },
    link(element, box, destination, contents) {
      const owner = struct(element);
      const rectangle = [box.x, height() - box.y - box.height, box.x + box.width, height() - box.y];
      const key = structure.register(() => owner.reference);
      const annotation = document.ref({
        Type: 'Annot', Subtype: 'Link', Rect: rectangle, Border: [0, 0, 0], F: 4, StructParent: key,
        Contents: textString(contents), A: { S: 'GoTo', D: textString(destination) },
      });
      annotation.end();
      document.page.annotations.push(annotation);
      owner.kids.push({ Type: 'OBJR', Obj: annotation, Pg: document.page.dictionary });
    },
    destination(name, y) {
      const destinations = names.data['Dests'] as { add(key: string, value: unknown): void };
      destinations.add(name, [document.page.dictionary, 'XYZ', 0, height() - y, null]);
    },
    bookmark(level, title, y) {
      outline.length = Math.min(outline.length, level);
      const parent = outline.at(-1);
      invariant(parent !== undefined, 'the outline has a root');
      const item = parent.addItem(title);
      item.outlineData['Dest'] = [document.page.dictionary, 'XYZ', 0, height() - y, null];
      outline.push(item);
    },
    close() {
      endPage();
      structure.close();
      document.end();
    },
  };
}
