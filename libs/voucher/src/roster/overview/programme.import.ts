import { basisPointsOf, columnSpecs, comparableWord, findHeader, percentOf, textOf, wonOf, type Cell, type DataRow, type RowRemark, type RowVerdict, type Sheet, type SheetVerdict } from '#libs/sheet';
import { explained } from '../reading/refusal.import.js';
import type { RosterLimits, StatedProgramme } from '../roster-limits.rules.js';

interface Item {
  readonly key: keyof StatedProgramme;
  /** Names of the item; a unit in brackets behind them does not count. */
  readonly names: readonly string[];
  readonly type: 'text' | 'count' | 'won' | 'percent';
  /** What the programme itself says. */
  ruling?(limits: RosterLimits): bigint | number | null;
}

const ITEMS: readonly Item[] = [
  { key: 'name', names: ['사업명'], type: 'text' },
  { key: 'fiscalYear', names: ['회계연도'], type: 'count' },
  { key: 'budgetWon', names: ['예산'], type: 'won', ruling: (limits) => limits.budgetWon },
  { key: 'quota', names: ['발급한도'], type: 'count', ruling: (limits) => limits.voucherQuota },
  { key: 'capWon', names: ['건당 한도'], type: 'won', ruling: (limits) => limits.capWon },
  { key: 'selfBurden', names: ['자부담률', '자부담 비율'], type: 'percent', ruling: (limits) => limits.selfBurden },
  { key: 'windowYears', names: ['기술이전 후 신청가능기간'], type: 'count', ruling: (limits) => limits.windowYears },
  { key: 'brokerFeeCap', names: ['중개수수료 한도'], type: 'percent', ruling: (limits) => limits.brokerFeeCap },
];

/** The items that an overview of a programme may state; `brokered`: of one with brokers. */
export const overviewItems = (brokered: boolean): readonly string[] => ITEMS.filter(({ key }) => key !== (brokered ? 'windowYears' : 'brokerFeeCap')).flatMap(({ names }) => names.slice(0, 1));

const NOTHING: StatedProgramme = { name: null, fiscalYear: null, budgetWon: null, quota: null, capWon: null, selfBurden: null, windowYears: null, brokerFeeCap: null };

export const OVERVIEW_RULES = {
  item: { names: ['항목'], type: 'text', required: true },
  value: { names: ['내용'], type: 'loose', required: true },
} as const;

/**
 * 사업개요: what the workbook says about its programme. The programme rules: where the sheet says otherwise, the row is
 * remarked (PROGRAMME_DIFFERS) and the limits stay as they are. Without `limits` it is only read.
 */
export function readProgramme(name: string, sheet: Sheet, limits: RosterLimits | null): { stated: StatedProgramme; verdict: SheetVerdict } {
  const table = findHeader(sheet, columnSpecs(OVERVIEW_RULES));
  let stated = NOTHING;
  const rows = table.dataRows.map((row): RowVerdict => {
    const item = itemOf(row.text('item'));
    const value = item === null ? null : valueOf(item, row.cell('value'));
    if (item !== null) stated = { ...stated, [item.key]: value };
    const remarks = item === null || limits === null ? [] : differences(item, value, row, limits);
    return { row: row.number, outcome: remarks.length === 0 ? 'ACCEPTED' : 'WARNED', key: row.text('item') || null, remarks };
  });
  return { stated, verdict: { name, headerRow: table.headerRow, dataRows: rows.length, rows, skipped: table.skipped } };
}

const UNIT_BEHIND = /[([][^()[\]]{1,6}[)\]]$/u;

function itemOf(label: string): Item | null {
  const word = comparableWord(label);
  return ITEMS.find((item) => item.names.some((name) => [word, word.replace(UNIT_BEHIND, '')].includes(comparableWord(name)))) ?? null;
}

const COUNT = /^(\d{1,6})(?:건|년|년도|개)?$/u;
/** '공급가액의 10%': the rate stands behind its base. */
const BASE_BEFORE = /^.*의\s*(?=[\d.]+\s*%$)/u;

function valueOf(item: Item, cell: Cell): StatedProgramme[keyof StatedProgramme] {
  const text = textOf(cell);
  switch (item.type) {
    case 'text':
      return text;
    case 'count': {
      const digits = COUNT.exec((text ?? '').replace(/[\s,]/gu, ''))?.[1];
      return digits === undefined ? null : Number(digits);
    }
    case 'won': {
      const read = wonOf(cell, '원', 'not-negative');
      return read.ok ? read.value : null;
    }
    case 'percent': {
      const read = percentOf(cell.kind === 'text' ? { ...cell, text: (text ?? '').replace(BASE_BEFORE, '') } : cell);
      return read.ok && read.value !== null ? basisPointsOf(read.value) : null;
    }
  }
}

function differences(item: Item, value: StatedProgramme[keyof StatedProgramme], row: DataRow<string>, limits: RosterLimits): RowRemark[] {
  if (item.ruling === undefined) return [];
  const ruling = item.ruling(limits);
  if (row.cell('value').kind === 'empty' || value === ruling) return [];
  const shown = ruling === null ? '-' : item.type === 'percent' ? `${Number(ruling) / 100}%` : String(ruling);
  return [
    explained(
      'PROGRAMME_DIFFERS',
      { column: OVERVIEW_RULES.value.names[0], value: row.text('value') },
      { ko: `사업에 등록된 값(${shown})과 다릅니다. 등록된 값으로 판정했습니다.`, en: `The programme says ${shown}; rows were judged by that.` },
      { fix: { ko: '파일을 고치거나, 사업 변경을 먼저 승인받으십시오.', en: 'Correct the file, or have the programme changed first.' }, suggested: shown },
    ),
  ];
}
