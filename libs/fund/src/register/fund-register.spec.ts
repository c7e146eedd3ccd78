import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook, type Sheet, type SheetVerdict } from '#libs/sheet';
import fc from 'fast-check';
import { recordedAfter } from '../../../../test/fixtures/register-sheets.js';
import { planRegister } from './register.import.js';
import { NO_FACTS, type RegisterPlan } from './register.js';

interface Expected {
  readonly header_row: number;
  readonly data_rows: number;
  readonly accepted: number;
  readonly rejected: readonly { readonly row: number; readonly code: string; readonly key: string }[];
  readonly warnings: readonly { readonly row: number | null; readonly code: string; readonly key: string }[];
  readonly skipped: readonly { readonly row: number; readonly why: string }[];
}

const read = (name: string): Buffer => readFileSync(`test/fixtures/${name}`);
const expected = (JSON.parse(read('fund-register.expected.json').toString()) as { sheets: Record<string, Expected> }).sheets;
const NAMES = ['조합개요', '조합원명부', '출자납입', '투자현황', '회수·분배', '평가', '관리보수'] as const;

/** A verdict on a sheet in the words of expected.json. */
function reported(sheet: SheetVerdict | undefined): Expected | undefined {
  if (sheet === undefined) return undefined;
  const rejected = sheet.rows.filter((row) => row.outcome === 'REJECTED');
  return {
    header_row: sheet.headerRow ?? 0,
    data_rows: sheet.dataRows,
    accepted: sheet.rows.filter((row) => row.row !== null).length - rejected.length,
    rejected: rejected.map((row) => ({ row: row.row ?? 0, code: row.remarks[0]?.code ?? '', key: row.key ?? '' })),
    warnings: sheet.rows
      .filter((row) => row.outcome !== 'REJECTED')
      .flatMap((row) => row.remarks.map((remark) => ({ row: row.row, code: remark.code, key: row.key ?? '' }))),
    skipped: sheet.skipped.map(({ row, why }) => ({ row, why })),
  };
}

const essence = ({ header_row, data_rows, accepted, rejected, warnings, skipped }: Expected): Expected => ({
  header_row,
  data_rows,
  accepted,
  rejected: rejected.map(({ row, code, key }) => ({ row, code, key })),
  warnings: warnings.map(({ row, code, key }) => ({ row, code, key })),
  skipped,
});

/** Remarks and refusals, without whether a row was new or on record. */
const said = (plan: RegisterPlan): unknown =>
  plan.sheets.map((sheet) => [sheet.name, sheet.skipped, sheet.rows.map((row) => [row.row, row.key, row.outcome === 'REJECTED', row.remarks])]);

let sheets: readonly Sheet[];
let plan: RegisterPlan;
beforeAll(async () => {
  ({ sheets } = await readWorkbook(read('fund-register.xlsx')));
  plan = planRegister(sheets, NO_FACTS);
});

describe('the register of FND-2021-01', () => {
  it.each(NAMES)('%s is reported as expected', (name) => {
    const wanted = expected[name];
    expect(wanted).toBeDefined();
    expect(reported(plan.sheets.find((sheet) => sheet.name === name))).toEqual(wanted === undefined ? null : essence(wanted));
  });

  it.each([
    ['출자납입', 12, '8일', '789,041원'],
    ['출자납입', 28, '', '80,000,000원'],
    ['투자현황', 13, '9행', ''],
    ['투자현황', 17, '특허등록원부', ''],
    ['관리보수', 8, '', '99,726,028원'],
  ])('%s row %i says %s %s', (name, row, first, second) => {
    const text = plan.sheets.find((sheet) => sheet.name === name)?.rows.find((each) => each.row === row)?.remarks[0]?.text.ko;
    expect(text).toContain(first);
    expect(text).toContain(second);
  });

  it('offers the partner that an unknown one resembles', () => {
    const row = plan.sheets.find((sheet) => sheet.name === '출자납입')?.rows.find((each) => each.row === 24);
    expect(row?.remarks[0]?.fix?.ko).toContain("'(주)다온홀딩스'입니까?");
  });

  it('notes the sheet that it did not read', () => {
    expect(plan.notes.map((note) => note.en)).toEqual(["The sheet '메모' is no part of a fund register and was not read."]);
  });

  it('reads dates, amounts and decisions as facts', () => {
    expect(plan.newFacts.funds[0]).toMatchObject({ committedWon: 20_000_000_000n, overdueRate: 1000, clauses: { '주목적 의무비율': '규약 제23조' } });
    expect(plan.newFacts.investments.find((deal) => deal.number === 'INV-2023-0003')?.decisions).toEqual([
      { decision: 'QUALIFIED', decidedOn: '2023-08-25', effectiveOn: '2023-06-01' },
    ]);
    expect(plan.newFacts.investments.find((deal) => deal.number === 'INV-2025-0006')).toMatchObject({ kind: 'CONVERSION', decisions: [], origin: 'INV-2023-0003' });
    expect(plan.newFacts.investments.find((deal) => deal.number === 'INV-2024-0002')?.evidence).toEqual([{ kind: '최초투자 증빙 준용(INV-2022-0001)', issuedOn: null }]);
  });
});

describe('a second upload', () => {
  it('brings nothing new and says the same', () => {
    const again = planRegister(sheets, recordedAfter(plan));
    expect(Object.values(again.newFacts).flat()).toEqual([]);
    expect(new Set(again.sheets.flatMap((sheet) => sheet.rows.map((row) => row.outcome)))).toEqual(new Set(['UNCHANGED', 'REJECTED']));
    expect(said(again)).toEqual(said(plan));
  });

  it('may come sheet by sheet, in any order, by names in any normal form', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sheets], { minLength: sheets.length }), (shuffled) => {
        const renamed = shuffled.map((sheet, index) => ({ ...sheet, name: index % 2 === 0 ? ` ${sheet.name.normalize('NFD')} ` : sheet.name }));
        expect(planRegister(renamed, NO_FACTS).newFacts).toEqual(plan.newFacts);
      }),
      { numRuns: 5 },
    );
    let known = NO_FACTS;
    for (const name of NAMES) {
      const part = planRegister(sheets.filter((sheet) => sheet.name.normalize('NFC') === name), known);
      known = recordedAfter(part, known);
    }
    expect(known).toEqual(recordedAfter(plan));
  });
});

describe('a register with slips of the pen', () => {
  const slips = ['', '#REF!', '추후 협의', '2021-02-30', '-5', '0', '△1,000', '5백만원', '9007199254740992', 'INV-2025-0006', '2199-12-31', '0.5', '투자해제', '인정', '취소', '합계', '가람은행'];
  const slip = fc.record({ sheet: fc.nat(), row: fc.nat(), cell: fc.nat(), text: fc.constantFrom(...slips), twice: fc.boolean() });

  /** The register with one cell overwritten, or with one row standing there twice. */
  function withSlip(from: readonly Sheet[], { sheet, row, cell, text, twice }: { sheet: number; row: number; cell: number; text: string; twice: boolean }): Sheet[] {
    return from.map((each, index) => {
      if (index !== sheet % from.length) return each;
      const place = row % each.rows.length;
      const rows = each.rows.map((line, at) => {
        if (at !== place || twice) return line;
        const column = cell % line.cells.length;
        const cells = line.cells.map((old, position) => (position === column ? { ...old, text, raw: text, percent: false, kind: text.startsWith('#') ? ('error' as const) : ('text' as const) } : old));
        return { ...line, cells: cells.filter((each) => each.text !== '') };
      });
      const copy = rows[place];
      return { ...each, rows: twice && copy !== undefined ? [...rows, { ...copy, number: 1_000 }] : rows };
    });
  }

  it('is never refused as a whole, and a second upload says the same', () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 6 }), (list) => {
        const slipped = list.reduce(withSlip, [...sheets]);
        const first = planRegister(slipped, NO_FACTS);
        const second = planRegister(slipped, recordedAfter(first));
        expect(Object.values(second.newFacts).flat()).toEqual([]);
        expect(said(second)).toEqual(said(first));
      }),
      { numRuns: 30 },
    );
  });
});
