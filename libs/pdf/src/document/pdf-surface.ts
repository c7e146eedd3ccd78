import { invariant } from '#libs/errors';

import type { DocumentMeta, RenderOptions } from '../document-types.js';
import type { CompactDocument } from './compact-document.js';
import { painter } from './painter.js';
import type { NameTree, OutlineItem, Reference } from './pdfkit-core.js';
import { structureTree } from './structure-tree.js';
import { textString, type StructElement } from './structure.js';
import { dictionaryOf, referTo } from './syntax.js';
import type { Box, Element, Surface } from './surface.js';
import { openDocument } from './tagged-document.js';

/** A surface that becomes a PDF file. `close` must be called once, after the last element has ended. */
interface PdfSurface extends Surface {
  /** The file as a stream of bytes. */
  readonly document: CompactDocument;
  close(): void;
}

/** This surface made the element, so it knows what is inside. */
function inner(element: Element): StructElement {
  return element as StructElement;
}

/** A link annotation as PDF/UA-1, 7.18.5 wants it: printed, tied to its element, with a text that says where it leads. */
function linkAnnotation(document: CompactDocument, box: Box, key: number, destination: string, contents: string): Reference {
  const foot = document.page.height - box.y - box.height;
  const annotation = document.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [box.x, foot, box.x + box.width, foot + box.height],
    Border: [0, 0, 0],
    F: 4,
    StructParent: key,
    Contents: textString(contents),
    A: { S: 'GoTo', D: textString(destination) },
  });
  annotation.end();
  document.page.annotations.push(annotation);
  return annotation;
}

/** How the content of a cell begins. */
const openingOf = (header: boolean): string => (header ? '/TH<</MCID ' : '/TD<</MCID ');

/** Opens a file that is PDF/A-3a and PDF/UA-1 at once. */
export function pdfSurface(meta: DocumentMeta, options: RenderOptions): PdfSurface {
  const document = openDocument(meta, options);
  const pen = painter(document);
  const structure = structureTree(document);
  const outline: OutlineItem[] = [document.outline];
  const place = (y: number): unknown[] => [document.page.dictionary, 'XYZ', 0, document.page.height - y, null];
  return {
    ...pen,
    paints: true,
    document,
    root: structure.top,
    startPage(width, height) {
      structure.endPage();
      pen.reset();
      document.addPage({ size: [width, height], margin: 0 });
      document.startContent();
      pen.reset();
    },
    element(parent, type, attributes) {
      const owner = inner(parent);
      invariant(!owner.ended, `${type} added to an ended ${owner.type}`);
      const created = structure.create(owner.id, type, attributes);
      owner.kids.push(referTo(created.id));
      return created;
    },
    end: (element) => structure.end(inner(element)),
    content(element, draw) {
      const mark = structure.mark(inner(element));
      pen.marked(`/${element.type} <</MCID ${mark}>> BDC`, draw);
    },
    row(section, cells, y) {
      const owner = inner(section);
      invariant(!owner.ended, 'a row added to an ended section');
      structure.row(owner, cells, (cell, mark) => {
        const { line, header, before, beside, style, x } = cell;
        if (line === undefined) return;
        if (before === undefined && beside === undefined) pen.markedLine(openingOf(header), mark, cell, y);
        else
          pen.marked(`${openingOf(header)}${mark}>>BDC`, () => {
            before?.();
            pen.text(line, style, x, y);
            beside?.();
          });
      });
    },
    artifact: (kind, draw) => pen.marked(`/Artifact <</Type /${kind}>> BDC`, draw),
    link(element, box, destination, contents) {
      const owner = inner(element);
      const annotation = linkAnnotation(document, box, structure.tie(owner), destination, contents);
      owner.kids.push(dictionaryOf([['Type', '/OBJR'], ['Obj', referTo(annotation.id)], ['Pg', referTo(document.page.dictionary.id)]]));
    },
    destination(name, y) {
      const names = document._root.data['Names'] as Reference;
      (names.data['Dests'] as NameTree).add(name, place(y));
    },
    bookmark(level, title, y) {
      outline.length = Math.min(outline.length, level);
      const parent = outline.at(-1);
      invariant(parent !== undefined, 'the outline has a root');
      const item = parent.addItem(title);
      item.outlineData['Dest'] = place(y);
      outline.push(item);
    },
    close() {
      pen.reset();
      structure.close();
      document.end();
    },
  };
}
