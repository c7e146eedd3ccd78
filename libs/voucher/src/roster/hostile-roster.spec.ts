import { beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import type { Cell, Row, Sheet } from '#libs/sheet';
import fc from 'fast-check';
import { expectedRoster, limitsOf, recordedAfter, rosterSheets } from '../../../../test/fixtures/roster-workbooks.js';
import { ledgerOn, voucherBalances } from './roster-figures.rules.js';
import { planRoster } from './roster.import.js';
import { NO_ROSTER_FACTS, type RosterPlan } from './roster.js';

const WORKBOOKS = ['as-voucher-roster', 'kttn-vouchers'] as const;
type Name = (typeof WORKBOOKS)[number];

const limits = { 'as-voucher-roster': limitsOf(expectedRoster('as-voucher-roster')), 'kttn-vouchers': limitsOf(expectedRoster('kttn-vouchers')) };
const workbooks = {} as Record<Name, readonly Sheet[]>;
beforeAll(async () => {
  for (const name of WORKBOOKS) workbooks[name] = (await rosterSheets(name)).filter((sheet) => sheet.name !== '사업개요');
});

const planOf = (name: Name, sheets: readonly Sheet[]): RosterPlan => planRoster(sheets, NO_ROSTER_FACTS, limits[name]);

/** Which rows were refused for what, by the order of rows and not by their numbers. */
const codes = (plan: RosterPlan): unknown => plan.sheets.map((sheet) => [sheet.name, sheet.rows.map((row) => [row.key, row.outcome, row.remarks.map((remark) => remark.code)])]);

const withCells = (sheet: Sheet, change: (cells: readonly Cell[], row: Row) => readonly Cell[]): Sheet => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: change(row.cells, row) })) });

const typed = (cell: Cell, text: string): Cell => ({ ...cell, kind: 'text', text, raw: text, percent: false });

const FULL_WIDTH = (text: string): string => text.replace(/[!-~]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** The columns in another order; everything in a column moves together. */
function withColumns(sheet: Sheet, order: readonly number[]): Sheet {
  const place = new Map(order.map((column, index) => [column, index + 1]));
  return withCells(sheet, (cells) => cells.map((cell) => ({ ...cell, column: place.get(cell.column) ?? cell.column })).toSorted((left, right) => left.column - right.column));
}

const widthOf = (sheet: Sheet): number => Math.max(...sheet.rows.flatMap((row) => row.cells.map((cell) => cell.column)));

/** Cells that repeat the one above become one merged block. */
function merged(sheet: Sheet): Sheet {
  const above = new Map<number, Cell>();
  return withCells(sheet, (cells) =>
    cells.map((cell) => {
      const before = above.get(cell.column);
      above.set(cell.column, cell);
      return before !== undefined && before.text === cell.text && before.kind === cell.kind ? { ...cell, merged: true as const } : cell;
    }),
  );
}

const columnOf = (sheet: Sheet, header: string): number => sheet.rows.flatMap((row) => row.cells).find((cell) => cell.text === header)?.column ?? 0;

describe.each(WORKBOOKS)('%s means the same', (name) => {
  it.each<[string, (sheet: Sheet) => Sheet]>([
    ['in full-width letters and digits', (sheet) => withCells(sheet, (cells) => cells.map((cell) => (cell.kind === 'text' || cell.kind === 'number' ? typed(cell, FULL_WIDTH(cell.text)) : cell)))],
    ['with blank rows between all rows', (sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, number: row.number * 3 })) })],
    ['with equal neighbours merged', merged],
    ['with the header repeated on every printed page', (sheet) => repeatHeader(sheet)],
  ])('%s', (_, change) => {
    const changed = planOf(name, workbooks[name].map(change));
    const plain = planOf(name, workbooks[name]);
    expect(changed.newFacts).toEqual(plain.newFacts);
    expect(codes(changed)).toEqual(codes(plain));
  });

  it('with its columns and sheets in any order', () => {
    const plain = planOf(name, workbooks[name]);
    const orders = fc.tuple(...workbooks[name].map((sheet) => fc.shuffledSubarray(Array.from({ length: widthOf(sheet) }, (_, index) => index + 1), { minLength: widthOf(sheet) })));
    fc.assert(
      fc.property(orders, fc.boolean(), (columns, reversed) => {
        const shuffled = workbooks[name].map((sheet, index) => withColumns(sheet, columns[index] ?? []));
        const plan = planOf(name, reversed ? shuffled.toReversed() : shuffled);
        expect(plan.newFacts).toEqual(plain.newFacts);
        expect(codes(plan)).toEqual(codes(plain));
      }),
      { numRuns: 30 },
    );
  });

  it('with issues in any order of rows: rank and day decide', () => {
    const plain = planOf(name, workbooks[name]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (by) => {
        const plan = planOf(name, workbooks[name].map((sheet) => (sheet.name === '발급대장' ? rotated(sheet, by) : sheet)));
        expect(plan.newFacts.issues).toEqual(plain.newFacts.issues);
        expect(plan.newFacts.uses).toEqual(plain.newFacts.uses);
      }),
      { numRuns: 10 },
    );
  });
});

function repeatHeader(sheet: Sheet): Sheet {
  const header = sheet.rows.find((row) => row.cells.length > 4);
  const last = sheet.rows.at(-1);
  if (header === undefined || last === undefined) return sheet;
  return { ...sheet, rows: [...sheet.rows.slice(0, -1), { ...header, number: last.number }, { ...last, number: last.number + 1 }] };
}

/** The same numbers of rows, with the data moved on. */
function rotated(sheet: Sheet, by: number): Sheet {
  const data = sheet.rows.filter((row) => row.number > 3 && row.cells.length > 5);
  const rows = sheet.rows.map((row) => {
    const index = data.indexOf(row);
    const from = index === -1 ? row : data[(index + by) % data.length];
    return { ...row, cells: from?.cells ?? [] };
  });
  return { ...sheet, rows };
}

describe('amounts in another unit', () => {
  const name = 'as-voucher-roster';
  const inThousands = (cell: Cell): Cell => typed(cell, String(Number(cell.text.normalize('NFKC').replace(/[,원]/gu, '')) / 1_000));

  it.each(['천원', ' 천 원 ', '천원'.normalize('NFD')])("by a unit column that says '%s': converted, and said so on each row", (unit) => {
    const sheets = workbooks[name].map((sheet) => {
      if (sheet.name !== '신청명단') return sheet;
      const [amount, unitColumn] = [columnOf(sheet, '신청금액'), columnOf(sheet, '단위')];
      const inWon = (cells: readonly Cell[]): boolean => cells.some((cell) => cell.column === unitColumn && cell.text === '원') && cells.some((cell) => cell.column === amount && /[\d０-９]/u.test(cell.text));
      return withCells(sheet, (cells) => (inWon(cells) ? cells.map((cell) => (cell.column === amount ? inThousands(cell) : cell.column === unitColumn ? typed(cell, unit) : cell)) : cells));
    });
    const plan = planOf(name, sheets);
    expect(plan.newFacts).toEqual(planOf(name, workbooks[name]).newFacts);
    const rows = plan.sheets.find((sheet) => sheet.name === '신청명단')?.rows.filter((row) => row.outcome !== 'REJECTED') ?? [];
    expect(rows).toHaveLength(33);
    for (const row of rows) expect(row.remarks.map((remark) => remark.code)).toContain('UNIT_CONVERTED');
  });

  it('by a remark above the table: converted, and said once', () => {
    const sheets = workbooks[name].map((sheet) => {
      if (sheet.name !== '발급대장') return sheet;
      const amount = columnOf(sheet, '발급금액');
      return withCells(sheet, (cells, row) => cells.map((cell) => (cell.text === '(단위: 원)' ? typed(cell, '(단위: 천원)') : cell.column === amount && row.number > 3 ? inThousands(cell) : cell)));
    });
    const plan = planOf(name, sheets);
    expect(plan.newFacts.issues).toEqual(planOf(name, workbooks[name]).newFacts.issues);
    const about = plan.sheets.find((sheet) => sheet.name === '발급대장')?.rows.filter((row) => row.row === null);
    expect(about?.map((row) => row.remarks.map((remark) => remark.code))).toEqual([['UNIT_CONVERTED']]);
  });

  it('nobody knows: the row is refused, not guessed', () => {
    const sheets = workbooks[name].map((sheet) => (sheet.name === '신청명단' ? withCells(sheet, (cells, row) => cells.map((cell) => (row.number === 4 && cell.column === columnOf(sheet, '단위') ? typed(cell, '만원') : cell))) : sheet));
    const row = planOf(name, sheets).sheets.find((sheet) => sheet.name === '신청명단')?.rows[0];
    expect(row).toMatchObject({ row: 4, outcome: 'REJECTED', remarks: [{ code: 'AMOUNT_INVALID' }] });
    expect(row?.remarks[0]?.text.ko).toContain("'만원'");
  });
});

describe.each(WORKBOOKS)('%s with slips of the pen', (name) => {
  const slips = ['#REF!', '추후 협의', '2021-02-30', '-5', '0', '△1,000', '5백만원', '9007199254740992', 'AS-2021-0003', 'APP-2021-025', '2199-12-31', '1900-01-01', '2200-12-31', '포기', '취소', '지급완료', '만원', '합계', '329-86-30882', '5000001', '2021-06-14'];
  const slip = fc.record({ sheet: fc.nat(), row: fc.nat(), cell: fc.nat(), text: fc.constantFrom(...slips), twice: fc.boolean() });
  type Slip = typeof slip extends fc.Arbitrary<infer Value> ? Value : never;

  function withSlip(from: readonly Sheet[], { sheet, row, cell, text, twice }: Slip): readonly Sheet[] {
    return from.map((each, index) => {
      if (index !== sheet % from.length) return each;
      const place = row % each.rows.length;
      const chosen = each.rows[place];
      if (twice && chosen !== undefined) return { ...each, rows: [...each.rows, { ...chosen, number: (each.rows.at(-1)?.number ?? 0) + 1 }] };
      return { ...each, rows: each.rows.map((line, at) => (at === place ? { ...line, cells: line.cells.map((old, position) => (position === cell % line.cells.length ? typed(old, text) : old)) } : line)) };
    });
  }

  it('plans nothing new a second time, stays inside its limits, and its ledger adds up', () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 8 }), (list) => {
        const slipped = list.reduce(withSlip, workbooks[name]);
        const first = planOf(name, slipped);
        const { issues, uses, invoices } = first.newFacts;
        expect(planRoster(slipped, recordedAfter(first), limits[name]).newFacts).toEqual(NO_ROSTER_FACTS);
        expect(new Set(invoices.map((invoice) => invoice.number)).size).toBe(invoices.length);
        expect(issues.reduce((sum, issue) => sum + issue.amountWon, 0n)).toBeLessThanOrEqual(limits[name].budgetWon);
        for (const use of uses) expect(use.governmentWon + use.selfWon).toBe(use.supplyWon);
        for (const asOf of ['2021-09-30', '2022-12-31', '2200-12-31']) {
          const { issuedWon, revokedWon, capturedWon, heldWon, expiredWon, availableWon } = ledgerOn(first.newFacts, localDate(asOf));
          expect(revokedWon + capturedWon + heldWon + expiredWon + availableWon).toBe(issuedWon);
          for (const balance of voucherBalances(first.newFacts, localDate(asOf))) expect(Number(balance.availableWon)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
