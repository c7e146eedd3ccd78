import { basisPointsOf, columnSpecs, comparableWord, findHeader, percentOf, wonOf, type Cell, type Sheet, type SheetVerdict } from '#libs/sheet';
import type { StatedProgramme } from '../register.js';

export const OVERVIEW_RULES = {
  item: { names: ['항목'], type: 'text', required: true },
  value: { names: ['내용'], type: 'loose', required: true },
} as const;

/** Items by their names; what stands in brackets behind a name does not count. */
const ITEMS: Readonly<Record<keyof StatedProgramme, { readonly name: string; readonly type: 'won' | 'percent' }>> = {
  budgetWon: { name: '예산', type: 'won' },
  capPerProjectWon: { name: '과제당 한도', type: 'won' },
  match: { name: '기본 매칭비율', type: 'percent' },
  governmentAtMost: { name: '정부지원 상한비율', type: 'percent' },
};

export const OVERVIEW_ITEMS: readonly string[] = Object.values(ITEMS).map(({ name }) => name);
const BRACKETS = /\([^()]*\)$/u;

/** 사업개요: what the workbook says about its programme. It is only read: policies decide. */
export function readProgramme(name: string, sheet: Sheet): { readonly stated: StatedProgramme; readonly verdict: SheetVerdict } {
  const table = findHeader(sheet, columnSpecs(OVERVIEW_RULES));
  let stated: StatedProgramme = { budgetWon: null, capPerProjectWon: null, match: null, governmentAtMost: null };
  for (const row of table.dataRows) {
    const word = comparableWord(row.text('item')).replace(BRACKETS, '');
    const item = Object.entries(ITEMS).find(([, each]) => comparableWord(each.name) === word);
    if (item !== undefined) stated = { ...stated, [item[0]]: valueOf(item[1].type, row.cell('value')) };
  }
  const rows = table.dataRows.map((row) => ({ row: row.number, outcome: 'ACCEPTED' as const, key: row.text('item') || null, remarks: [] }));
  return { stated, verdict: { name, headerRow: table.headerRow, dataRows: rows.length, rows, skipped: table.skipped } };
}

function valueOf(type: 'won' | 'percent', cell: Cell): bigint | number | null {
  if (type === 'won') {
    const read = wonOf(cell, '원', 'not-negative');
    return read.ok ? read.value : null;
  }
  const read = percentOf(cell);
  return read.ok && read.value !== null ? basisPointsOf(read.value) : null;
}
