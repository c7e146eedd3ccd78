import { invariant } from '#libs/errors';

import type { Cell, Row, Rows, TableBlock } from '../blocks.js';
import { flowParagraph } from '../block/text.js';
import type { Element } from '../document/surface.js';
import { ensure, isSmallPart, leaf, parent, type Flow } from '../flow/flow.js';
import { paint, set } from '../flow/setting.js';
import { COLOR, TYPE } from '../flow/style.js';
import { word } from '../flow/words.js';
import { placeHead, setHead } from './head.js';
import { cellsOf } from './extent.js';
import { planTable, setRow, type SetRow } from './layout.js';
import { closePage, makeRoom, placeGroup, placeLineRow, placeNothing, placeRow, rowHeight, type Run } from './rows.js';

/** What is left free below a table without notes, and above its notes. */
export const TABLE_GAP = 13;
const NOTES_GAP = 4;

/** Rows between two chances for other work of the process. */
const BREATHE_EVERY = 32;

async function placeRows(run: Run, table: Element, rows: Rows, footerHeight: number): Promise<void> {
  const { flow, plan } = run;
  const section = flow.surface.element(table, 'TBody');
  if (rows.length === 0) placeNothing(run, section);
  // Where nothing is painted and all rows are alike, their number is all that counts.
  const given: Iterable<Row> = !flow.surface.paints && plan.oneLine && plan.even ? alike(rows.length) : rows;
  let at = -1;
  let held: Row | undefined;
  for (const row of given) {
    at += 1;
    if (at % BREATHE_EVERY === 0) await flow.breathe();
    // The last row does not begin a page, alone or with the total: the row before it comes along.
    if (held !== undefined) placeAny(run, section, held, rowsHeight(run, [row]) + footerHeight);
    held = at === rows.length - 2 ? row : undefined;
    if (held === undefined) placeAny(run, section, row, at === rows.length - 1 ? footerHeight : 0);
  }
  invariant(at + 1 === rows.length, `a table of ${rows.length} rows handed out ${at + 1}`);
  flow.surface.end(section);
}

function* alike(count: number): Generator<Row> {
  for (let at = 0; at < count; at += 1) yield [];
}

function placeAny(run: Run, section: Element, row: Row, below: number): void {
  const cells = cellsOf(row);
  if (cells === undefined || 'group' in row) placeGroup(run, section, 'group' in row ? row.group : '');
  else placeCells(run, section, cells, 'subtotal' in row, below);
}

function placeCells(run: Run, section: Element, cells: readonly Cell[], subtotal: boolean, below: number): void {
  const ground = (): string | undefined => (subtotal ? COLOR.quietGround : run.striped ? COLOR.zebra : undefined);
  if (run.plan.oneLine) {
    makeRoom(run, rowHeight(run, 1) + below);
    placeLineRow(run, section, cells, subtotal, ground());
  } else {
    const ready = setRow(cells, run.plan, subtotal);
    makeRoom(run, rowHeight(run, ready.lines) + below);
    placeRow(run, section, ready, ground());
  }
  run.striped = !run.striped;
}

function placeCaption(flow: Flow, table: Element, block: TableBlock): void {
  const { surface, frame, y } = flow;
  if (block.caption === undefined && block.unit === undefined) return;
  const unit = block.unit === undefined ? undefined : set(`(${word(flow.meta, 'unit')}: ${block.unit})`, TYPE.unit, frame.width / 2);
  const unitWidth = unit?.lines[0]?.width ?? 0;
  const caption = set(block.caption ?? '', TYPE.caption, frame.width - unitWidth - 10);
  leaf(flow, table, 'Caption', () => {
    paint(surface, caption, { x: frame.left, y, width: frame.width });
    if (unit !== undefined)
      paint(surface, unit, { x: frame.left, y: y + caption.height - unit.style.leading, width: frame.width }, 'right');
  });
  flow.y += caption.height + 3;
}

function placeFooter(run: Run, table: Element, footer: SetRow): void {
  makeRoom(run, rowHeight(run, footer.lines));
  const last = run.rules.at(-1);
  if (last !== undefined) run.rules[run.rules.length - 1] = { ...last, strong: true };
  const section = run.flow.surface.element(table, 'TFoot');
  placeRow(run, section, footer, COLOR.head);
  run.flow.surface.end(section);
}

/** Height of rows as they will be set; a heading inside the table counts as one line. */
function rowsHeight({ plan }: Pick<Run, 'plan'>, rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + rowHeight({ plan }, setRow(cellsOf(row) ?? [], plan, 'subtotal' in row).lines), 0);
}

/** More rows are never a small part of a page. */
const FEW_ROWS = 30;

/** Height of what a table begins with: caption, head and the first row that counts, or all of a small table. */
export function tableLead(flow: Flow, block: TableBlock): number {
  const plan = planTable(block, flow.frame.left, flow.frame.width);
  const page = flow.frame.bottom - flow.frame.top;
  const footer = block.footer === undefined ? 0 : rowHeight({ plan }, setRow(block.footer, plan, true).lines);
  const begin = 20 + setHead(plan).height;
  const few = block.rows.length <= FEW_ROWS ? [...block.rows] : [];
  const whole = rowsHeight({ plan }, few) + footer;
  if (few.length > 0 && isSmallPart(flow, begin + whole)) return begin + whole;
  return begin + Math.min(rowsHeight({ plan }, opening(block.rows)) + (block.rows.length > 1 ? 0 : footer), page / 2);
}

/** The first row of a table, with the one below it if it is a heading. */
function opening(rows: Rows): Row[] {
  const first: Row[] = [];
  for (const row of rows) {
    first.push(row);
    if (cellsOf(row) !== undefined) break;
  }
  return first;
}

/** A table over as many pages as it takes: head repeated, rows whole, total and as much again `below` kept with the last row. */
export async function placeTable(flow: Flow, block: TableBlock, below = 0): Promise<void> {
  const { surface, frame } = flow;
  const plan = planTable(block, frame.left, frame.width);
  const head = setHead(plan);
  const run: Run = { flow, plan, head, top: 0, rules: [], striped: false };
  const footer = block.footer === undefined ? undefined : setRow(block.footer, plan, true);
  ensure(flow, tableLead(flow, block));
  const table = surface.element(parent(flow), 'Table', block.summary === undefined ? undefined : { summary: block.summary });
  placeCaption(flow, table, block);
  placeHead(flow, plan, head, table);
  run.top = flow.y;
  await placeRows(run, table, block.rows, below + (footer === undefined ? 0 : rowHeight(run, footer.lines)));
  if (footer !== undefined) placeFooter(run, table, footer);
  closePage(run, true);
  surface.end(table);
  flow.y += NOTES_GAP;
  const style = { ...TYPE.muted, size: 8, leading: 12 };
  for (const note of block.notes ?? []) flowParagraph(flow, parent(flow), set(note, style, frame.width), frame.left, frame.width);
  flow.y += TABLE_GAP - NOTES_GAP;
}
