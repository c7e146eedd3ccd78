import type { Fact } from '../blocks.js';
import type { Element } from '../document/surface.js';
import { ensure, group, isSmallPart, leaf, newPage, parent, room, type Flow } from '../flow/flow.js';
import { paint, set, type Setting } from '../flow/setting.js';
import { COLOR, TYPE } from '../flow/style.js';

const PADDING_X = 8;
const PADDING_Y = 4;

interface FactSetting {
  readonly label: Setting;
  readonly value: Setting;
}

/** One fact on one page: label, value and the hairline under them. Values longer than a page go on over `from`. */
function paintFact(
  flow: Flow,
  row: Element,
  [th, td]: readonly [Element, Element],
  fact: FactSetting,
  labelWidth: number,
  first: boolean,
): void {
  const { surface, frame } = flow;
  const { leading } = fact.value.style;
  const total = Math.max(fact.label.lines.length, fact.value.lines.length);
  for (let from = 0; from < total;) {
    const to = Math.min(total, from + Math.max(1, Math.floor((room(flow) - 2 * PADDING_Y + 0.01) / leading)));
    const y = flow.y;
    const height = (to - from) * leading + 2 * PADDING_Y;
    surface.artifact('Layout', () => {
      surface.rectangle({ x: frame.left, y, width: labelWidth, height }, { fill: COLOR.head });
      // Each row draws the line above it: drawn below, the next row's ground would cover it.
      const rule = first && from === 0 ? { stroke: COLOR.navy, thickness: 1 } : { stroke: COLOR.hair, thickness: 0.5 };
      surface.path(
        [
          { x: frame.left, y },
          { x: frame.left + frame.width, y },
        ],
        rule,
      );
    });
    const top = y + PADDING_Y;
    if (from < fact.label.lines.length) {
      surface.content(th, () => paint(surface, fact.label, { x: frame.left + PADDING_X, y: top, width: labelWidth }, 'left', from, to));
    }
    if (from < fact.value.lines.length) {
      surface.content(td, () =>
        paint(surface, fact.value, { x: frame.left + labelWidth + PADDING_X, y: top, width: frame.width }, 'left', from, to),
      );
    }
    flow.y += height;
    from = to;
    if (from < total) newPage(flow);
  }
  surface.end(th);
  surface.end(td);
  surface.end(row);
}

const labelWidthOf = ({ frame }: Flow): number => Math.round(frame.width * 0.27);

function settingsOf(flow: Flow, rows: readonly Fact[]): FactSetting[] {
  const labelWidth = labelWidthOf(flow);
  return rows.map(([label, value]) => ({
    label: set(label, TYPE.factHead, labelWidth - 2 * PADDING_X),
    value: set(value, TYPE.fact, flow.frame.width - labelWidth - 2 * PADDING_X),
  }));
}

const heightOf = ({ label, value }: FactSetting): number => Math.max(label.height, value.height) + 2 * PADDING_Y;

/** The most that the first fact asks for: what is longer may go on over the page. */
const LONG_FACT = 200;
const CAPTION_GAP = 3;

/** Height of what facts begin with: the caption and the first of them, or all where they take a small part of a page. */
export function factsLead(flow: Flow, rows: readonly Fact[], caption?: string): number {
  const heights = settingsOf(flow, rows).map(heightOf);
  const whole = heights.reduce((sum, height) => sum + height, 0);
  const title = caption === undefined ? 0 : set(caption, TYPE.caption, flow.frame.width).height;
  return title + CAPTION_GAP + (isSmallPart(flow, whole) ? whole : Math.min(heights[0] ?? 0, LONG_FACT));
}

/** A table of two columns in which every label heads its row. */
export function placeFacts(flow: Flow, rows: readonly Fact[], owner: Element = parent(flow), caption?: string): void {
  const { surface, frame } = flow;
  const labelWidth = labelWidthOf(flow);
  const settings = settingsOf(flow, rows);
  const title = caption === undefined ? undefined : set(caption, TYPE.caption, frame.width);
  ensure(flow, factsLead(flow, rows, caption));
  const table = surface.element(owner, 'Table');
  if (title !== undefined) {
    leaf(flow, table, 'Caption', () => paint(surface, title, { x: frame.left, y: flow.y, width: frame.width }));
    flow.y += title.height + CAPTION_GAP;
  }
  const rule = (): void =>
    surface.artifact('Layout', () =>
      surface.path(
        [
          { x: frame.left, y: flow.y },
          { x: frame.left + frame.width, y: flow.y },
        ],
        { stroke: COLOR.navy, thickness: 1 },
      ),
    );
  group(flow, table, 'TBody', (body) => {
    settings.forEach((fact, at) => {
      if (heightOf(fact) <= frame.bottom - frame.top) ensure(flow, heightOf(fact));
      const row = surface.element(body, 'TR');
      paintFact(flow, row, [surface.element(row, 'TH', { scope: 'Row' }), surface.element(row, 'TD')], fact, labelWidth, at === 0);
    });
  });
  surface.end(table);
  rule();
  flow.y += 12;
}
