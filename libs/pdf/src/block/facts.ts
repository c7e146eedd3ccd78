import type { ApprovalCell, BlockOf, Fact } from '../blocks.js';
import type { Element } from '../document/surface.js';
import { ensure, group, leaf, newPage, parent, room, type Flow } from '../flow/flow.js';
import { baseline, paint, set, setFitted, type Setting } from '../flow/setting.js';
import { COLOR, TYPE } from '../flow/style.js';
import { word } from '../flow/words.js';

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

const APPROVAL = { side: 20, cell: 62, widest: 372, head: 18, sign: 34, date: 15 } as const;

/** Six cells have their full width; more than six become narrower. */
function cellWidth(cells: readonly ApprovalCell[]): number {
  return Math.min(APPROVAL.cell, APPROVAL.widest / Math.max(1, cells.length));
}

/** Width of an approval box with these cells, in points. */
export function approvalWidth(cells: readonly ApprovalCell[]): number {
  return APPROVAL.side + cells.length * cellWidth(cells);
}

export const APPROVAL_HEIGHT = APPROVAL.head + APPROVAL.sign + APPROVAL.date;

function paintGrid(flow: Flow, x: number, y: number, cells: readonly ApprovalCell[]): void {
  const { surface } = flow;
  const width = approvalWidth(cells);
  const pen = { stroke: COLOR.ink, thickness: 0.5 };
  surface.artifact('Layout', () => {
    surface.rectangle({ x, y, width, height: APPROVAL.head }, { fill: COLOR.quietGround });
    surface.rectangle({ x, y, width: APPROVAL.side, height: APPROVAL_HEIGHT }, { fill: COLOR.quietGround });
    cells.forEach((_, at) => {
      const line = x + APPROVAL.side + at * cellWidth(cells);
      surface.path(
        [
          { x: line, y },
          { x: line, y: y + APPROVAL_HEIGHT },
        ],
        pen,
      );
    });
    const [first, second] = [y + APPROVAL.head, y + APPROVAL.head + APPROVAL.sign];
    for (const line of [first, second])
      surface.path(
        [
          { x: x + APPROVAL.side, y: line },
          { x: x + width, y: line },
        ],
        pen,
      );
    surface.rectangle({ x, y, width, height: APPROVAL_HEIGHT }, { stroke: COLOR.ink, thickness: 0.9 });
  });
}

/** The word 결재 runs down the side, one syllable under the other; other languages turn it by a right angle. */
function paintSide(flow: Flow, caption: Element, x: number, y: number): void {
  const { surface, meta } = flow;
  const text = word(meta, 'approval');
  const style = TYPE.approvalHead;
  surface.content(caption, () => {
    if (meta.language === 'ko-KR') {
      const setting = set([...text].join('\n'), { ...style, leading: 17 }, APPROVAL.side);
      paint(surface, setting, { x, y: y + (APPROVAL_HEIGHT - setting.height) / 2, width: APPROVAL.side }, 'center');
      return;
    }
    const line = set(text, style, APPROVAL_HEIGHT).lines[0];
    if (line !== undefined) surface.text(line, style, baseline(x + 4, style), y + (APPROVAL_HEIGHT + line.width) / 2, 90);
  });
}

/** 결재란: roles above, signature fields below, dates at the foot (three rows of a table). Does not move `flow.y`. */
export function paintApprovalBox(flow: Flow, owner: Element, cells: readonly ApprovalCell[], x: number, y: number): void {
  const { surface } = flow;
  paintGrid(flow, x, y, cells);
  const left = (at: number): number => x + APPROVAL.side + at * cellWidth(cells) + 3;
  const inner = cellWidth(cells) - 6;
  const put = (
    row: Element,
    type: 'TH' | 'TD',
    text: string,
    style: typeof TYPE.approvalCell | typeof TYPE.approvalHead,
    at: number,
    top: number,
    height: number,
  ): void => {
    const cell = surface.element(row, type, type === 'TH' ? { scope: 'Column' } : undefined);
    if (text !== '') {
      const setting = setFitted(text, style, inner, 6);
      surface.content(cell, () => paint(surface, setting, { x: left(at), y: top + (height - setting.height) / 2, width: inner }, 'center'));
    }
    surface.end(cell);
  };
  group(flow, owner, 'Table', (table) => {
    const caption = surface.element(table, 'Caption');
    paintSide(flow, caption, x, y);
    surface.end(caption);
    group(flow, table, 'THead', (head) =>
      group(flow, head, 'TR', (row) => cells.forEach((cell, at) => put(row, 'TH', cell.role, TYPE.approvalHead, at, y, APPROVAL.head))),
    );
    group(flow, table, 'TBody', (body) => {
      group(flow, body, 'TR', (row) =>
        cells.forEach((cell, at) =>
          put(
            row,
            'TD',
            [cell.mark, cell.name].filter((part) => part !== undefined).join('\n'),
            TYPE.approvalCell,
            at,
            y + APPROVAL.head,
            APPROVAL.sign,
          ),
        ),
      );
      group(flow, body, 'TR', (row) =>
        cells.forEach((cell, at) =>
          put(row, 'TD', cell.date ?? '', TYPE.approvalCell, at, y + APPROVAL.head + APPROVAL.sign, APPROVAL.date),
        ),
      );
    });
  });
}

/** An approval box inside the text, at the right edge. */
export function placeApprovalBox(flow: Flow, block: BlockOf<'approvalBox'>): void {
  ensure(flow, APPROVAL_HEIGHT);
  const { frame } = flow;
  paintApprovalBox(flow, parent(flow), block.cells, frame.left + frame.width - approvalWidth(block.cells), flow.y);
  flow.y += APPROVAL_HEIGHT + 12;
}
