import type { Line, TextStyle } from '../font/lines.js';
import type { ElementAttributes, ElementType } from './structure.js';

/** A handle on a structure element; only the surface that made it knows what is inside. */
export interface Element {
  readonly type: ElementType;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Ink {
  readonly fill?: string;
  readonly stroke?: string;
  readonly thickness?: number;
  /** Lengths of dash and gap in points. */
  readonly dash?: readonly [number, number];
}

/** A cell of one line in a row of a table. `line` is undefined where the cell is empty; `y` is the baseline. */
export interface LineCell {
  readonly header: boolean;
  readonly line: Line | undefined;
  readonly style: TextStyle;
  readonly x: number;
  /** What is painted before the text, and beside it. */
  readonly before?: () => void;
  readonly beside?: () => void;
}

/**
 * What the layout draws on. Points, origin at the top left of the page. Nothing can be painted outside `content`
 * (belongs to a structure element) or `artifact` (page furniture and decoration), so no ink escapes tagging.
 */
export interface Surface {
  /** False where nothing is painted, so that what would only be painted need not be made ready. */
  readonly paints: boolean;
  startPage(width: number, height: number): void;
  /** The root of the structure tree. */
  readonly root: Element;
  element(parent: Element, type: ElementType, attributes?: ElementAttributes): Element;
  /** Ends an element: it can take neither content nor children any more. */
  end(element: Element): void;
  content(element: Element, draw: () => void): void;
  /** A whole row of a table whose cells are one line each, on one baseline: long tables are made of these. */
  row(section: Element, cells: readonly LineCell[], y: number): void;
  artifact(kind: 'Layout' | 'Pagination', draw: () => void): void;
  /** `y` is the baseline. `angle` is degrees, counter-clockwise. */
  text(line: Line, style: TextStyle, x: number, y: number, angle?: number): void;
  rectangle(box: Box, ink: Ink): void;
  path(points: readonly Point[], ink: Ink, closed?: boolean): void;
  circle(centre: Point, radius: number, ink: Ink): void;
  /** Everything painted inside lets the page shine through. */
  translucent(draw: () => void): void;
  /** An active area that leads to a named destination. `contents` is what assistive technology announces. */
  link(element: Element, box: Box, destination: string, contents: string): void;
  destination(name: string, y: number): void;
  bookmark(level: number, title: string, y: number): void;
}

/** A surface that paints nothing: the first pass counts pages and meets every character before a byte is written. */
export function blankSurface(): Surface {
  const nothing = (): void => undefined;
  const draw = (_: unknown, body: () => void): void => body();
  return {
    paints: false,
    startPage: nothing,
    root: { type: 'Document' },
    element: (_parent, type) => ({ type }),
    end: nothing,
    content: draw,
    row: nothing,
    artifact: draw,
    text: nothing,
    rectangle: nothing,
    path: nothing,
    circle: nothing,
    translucent: (body) => body(),
    link: nothing,
    destination: nothing,
    bookmark: nothing,
  };
}
