import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook, type Cell, type Row, type Sheet } from '#libs/sheet';
import fc from 'fast-check';
import { SHARE_VERSIONS } from '../share/share.policy.js';
import { settledFrom } from './register-figures.rules.js';
import type { GrantLimits } from './register-limits.rules.js';
import { planGrantRegister } from './register.import.js';
import { NO_GRANT_FACTS, type GrantFacts, type GrantPlan } from './register.js';

/** The same register as other hands keep it, and registers in which the pen slipped. */

const limits: GrantLimits = {
  shares: SHARE_VERSIONS,
  settlement: { lowExecutionBasisPoints: 5_000, indirectReturnedBy: ['SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE'], clause: '국가연구개발혁신법 시행령 제26조' },
  approvalLines: ['D9', 'I1', 'I2', 'I3'],
  usedEvidence: new Set(),
  lines: null,
  today: null,
};
const HEADER_ROW = 3;
const expected = JSON.parse(readFileSync('test/fixtures/prototype-grants.expected.json', 'utf8')) as { readonly figures: Readonly<Record<string, { readonly settlement: Readonly<Record<string, number | string>> }>> };

let sheets: readonly Sheet[];
let plain: GrantPlan;
beforeAll(async () => {
  ({ sheets } = await readWorkbook(readFileSync('test/fixtures/prototype-grants.xlsx')));
  plain = planOf(sheets);
});

const planOf = (read: readonly Sheet[], known: GrantFacts = NO_GRANT_FACTS): GrantPlan => planGrantRegister(read, known, limits);

/** Which rows were refused for what, by the order of rows and not by their numbers. */
const codes = (plan: GrantPlan): unknown => plan.sheets.map((sheet) => [sheet.name, sheet.rows.map((row) => [row.key, row.outcome, row.remarks.map((remark) => remark.code)])]);

/** What goes back, agreement by agreement, as the file of expectations has it. */
const returnsOf = ({ newFacts }: GrantPlan): unknown =>
  Object.fromEntries(newFacts.agreements.map((agreement) => {
    const { totalWon, noticeWon, droppedWon } = settledFrom(newFacts, agreement, limits.settlement);
    return [agreement.number, [Number(totalWon), Number(noticeWon), Number(droppedWon)]];
  }));
const WANTED = Object.fromEntries(Object.entries(expected.figures).map(([number, { settlement }]) => [number, [settlement['total_return'], settlement['notice_amount'], settlement['notice_cut']]]));

const withCells = (sheet: Sheet, change: (cells: readonly Cell[], row: Row) => readonly Cell[]): Sheet => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: change(row.cells, row) })) });
const typed = (cell: Cell, text: string): Cell => ({ ...cell, kind: 'text', text, raw: text, percent: false });
const fullWidth = (text: string): string => text.replace(/[!-~]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const columnsOf = (sheet: Sheet, headers: readonly string[]): readonly number[] => sheet.rows.filter(({ number }) => number === HEADER_ROW).flatMap(({ cells }) => cells.filter(({ text }) => headers.includes(text)).map(({ column }) => column));

/** The columns in another order; everything in a column moves together. */
function withColumns(sheet: Sheet, order: readonly number[]): Sheet {
  const place = new Map(order.map((column, index) => [column, index + 1]));
  return withCells(sheet, (cells) => cells.map((cell) => ({ ...cell, column: place.get(cell.column) ?? cell.column })).toSorted((left, right) => left.column - right.column));
}

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

/** Amounts of the data rows of a sheet by another number and its unit; totals are left out, as the reader leaves them out. */
const withAmounts = (sheet: Sheet, headers: readonly string[], write: (won: number) => string): Sheet => {
  const columns = columnsOf(sheet, headers);
  return withCells(sheet, (cells, row) => cells.map((cell) => (row.number > HEADER_ROW && columns.includes(cell.column) ? typed(cell, write(Number(cell.text.normalize('NFKC').replace(/[,원]/gu, '')))) : cell)));
};

const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  협약: ['정부지원금', '기관부담 현금', '기관부담 현물'],
  예산: ['전단계 이월액', '당초', '변경(증감)', '발생이자 산입금'],
  지급: ['지급금액'],
  집행: ['사용금액', '부가세', '불인정금액'],
  이자: ['발생액', '사용액(승인)'],
  정산보고: ['사용잔액(현금)', '불인정금액(현금)', '현물 부족액', '반납원금', '반납대상 이자', '이자 반납액', '총 반납액(기관 제출)'],
};
const amountsOf = (sheet: Sheet): readonly string[] => AMOUNTS[sheet.name] ?? [];

describe('the register means the same', () => {
  it.each<[string, (sheet: Sheet) => Sheet]>([
    ['in full-width letters and digits', (sheet) => withCells(sheet, (cells) => cells.map((cell) => (cell.kind === 'text' || cell.kind === 'number' ? typed(cell, fullWidth(cell.text)) : cell)))],
    ['with blank rows between all rows', (sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, number: row.number * 3 })) })],
    ['with equal neighbours merged', merged],
    ['with a mark for what is taken away, and brackets', (sheet) => withAmounts(sheet, amountsOf(sheet), (won) => (won < 0 ? `△${-won}` : `${won.toLocaleString('en-US')}원`))],
  ])('%s', (_, change) => {
    const changed = planOf(sheets.map(change));
    expect(changed.newFacts).toEqual(plain.newFacts);
    expect(codes(changed)).toEqual(codes(plain));
    expect(returnsOf(changed)).toEqual(WANTED);
  });

  it('with its columns and sheets in any order', () => {
    const widthOf = (sheet: Sheet): number => Math.max(...sheet.rows.flatMap((row) => row.cells.map((cell) => cell.column)));
    const orders = fc.tuple(...sheets.map((sheet) => fc.shuffledSubarray(Array.from({ length: widthOf(sheet) }, (_, index) => index + 1), { minLength: widthOf(sheet) })));
    fc.assert(
      fc.property(orders, fc.boolean(), (columns, reversed) => {
        const shuffled = sheets.map((sheet, index) => withColumns(sheet, columns[index] ?? []));
        const plan = planOf(reversed ? shuffled.toReversed() : shuffled);
        expect(plan.newFacts).toEqual(plain.newFacts);
        expect(codes(plan)).toEqual(codes(plain));
      }),
      { numRuns: 15 },
    );
  });

  it('in thousands of won, by the remark above the table: converted, and said once for each column', () => {
    const inThousands = sheets.map((sheet) =>
      withCells(withAmounts(sheet, amountsOf(sheet), (won) => String(won / 1_000)), (cells) => cells.map((cell) => (cell.text.startsWith('(단위: 원') ? typed(cell, '(단위: 천원)') : cell))),
    );
    const plan = planOf(inThousands);
    expect(plan.newFacts).toEqual(plain.newFacts);
    expect(returnsOf(plan)).toEqual(WANTED);
    expect(plan.sheets.map((sheet) => sheet.rows.filter((row) => row.row === null).flatMap((row) => row.remarks.map(({ code }) => code)))).toEqual(sheets.map((sheet) => amountsOf(sheet).map(() => 'UNIT_CONVERTED')));
  });

  it('in thousands of won, cell by cell', () => {
    const plan = planOf(sheets.map((sheet) => withAmounts(sheet, amountsOf(sheet), (won) => `${won / 1_000}천원`)));
    expect(plan.newFacts).toEqual(plain.newFacts);
  });
});

describe('a register in which the pen slipped', () => {
  const slips = ['#REF!', '추후 협의', '2021-02-30', '-5', '0', '△1,000', '5백만원', '9007199254740992', 'PT-2021-001', 'PT-2021-999', '2199-12-31', '1900-01-01', 'D99', 'D4', '현물', '현금', '불인정', '일부불인정', '만원', '합계', '692-87-94797', '32525058', '비영리', '기간후', "=cmd|'/c calc'!A1", '<script>'];
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

  it('plans nothing new a second time, pays with no evidence twice, and settles to the won', () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 8 }), (list) => {
        const slipped = list.reduce(withSlip, sheets);
        const { newFacts } = planOf(slipped);
        expect(Object.values(planOf(slipped, newFacts).newFacts).flat()).toEqual([]);
        for (const numbers of [newFacts.agreements.map(({ number }) => number), newFacts.expenses.map(({ number }) => number)]) expect(new Set(numbers).size).toBe(numbers.length);
        for (const expense of newFacts.expenses) expect(expense.disallowedWon >= 0n && expense.disallowedWon <= expense.amountWon).toBe(true);
        for (const agreement of newFacts.agreements) {
          const settled = settledFrom(newFacts, agreement, limits.settlement);
          expect(settled.noticeWon % 10n).toBe(0n);
          expect(settled.returnedCashWon <= settled.cashWon && settled.noticeWon + settled.droppedWon === settled.totalWon).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
