import { invariant } from '#libs/errors';

import type { DocumentMeta, RenderOptions } from '../document-types.js';
import type { Element, Surface } from '../document/surface.js';
import type { ElementAttributes, ElementType } from '../document/structure.js';
import { finishPage, furnish } from './furniture.js';
import type { Setting } from './setting.js';
import { PAGE } from './style.js';

/** A heading as the table of contents and the bookmarks know it. `page` counts from 1; 0 is not yet known. */
export interface HeadingEntry {
  readonly id: string;
  readonly level: 2 | 3 | 4;
  readonly text: string;
  readonly bookmark: boolean;
  page: number;
}

type Orientation = 'portrait' | 'landscape';

/** The area of the page that blocks may use, in points from the top left. */
interface Frame {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly bottom: number;
}

/** A document being laid out. Blocks move `y` down and ask for room; nothing else is shared between them. */
export interface Flow {
  readonly surface: Surface;
  readonly meta: DocumentMeta;
  readonly options: RenderOptions;
  readonly headings: readonly HeadingEntry[];
  /** Page count found by the first pass; 0 during that pass. */
  readonly totalPages: number;
  /** Gives the process a chance to do something else; called between rows and blocks. */
  readonly breathe: () => Promise<void>;
  /** Told of every page that is begun. */
  readonly turned: (page: number) => void;
  orientation: Orientation;
  frame: Frame;
  page: number;
  y: number;
  /** Open sections, outermost first: one per heading level from 2. */
  readonly sections: Element[];
  headingsPlaced: number;
  /** What stands on every page, set once. */
  readonly furniture: Map<string, Setting>;
}

export function frameOf(orientation: Orientation): Frame {
  const [pageWidth, pageHeight] = orientation === 'portrait' ? [PAGE.width, PAGE.height] : [PAGE.height, PAGE.width];
  return { pageWidth, pageHeight, left: PAGE.side, top: PAGE.top, width: pageWidth - 2 * PAGE.side, bottom: pageHeight - PAGE.bottom };
}

/** Finishes the current page, if any, and starts the next one with its running header and footer. */
export function newPage(flow: Flow): void {
  if (flow.page > 0) finishPage(flow);
  flow.frame = frameOf(flow.orientation);
  flow.page += 1;
  flow.y = flow.frame.top;
  flow.surface.startPage(flow.frame.pageWidth, flow.frame.pageHeight);
  furnish(flow);
  flow.turned(flow.page);
}

export function room(flow: Flow): number {
  return flow.frame.bottom - flow.y;
}

/** Starts a new page unless `height` points are left, or unless the page is still empty. */
export function ensure(flow: Flow, height: number): void {
  if (height > room(flow) + 0.01 && flow.y > flow.frame.top) newPage(flow);
}

/** A block that takes no larger part of a page is not parted: less white is left above it than it fills. */
const SMALL_PART = 0.4;

export function isSmallPart({ frame }: Flow, height: number): boolean {
  return height <= (frame.bottom - frame.top) * SMALL_PART;
}

/** The innermost open section, or the document. */
export function parent(flow: Flow): Element {
  return flow.sections.at(-1) ?? flow.surface.root;
}

/** An element whose whole content is painted at once. */
export function leaf(flow: Flow, owner: Element, type: ElementType, draw: () => void, attributes?: ElementAttributes): void {
  const element = flow.surface.element(owner, type, attributes);
  flow.surface.content(element, draw);
  flow.surface.end(element);
}

/** An element that only groups others. */
export function group(
  flow: Flow,
  owner: Element,
  type: ElementType,
  fill: (element: Element) => void,
  attributes?: ElementAttributes,
): void {
  const element = flow.surface.element(owner, type, attributes);
  fill(element);
  flow.surface.end(element);
}

/** Closes open sections down to the given heading level and opens the section of a heading of that level. */
export function openSection(flow: Flow, level: number): Element {
  closeSections(flow, level);
  invariant(level - 2 === flow.sections.length, `heading level ${level} skips a level`);
  const section = flow.surface.element(parent(flow), 'Sect');
  flow.sections.push(section);
  return section;
}

export function closeSections(flow: Flow, level: number): void {
  while (flow.sections.length > level - 2) {
    const section = flow.sections.pop();
    if (section !== undefined) flow.surface.end(section);
  }
}
