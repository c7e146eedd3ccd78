import type { Cell, Column, TonedCell } from '../blocks.js';
import type { Element, LineCell } from '../document/surface.js';
import { leaf, newPage, room, type Flow } from '../flow/flow.js';
import { baseline, paint, set } from '../flow/setting.js';
import { singleLine } from '../font/lines.js';
import { COLOR } from '../flow/style.js';
import { word } from '../flow/words.js';
import { symbol } from '../block/symbol.js';
import { placeHead, type TableHead } from './head.js';
import { hasSymbol, toned } from './extent.js';
import { cellStyle, markRoom, markStyle, SYMBOL_WIDTH, type PlacedColumn, type SetCell, type SetRow, type TablePlan } from './layout.js';

/** The foot of a row: whether its line is firm, and whether the row has columns (a heading inside the table has none). */
interface Rule {
  readonly y: number;
  readonly strong: boolean;
  readonly columns: boolean;
}

/** A table while its rows are being placed. */
export interface Run {
  readonly flow: Flow;
  readonly plan: TablePlan;
  readonly head: TableHead;
  /** Where the rows of the current page begin, and the lines under them. */
  top: number;
  rules: Rule[];
  striped: boolean;
}

/** Height of a row of so many lines. */
export function rowHeight({ plan }: Pick<Run, 'plan'>, lines: number): number {
  return lines * plan.style.cell.leading + 2 * plan.style.paddingY;
}

/** Stretches of the page where rows have columns, top to foot. */
function stretches(run: Run): [number, number][] {
  const result: [number, number][] = [];
  let top = run.top;
  for (const { y, columns } of run.rules) {
    const last = result.at(-1);
    if (columns && last !== undefined && last[1] === top) last[1] = y;
    else if (columns) result.push([top, y]);
    top = y;
  }
  return result;
}

/** Draws the grid of the rows on this page: hairlines between rows and columns, a firm line at the end. */
export function closePage(run: Run, last: boolean): void {
  const { flow, plan } = run;
  const { surface } = flow;
  const left = plan.columns[0]?.x ?? 0;
  const right = left + plan.columns.reduce((sum, { width }) => sum + width, 0);
  if (run.rules.length === 0) return;
  surface.artifact('Layout', () => {
    for (const [top, foot] of stretches(run)) {
      for (const { x } of plan.columns.slice(1))
        surface.path(
          [
            { x, y: top },
            { x, y: foot },
          ],
          { stroke: COLOR.hair, thickness: 0.35 },
        );
    }
    surface.path(
      [
        { x: left, y: run.top },
        { x: right, y: run.top },
      ],
      { stroke: COLOR.navy, thickness: 0.6 },
    );
    for (const { y, strong } of run.rules.slice(0, -1)) {
      surface.path(
        [
          { x: left, y },
          { x: right, y },
        ],
        { stroke: strong ? COLOR.rule : COLOR.hair, thickness: strong ? 0.6 : 0.4 },
      );
    }
    surface.path(
      [
        { x: left, y: flow.y },
        { x: right, y: flow.y },
      ],
      { stroke: last ? COLOR.navy : COLOR.rule, thickness: last ? 1.1 : 0.5 },
    );
  });
  run.rules = [];
}

function breakPage(run: Run): void {
  closePage(run, false);
  newPage(run.flow);
  placeHead(run.flow, run.plan, run.head, undefined);
  run.top = run.flow.y;
}

/** Room for rows on an empty page. */
function pageRoom(run: Run): number {
  const { frame } = run.flow;
  return frame.bottom - frame.top - run.head.height;
}

function paintCell(
  run: Run,
  { column, x, width }: PlacedColumn,
  { cell, setting: broken }: SetCell,
  y: number,
  from: number,
  to: number,
): void {
  const { surface } = run.flow;
  const { paddingX } = run.plan.style;
  const setting = broken();
  const align = column.align ?? 'left';
  const inset = (hasSymbol(cell) ? SYMBOL_WIDTH : 0) + markRoom(cell, run.plan.style);
  const area = { x: x + paddingX + inset, y, width: width - 2 * paddingX - inset };
  const shift = shiftOf(align, area.width - (setting.lines[0]?.width ?? 0));
  if (from === 0) paintMark(run, cell, area.x + shift - inset, baseline(y, setting.style));
  paint(surface, setting, area, align, from, to);
  if (!hasSymbol(cell) || from > 0) return;
  symbol(surface, cell.tone, { x: area.x + shift - SYMBOL_WIDTH / 2 - 1, y: y + setting.style.leading / 2 }, setting.style.size * 0.4);
}

/** Paints what the text of a cell rests on, before it. */
function paintMark({ flow, plan }: Run, { mark }: TonedCell, x: number, y: number): void {
  if (mark === undefined) return;
  const style = markStyle(plan.style);
  flow.surface.text(singleLine(mark, style), style, x, y);
}

/** Paints a row; one that is taller than a page goes on over the following pages, its cells staying one each. */
export function placeRow(run: Run, section: Element, row: SetRow, ground: string | undefined): void {
  const { flow, plan } = run;
  const { surface } = flow;
  const { leading } = plan.style.cell;
  const element = surface.element(section, 'TR');
  const cells = !surface.paints
    ? []
    : plan.columns.map(({ column }) => (column.rowHeader === true ? surface.element(element, 'TH', { scope: 'Row' }) : surface.element(element, 'TD')));
  for (let from = 0; from < row.lines;) {
    const fits = Math.floor((room(flow) - 2 * plan.style.paddingY + 0.01) / leading);
    const to = Math.min(row.lines, from + Math.max(1, fits));
    const height = rowHeight(run, to - from);
    const top = flow.y + plan.style.paddingY;
    if (ground !== undefined) paintGround(run, height, ground);
    if (surface.paints) plan.columns.forEach((placed, at) => {
      const content = row.cells[at];
      const target = cells[at];
      if (content === undefined || target === undefined || content.cell.text === '' || from >= content.lines) return;
      surface.content(target, () => paintCell(run, placed, content, top, from, to));
    });
    flow.y += height;
    run.rules.push({ y: flow.y, strong: row.emphasised, columns: true });
    from = to;
    if (from < row.lines) breakPage(run);
  }
  cells.forEach((cell) => surface.end(cell));
  surface.end(element);
}

/** The cell as one line, which it surely fits on. */
function lineCell(run: Run, { column, x, width }: PlacedColumn, cell: Cell, emphasised: boolean, y: number): LineCell {
  const { plan, flow } = run;
  const own = typeof cell === 'string' ? undefined : cell;
  const style = own === undefined && !emphasised ? plan.style.cell : cellStyle(toned(cell), plan.style, emphasised);
  const text = own === undefined ? (cell as string) : own.text;
  const header = column.rowHeader === true;
  if (text === '') return { header, line: undefined, style, x };
  const line = singleLine(text, style);
  const { paddingX } = plan.style;
  const inset = own === undefined ? 0 : (hasSymbol(own) ? SYMBOL_WIDTH : 0) + markRoom(own, plan.style);
  const left = x + paddingX + inset + shiftOf(column.align, width - 2 * paddingX - inset - line.width);
  if (own === undefined) return { header, line, style, x: left };
  const before = own.mark === undefined ? {} : { before: () => paintMark(run, own, left - inset, baseline(y, plan.style.cell)) };
  if (!hasSymbol(own)) return { header, line, style, x: left, ...before };
  const centre = { x: left - SYMBOL_WIDTH / 2 - 1, y: y + style.leading / 2 };
  return { header, line, style, x: left, ...before, beside: () => symbol(flow.surface, own.tone, centre, style.size * 0.4) };
}

/** How far to the right a line begins that leaves so much of its measure free. */
function shiftOf(align: Column['align'], slack: number): number {
  if (align === 'right') return slack;
  return align === 'center' ? slack / 2 : 0;
}

/** Paints a row of a table whose cells are one line each. */
export function placeLineRow(run: Run, section: Element, cells: readonly Cell[], emphasised: boolean, ground: string | undefined): void {
  const { flow, plan } = run;
  const height = rowHeight(run, 1);
  if (flow.surface.paints) {
    if (ground !== undefined) paintGround(run, height, ground);
    const y = flow.y + plan.style.paddingY;
    const ready = plan.columns.map((placed, at) => lineCell(run, placed, cells[at] ?? '', emphasised, y));
    flow.surface.row(section, ready, baseline(y, plan.style.cell));
  }
  flow.y += height;
  run.rules.push({ y: flow.y, strong: emphasised, columns: true });
}

function paintGround({ flow, plan }: Run, height: number, fill: string): void {
  const left = plan.columns[0]?.x ?? 0;
  flow.surface.artifact('Layout', () => flow.surface.rectangle({ x: left, y: flow.y, width: flow.frame.width, height }, { fill }));
}

/** Starts a new page unless the row, and what must stay with it, still fits. */
export function makeRoom(run: Run, needed: number): void {
  const tall = needed > pageRoom(run);
  const enough = tall ? Math.min(needed, 6 * run.plan.style.cell.leading) : needed;
  if (enough > room(run.flow) + 0.01 && run.flow.y > run.top) breakPage(run);
}

/** A heading inside the table, over the rows that follow it. */
export function placeGroup(run: Run, section: Element, text: string): void {
  const { flow, plan } = run;
  const { surface, frame } = flow;
  const setting = set(text, plan.style.strong, frame.width - 2 * plan.style.paddingX);
  const height = setting.height + 2 * plan.style.paddingY;
  makeRoom(run, height + rowHeight(run, 2));
  const y = flow.y;
  surface.artifact('Layout', () => surface.rectangle({ x: frame.left, y, width: frame.width, height }, { fill: COLOR.quietGround }));
  const row = surface.element(section, 'TR');
  const area = { x: frame.left + plan.style.paddingX, y: y + plan.style.paddingY, width: frame.width };
  leaf(flow, row, 'TH', () => paint(surface, setting, area), { scope: 'Column', columns: plan.columns.length });
  surface.end(row);
  flow.y += height;
  run.rules.push({ y: flow.y, strong: false, columns: false });
  run.striped = false;
}

/** The one row of a table that has none. */
export function placeNothing(run: Run, section: Element): void {
  const { flow, plan } = run;
  const { surface, frame } = flow;
  const setting = set(word(flow.meta, 'nothing'), { ...plan.style.cell, color: COLOR.muted }, frame.width);
  const row = surface.element(section, 'TR');
  const area = { x: frame.left, y: flow.y + plan.style.paddingY + 2, width: frame.width };
  leaf(flow, row, 'TD', () => paint(surface, setting, area, 'center'), { columns: plan.columns.length });
  surface.end(row);
  flow.y += rowHeight(run, 1) + 4;
  run.rules.push({ y: flow.y, strong: false, columns: false });
}
