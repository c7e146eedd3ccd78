import { invariant } from '#libs/errors';

import type { Reference } from './pdfkit-core.js';

/** Structure types of ISO 32000-1, 14.8.4 that the kit uses. */
export type ElementType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure';

/** What assistive technology is told beyond the content. `box` is left, bottom, right, top in PDF axes. */
export interface ElementAttributes {
  readonly alt?: string;
  readonly box?: readonly [number, number, number, number];
  readonly scope?: 'Row' | 'Column';
  readonly columns?: number;
  readonly rows?: number;
  readonly numbering?: 'Decimal' | 'Disc' | 'None';
  readonly summary?: string;
}

/** A node of the structure tree while it is being filled. */
export interface StructElement {
  readonly type: ElementType;
  readonly reference: Reference;
  readonly parent: Reference;
  readonly attributes: ElementAttributes;
  readonly kids: unknown[];
  page: Reference | undefined;
  ended: boolean;
}

/** Text strings of a PDF dictionary are String objects in pdfkit; plain strings are names. */
export function textString(text: string): unknown {
  return Object(text.normalize('NFC'));
}

function layoutAttributes({ box }: ElementAttributes): Record<string, unknown>[] {
  return box === undefined ? [] : [{ O: 'Layout', Placement: 'Block', BBox: box }];
}

function listAttributes({ numbering }: ElementAttributes): Record<string, unknown>[] {
  return numbering === undefined ? [] : [{ O: 'List', ListNumbering: numbering }];
}

function tableAttributes({ scope, columns, rows, summary }: ElementAttributes): Record<string, unknown>[] {
  if (scope === undefined && columns === undefined && rows === undefined && summary === undefined) return [];
  return [
    {
      O: 'Table',
      ...(scope === undefined ? {} : { Scope: scope }),
      ...(columns === undefined ? {} : { ColSpan: columns }),
      ...(rows === undefined ? {} : { RowSpan: rows }),
      ...(summary === undefined ? {} : { Summary: textString(summary) }),
    },
  ];
}

/** Adds marked content of a page to an element. */
export function addContent(element: StructElement, page: Reference, mark: number): void {
  invariant(!element.ended, `content added to an ended ${element.type}`);
  element.page ??= page;
  element.kids.push(element.page === page ? mark : { Type: 'MCR', Pg: page, MCID: mark });
}

/** Writes the element into the file; nothing can be added afterwards. */
export function endElement(element: StructElement): void {
  invariant(!element.ended, `${element.type} ended twice`);
  element.ended = true;
  const attributes = [
    ...layoutAttributes(element.attributes),
    ...listAttributes(element.attributes),
    ...tableAttributes(element.attributes),
  ];
  const { alt } = element.attributes;
  Object.assign(element.reference.data, {
    S: element.type,
    P: element.parent,
    ...(element.page === undefined ? {} : { Pg: element.page }),
    ...(element.kids.length === 0 ? {} : { K: element.kids.length === 1 ? element.kids[0] : element.kids }),
    ...(attributes.length === 0 ? {} : { A: attributes.length === 1 ? attributes[0] : attributes }),
    ...(alt === undefined ? {} : { Alt: textString(alt) }),
  });
  element.reference.end();
  // Parents keep the reference until they end: a table of 100,000 cells must not keep its dictionaries as well.
  element.reference.data = {};
  element.kids.length = 0;
}
