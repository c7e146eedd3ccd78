import type { Budget } from '../limits.js';
import { countCell, countRow, fileIsCorrupt } from '../refusal.js';
import type { Cell, Row } from '../workbook.js';
import { lastExcelRow, positionOf, rangeOf } from './cell-range.js';
import type { CellRange } from './cell-range.js';
import { understandCell } from './cell-value.js';
import type { CellContext, StoredCell } from './cell-value.js';
import { spreadMergedCells } from './merged-cells.js';
import type { OpenRow } from './merged-cells.js';
import { gatherText } from './shared-strings.js';
import type { TextGatherer } from './shared-strings.js';
import { isTrue, parseXml } from './xml.js';
import type { Attributes, XmlHandler } from './xml-scan.js';

/** Reads the filled cells of a worksheet part, row by row. Throws `sheet.*` refusals. */
export async function readWorksheet(part: Buffer, context: CellContext, budget: Budget): Promise<readonly Row[]> {
  const rows = new Map<number, OpenRow>();
  const merges: CellRange[] = [];
  await parseXml(part, worksheetHandler(rows, merges, context, budget));
  spreadMergedCells(rows, merges, budget);
  return [...rows.values()]
    .filter((row) => row.cells.size > 0)
    .sort((left, right) => left.number - right.number)
    .map((row) => ({ number: row.number, hidden: row.hidden, cells: [...row.cells.values()].sort((left, right) => left.column - right.column) }));
}

/** The cell being read: what its tag said, and what came between its tags so far. */
interface OpenCell extends StoredCell {
  value: string | null;
  formula: string | null;
  inline: TextGatherer | null;
}

function worksheetHandler(rows: Map<number, OpenRow>, merges: CellRange[], context: CellContext, budget: Budget): XmlHandler {
  let row: OpenRow | null = null;
  let rowNumber = 0;
  let column = 0;
  let cell: OpenCell | null = null;
  let inside = '';

  function openCell(attributes: Attributes): OpenCell {
    const place = attributes['r'] === undefined ? { column: column + 1, row: rowNumber } : positionOf(attributes['r']);
    if (place === null || place.row !== rowNumber) throw fileIsCorrupt('a cell out of place');
    column = place.column;
    return { column, row: rowNumber, type: attributes['t'] ?? 'n', format: Number(attributes['s'] ?? '0'), value: null, formula: null, inline: null };
  }

  return {
    open: (name, attributes) => {
      if (cell !== null) {
        inside = name;
        if (name === 'v') cell.value = '';
        if (name === 'f') cell.formula = '';
        if (name === 'is') cell.inline = gatherText(context.maxCharacters);
        cell.inline?.open(name, attributes);
      } else if (name === 'c' && row !== null) {
        cell = openCell(attributes);
      } else if (name === 'row') {
        rowNumber = rowNumberOf(attributes, rowNumber);
        column = 0;
        row = rows.get(rowNumber) ?? { number: rowNumber, hidden: isTrue(attributes['hidden']), cells: new Map<number, Cell>() };
      } else if (name === 'mergeCell') {
        const range = rangeOf(attributes['ref'] ?? '');
        if (range !== null) merges.push(range);
      }
    },
    text: (text) => {
      if (cell === null) return;
      if (inside === 'v') cell.value = (cell.value ?? '') + text;
      if (inside === 'f') cell.formula = (cell.formula ?? '') + text;
      cell.inline?.text(text);
    },
    close: (name) => {
      cell?.inline?.close(name);
      inside = '';
      if (name === 'row') row = null;
      if (name !== 'c' || cell === null || row === null) return;
      const understood = understandCell(cell, cell.inline?.take() ?? null, context);
      if (understood !== null) addCell(rows, row, understood, budget);
      cell = null;
    },
  };
}

function rowNumberOf(attributes: Attributes, last: number): number {
  const number = attributes['r'] === undefined ? last + 1 : Number(attributes['r']);
  if (!Number.isInteger(number) || number < 1 || number > lastExcelRow) throw fileIsCorrupt('a row out of place');
  return number;
}

function addCell(rows: Map<number, OpenRow>, row: OpenRow, cell: Cell, budget: Budget): void {
  if (row.cells.size === 0 && !rows.has(row.number)) {
    countRow(budget);
    rows.set(row.number, row);
  }
  countCell(budget, cell.column);
  row.cells.set(cell.column, cell);
}
