import type { Element } from '../document/surface.js';
import { group, leaf, type Flow } from '../flow/flow.js';
import { paint, set, type Align, type Setting } from '../flow/setting.js';
import { COLOR } from '../flow/style.js';
import type { PlacedColumn, TablePlan } from './layout.js';

/** One cell of the head: a column's own header, or the header over a group of columns. */
interface HeadCell {
  readonly setting: Setting;
  readonly x: number;
  readonly width: number;
  readonly align: Align;
  readonly columns: number;
  readonly rows: number;
}

/** The head of a table, set once and painted on every page the table touches. */
export interface TableHead {
  readonly rows: readonly { readonly cells: readonly HeadCell[]; readonly height: number }[];
  readonly height: number;
}

function runs(columns: readonly PlacedColumn[]): PlacedColumn[][] {
  const result: PlacedColumn[][] = [];
  for (const placed of columns) {
    const last = result.at(-1);
    const name = placed.column.group;
    if (last !== undefined && name !== undefined && last[0]?.column.group === name) last.push(placed);
    else result.push([placed]);
  }
  return result;
}

/** Breaks all headers to their columns; two rows if any column belongs to a group. */
export function setHead(plan: TablePlan): TableHead {
  const { head, paddingX, paddingY } = plan.style;
  const grouped = plan.columns.some(({ column }) => column.group !== undefined);
  const cell = (text: string, x: number, width: number, columns: number, rows: number): HeadCell => ({
    setting: set(text, head, Math.max(4, width - 2 * paddingX)),
    x,
    width,
    columns,
    rows,
    align: 'center',
  });
  const upper: HeadCell[] = [];
  const lower: HeadCell[] = [];
  for (const run of runs(plan.columns)) {
    const first = run[0];
    if (first === undefined) continue;
    const name = first.column.group;
    if (name === undefined) {
      upper.push(cell(first.column.header, first.x, first.width, 1, grouped ? 2 : 1));
      continue;
    }
    upper.push(
      cell(
        name,
        first.x,
        run.reduce((sum, { width }) => sum + width, 0),
        run.length,
        1,
      ),
    );
    lower.push(...run.map(({ column, x, width }) => cell(column.header, x, width, 1, 1)));
  }
  const heightOf = (cells: readonly HeadCell[]): number =>
    Math.max(0, ...cells.map(({ setting }) => setting.height)) + 2 * (paddingY + 0.8);
  if (!grouped) return { rows: [{ cells: upper, height: heightOf(upper) }], height: heightOf(upper) };
  const lowerHeight = heightOf(lower);
  const upperHeight = Math.max(heightOf(upper.filter(({ rows }) => rows === 1)), heightOf(upper) - lowerHeight);
  return {
    rows: [
      { cells: upper, height: upperHeight },
      { cells: lower, height: lowerHeight },
    ],
    height: upperHeight + lowerHeight,
  };
}

function ground(flow: Flow, plan: TablePlan, head: TableHead): void {
  const { surface, y } = flow;
  const first = plan.columns[0];
  const last = plan.columns.at(-1);
  if (first === undefined || last === undefined) return;
  const [left, right] = [first.x, last.x + last.width];
  surface.artifact('Layout', () => {
    surface.rectangle({ x: left, y, width: right - left, height: head.height }, { fill: COLOR.head });
    surface.path(
      [
        { x: left, y },
        { x: right, y },
      ],
      { stroke: COLOR.navy, thickness: 1.1 },
    );
    let top = y;
    for (const row of head.rows) {
      for (const { x, width, rows } of row.cells) {
        const bottom = rows === 2 ? y + head.height : top + row.height;
        if (x > left)
          surface.path(
            [
              { x, y: top },
              { x, y: bottom },
            ],
            { stroke: COLOR.paper, thickness: 0.8 },
          );
        if (rows === 1 && row === head.rows[0] && head.rows.length > 1) {
          surface.path(
            [
              { x, y: bottom },
              { x: x + width, y: bottom },
            ],
            { stroke: COLOR.rule, thickness: 0.4 },
          );
        }
      }
      top += row.height;
    }
  });
}

/**
 * Paints the head at `flow.y` and moves below it. On the table's first page it is THead with scoped TH cells; on later
 * pages it is page furniture, since the structure has it already.
 */
export function placeHead(flow: Flow, plan: TablePlan, head: TableHead, table: Element | undefined): void {
  const { surface } = flow;
  ground(flow, plan, head);
  const first = head.rows[0];
  const fill = (row: TableHead['rows'][number], top: number, emit: (cell: HeadCell, draw: () => void) => void): void => {
    for (const cell of row.cells) {
      const height = cell.rows === 2 ? head.height : row.height;
      const { setting, x, width, align } = cell;
      emit(cell, () =>
        paint(
          surface,
          setting,
          { x: x + plan.style.paddingX, y: top + (height - setting.height) / 2, width: width - 2 * plan.style.paddingX },
          align,
        ),
      );
    }
  };
  const topOf = (row: TableHead['rows'][number]): number => flow.y + (row === first ? 0 : (first?.height ?? 0));
  if (table === undefined) {
    for (const row of head.rows) fill(row, topOf(row), (_, draw) => surface.artifact('Pagination', draw));
  } else {
    group(flow, table, 'THead', (section) => {
      for (const row of head.rows) {
        group(flow, section, 'TR', (element) =>
          fill(row, topOf(row), ({ columns, rows }, draw) =>
            leaf(flow, element, 'TH', draw, { scope: 'Column', ...(columns > 1 ? { columns } : {}), ...(rows > 1 ? { rows } : {}) }),
          ),
        );
      }
    });
  }
  flow.y += head.height;
}
