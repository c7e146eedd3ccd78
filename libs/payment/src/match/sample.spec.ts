import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import { findHeader, readDate, readDelimited, readWon, readWorkbook, type ColumnSpec, type DataRow } from '#libs/sheet';
import { readTable } from '../statement/statement.import.js';
import type { ReadStatement } from '../statement/statement.js';
import { ownKindOf } from './own-line.rules.js';
import type { Candidate, ExpectedMove, OpenLine } from './match.js';
import { candidatesOf } from './match.rules.js';

interface Expected {
  readonly data_lines: number;
  readonly opening_balance: number;
  readonly closing_balance: number;
  readonly matched_count: number;
  readonly matched: readonly { line: number; how: string; amount: number; records: readonly [string, string, number][] }[];
  readonly name_warnings: readonly { line: number }[];
  readonly unmatched_deposits: readonly { line: number }[];
  readonly unmatched_withdrawals: readonly { line: number }[];
  readonly interest_fees_tax_lines: readonly number[];
}

const expected = JSON.parse(readFileSync('test/fixtures/bank-statement-2021.expected.json', 'utf8')) as Expected;
const OWN_WORDS = { INTEREST: ['예금결산이자'], FEE: ['이체수수료'], TAX: ['원천세'] } as const;

let statement: ReadStatement;
let found: ReadonlyMap<string, readonly Candidate[]>;

beforeAll(async () => {
  statement = readTable([readDelimited(readFileSync('test/fixtures/bank-statement-2021.csv'), { name: 'bank-statement-2021.csv' })], new Set(['입금취소']), localDate('2022-01-05'));
  const lines = statement.lines.map((line): OpenLine => ({ ...line, id: String(line.rowNo), openWon: line.amountWon }));
  found = candidatesOf(lines, await recordsOfTheWorkbooks(), { nearDays: 3, wideDays: 30, leastLetters: 4, wrongLetters: 2 });
});

describe('the statement of 2021 against the records of all workbooks', () => {
  it('reads every line once, from the opening to the closing balance', () => {
    expect(statement.refused).toEqual([]);
    expect(statement.lines).toHaveLength(expected.data_lines - 1);
    expect([statement.openingWon, statement.closingWon]).toEqual([BigInt(expected.opening_balance), BigInt(expected.closing_balance)]);
    expect(statement.accountNumber).toBe('3010147****21');
  });

  it('proposes the record of every line that has one, and no other: no false match', () => {
    const proposed = statement.lines.flatMap(({ rowNo }) => {
      const [best] = found.get(String(rowNo)) ?? [];
      return best === undefined || best.certainty === 'POSSIBLE' ? [] : [{ line: rowNo, fuzzy: best.certainty === 'LIKELY', records: best.moves.map(({ recordId }) => recordId) }];
    });
    expect(proposed).toHaveLength(expected.matched_count);
    expect(proposed).toEqual(expected.matched.map(({ line, how, records }) => ({ line, fuzzy: how === 'fuzzy', records: records.map((record) => record.join(' ')) })));
    expect(proposed.filter(({ fuzzy }) => fuzzy).map(({ line }) => line)).toEqual(expected.name_warnings.map(({ line }) => line));
  });

  it('knows the lines of the bank and the office by their words, and leaves the rest open', () => {
    const own = statement.lines.filter(({ kind }) => ownKindOf(kind, OWN_WORDS) !== null).map(({ rowNo }) => rowNo);
    expect(own).toEqual(expected.interest_fees_tax_lines);
    const matched = new Set(expected.matched.map(({ line }) => line));
    const open = statement.lines.filter(({ rowNo }) => !matched.has(rowNo) && !own.includes(rowNo));
    expect(open.filter(({ amountWon }) => amountWon > 0n).map(({ rowNo }) => rowNo)).toEqual(expected.unmatched_deposits.map(({ line }) => line));
    expect(open.filter(({ amountWon }) => amountWon < 0n).map(({ rowNo }) => rowNo)).toEqual(expected.unmatched_withdrawals.map(({ line }) => line));
  });
});

/** Cells of the data rows of a sheet by column, with the row number that verdicts use. */
async function rowsOf(file: string, sheet: string, ...columns: readonly string[]): Promise<{ readonly at: string; readonly text: (column: string) => string; readonly row: DataRow<string> }[]> {
  const found = (await readWorkbook(readFileSync(`test/fixtures/${file}`))).sheets.find(({ name }) => name === sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet} in ${file}`);
  const specs = columns.map((name): ColumnSpec<string> => ({ key: name, names: [name] }));
  return findHeader(found, specs).dataRows.map((row) => ({ at: `${file} ${sheet} ${row.number}`, text: (column) => row.text(column), row }));
}

interface Told {
  readonly at: string;
  readonly row: DataRow<string>;
  readonly amount: string | bigint;
  readonly sign: 1n | -1n;
  readonly on: string;
  readonly counterparty: string | null;
  readonly number: string;
}

/** A row without a day or an amount is no movement. */
function moveOf({ at, row, amount, sign, on, counterparty, number }: Told): ExpectedMove[] {
  const [told, day] = [typeof amount === 'bigint' ? null : readWon(row.cell(amount)), readDate(row.cell(on))];
  const paid = typeof amount === 'bigint' ? amount : told?.ok === true && told.value !== null ? told.value.amount : null;
  if (paid === null || paid === 0n || !day.ok || day.value === null) return [];
  return [{ kind: 'sample.record', recordId: at, book: at, amountWon: won(sign * paid), on: day.value, counterparty, references: [number], label: number, isRecorded: true }];
}

async function recordsOfTheWorkbooks(): Promise<ExpectedMove[]> {
  return [...(await fundMoves()), ...(await voucherMoves()), ...(await grantMoves()), ...(await matchingMoves())];
}

async function fundMoves(): Promise<ExpectedMove[]> {
  const receipts = await rowsOf('fund-register.xlsx', '출자납입', '조합번호', '조합원명', '납입일', '납입금액');
  const fees = await rowsOf('fund-register.xlsx', '관리보수', '조합번호', '구분', '지급일', '지급금액');
  return [
    ...receipts.flatMap(({ at, row, text }) => moveOf({ at, row, amount: '납입금액', sign: 1n, on: '납입일', counterparty: text('조합원명'), number: text('조합번호') })),
    // The register names nobody who is paid: the manager is, for its fee.
    ...fees.flatMap(({ at, row, text }) => moveOf({ at, row, amount: '지급금액', sign: -1n, on: '지급일', counterparty: text('구분') === '관리보수' ? '온새미로기술지주(주)' : null, number: text('조합번호') })),
  ];
}

/** What the government pays of each use, by the reference figures. */
async function voucherMoves(): Promise<ExpectedMove[]> {
  const { figures } = JSON.parse(readFileSync('test/fixtures/as-voucher-roster.expected.json', 'utf8')) as { figures: { claims: { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] } } };
  const [use, gov] = [figures.claims.columns.indexOf('use_no'), figures.claims.columns.indexOf('gov')];
  const government = new Map(figures.claims.rows.map((claim) => [claim[use], BigInt(claim[gov] ?? 0)]));
  const uses = await rowsOf('as-voucher-roster.xlsx', '사용내역', '사용번호', '바우처번호', '공급기관', '지급일', '상태');
  return uses
    .filter(({ text }) => text('상태') === '지급완료')
    .flatMap(({ at, row, text }) => moveOf({ at, row, amount: government.get(text('사용번호')) ?? 0n, sign: -1n, on: '지급일', counterparty: text('공급기관'), number: text('바우처번호') }));
}

async function grantMoves(): Promise<ExpectedMove[]> {
  const agreements = await rowsOf('prototype-grants.xlsx', '협약', '협약번호', '수행기관', '협약일');
  const institution = new Map(agreements.map(({ text }) => [text('협약번호'), text('수행기관')]));
  const tranches = await rowsOf('prototype-grants.xlsx', '지급', '협약번호', '지급일', '지급금액');
  return tranches.flatMap(({ at, row, text }) => moveOf({ at, row, amount: '지급금액', sign: -1n, on: '지급일', counterparty: institution.get(text('협약번호')) ?? null, number: text('협약번호') }));
}

async function matchingMoves(): Promise<ExpectedMove[]> {
  const projects = await rowsOf('matching-projects.xlsx', '과제', '과제번호', '수행기관', '참여기업');
  const institution = new Map(projects.map(({ text }) => [text('과제번호'), text('수행기관')]));
  const deposits = await rowsOf('matching-projects.xlsx', '민간입금', '과제번호', '거래일', '입금자', '구분', '금액');
  const releases = await rowsOf('matching-projects.xlsx', '정부지급', '과제번호', '지급일', '지급액');
  return [
    ...deposits.flatMap(({ at, row, text }) => moveOf({ at, row, amount: '금액', sign: text('구분') === '반환' ? -1n : 1n, on: '거래일', counterparty: text('입금자'), number: text('과제번호') })),
    ...releases.flatMap(({ at, row, text }) => moveOf({ at, row, amount: '지급액', sign: -1n, on: '지급일', counterparty: institution.get(text('과제번호')) ?? null, number: text('과제번호') })),
  ];
}
