import type { Fact } from '../blocks.js';
import type { Element } from '../document/surface.js';
import { ensure, group, leaf, newPage, parent, room, type Flow } from '../flow/flow.js';
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

/** A table of two columns in which every label heads its row. */
export function placeFacts(flow: Flow, rows: readonly Fact[], owner: Element = parent(flow), caption?: string): void {
  const { surface, frame } = flow;
  const labelWidth = Math.round(frame.width * 0.27);
  const settings = rows.map(([label, value]) => ({
    label: set(label, TYPE.factHead, labelWidth - 2 * PADDING_X),
    value: set(value, TYPE.fact, frame.width - labelWidth - 2 * PADDING_X),
  }));
  const heightOf = ({ label, value }: FactSetting): number => Math.max(label.height, value.height) + 2 * PADDING_Y;
  const title = caption === undefined ? undefined : set(caption, TYPE.caption, frame.width);
  const first = settings[0];
  ensure(flow, (title?.height ?? 0) + 3 + (first === undefined ? 0 : Math.min(heightOf(first), 200)));
  const table = surface.element(owner, 'Table');
  if (title !== undefined) {
    leaf(flow, table, 'Caption', () => paint(surface, title, { x: frame.left, y: flow.y, width: frame.width }));
    flow.y += title.height + 3;
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
