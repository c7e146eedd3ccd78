import { invariant } from '#libs/errors';

import type { Reference } from './pdfkit-core.js';
import { arrayOf, dictionaryOf, referTo, textOf } from './syntax.js';

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
  /** Of the object that it becomes. */
  readonly id: number;
  readonly parentId: number;
  readonly attributes: ElementAttributes;
  /** As they will stand in the file. */
  readonly kids: string[];
  page: Reference | undefined;
  ended: boolean;
}

/** Text strings of a dictionary that pdfkit writes are String objects; plain strings are names. */
export function textString(text: string): unknown {
  return Object(text.normalize('NFC'));
}

/** Nearly every element is a cell that has none. */
const NO_ATTRIBUTES: ElementAttributes = {};

export const attributesOr = (attributes: ElementAttributes | undefined): ElementAttributes => attributes ?? NO_ATTRIBUTES;

function attributeObjects({ box, numbering, scope, columns, rows, summary }: ElementAttributes): string[] {
  const layout = box === undefined ? [] : [dictionaryOf([['O', '/Layout'], ['Placement', '/Block'], ['BBox', arrayOf(box.map(number))]])];
  const list = numbering === undefined ? [] : [dictionaryOf([['O', '/List'], ['ListNumbering', `/${numbering}`]])];
  if (scope === undefined && columns === undefined && rows === undefined && summary === undefined) return [...layout, ...list];
  const table = dictionaryOf([
    ['O', '/Table'],
    ['Scope', scope === undefined ? undefined : `/${scope}`],
    ['ColSpan', columns?.toString()],
    ['RowSpan', rows?.toString()],
    ['Summary', summary === undefined ? undefined : textOf(summary)],
  ]);
  return [...layout, ...list, table];
}

const number = (value: number): string => `${Math.round(value * 1e6) / 1e6}`;

const oneOrAll = (items: readonly string[]): string | undefined => (items.length > 1 ? arrayOf(items) : items[0]);

/** Adds marked content of a page to an element. */
export function addContent(element: StructElement, page: Reference, mark: number): void {
  invariant(!element.ended, `content added to an ended ${element.type}`);
  element.page ??= page;
  element.kids.push(element.page === page ? `${mark}` : dictionaryOf([['Type', '/MCR'], ['Pg', referTo(page.id)], ['MCID', `${mark}`]]));
}

/** Ends an element and says what its object is; nothing can be added afterwards. */
export function endedElement(element: StructElement): string {
  invariant(!element.ended, `${element.type} ended twice`);
  element.ended = true;
  const { type, parentId, page, kids, attributes } = element;
  const own = oneOrAll(kids);
  kids.length = 0;
  const said = attributes === NO_ATTRIBUTES ? '' : saidOf(attributes);
  return `<<\n/S /${type}\n/P ${parentId} 0 R\n${page === undefined ? '' : `/Pg ${page.id} 0 R\n`}${own === undefined ? '' : `/K ${own}\n`}${said}>>`;
}

/** What an element says beyond its content, as members of its dictionary. */
function saidOf(attributes: ElementAttributes): string {
  const objects = oneOrAll(attributeObjects(attributes));
  const alt = attributes.alt === undefined ? '' : `/Alt ${textOf(attributes.alt)}\n`;
  return `${objects === undefined ? '' : `/A ${objects}\n`}${alt}`;
}
