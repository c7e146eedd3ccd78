import type { ApprovalCell, BlockOf } from '../blocks.js';
import type { Element } from '../document/surface.js';
import { ensure, group, parent, type Flow } from '../flow/flow.js';
import { baseline, paint, set, setFitted } from '../flow/setting.js';
import { COLOR, TYPE } from '../flow/style.js';
import { word } from '../flow/words.js';

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
    [top, height]: readonly [top: number, height: number],
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
      group(flow, head, 'TR', (row) => cells.forEach((cell, at) => put(row, 'TH', cell.role, TYPE.approvalHead, at, [y, APPROVAL.head]))),
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
            [y + APPROVAL.head, APPROVAL.sign],
          ),
        ),
      );
      group(flow, body, 'TR', (row) =>
        cells.forEach((cell, at) =>
          put(row, 'TD', cell.date ?? '', TYPE.approvalCell, at, [y + APPROVAL.head + APPROVAL.sign, APPROVAL.date]),
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
