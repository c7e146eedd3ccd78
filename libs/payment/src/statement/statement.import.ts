import type { LocalDate } from '#libs/calendar';
import { negateWon, ZERO_WON, type Won } from '#libs/money';
import { columnSpecs, findHeader, futureDate, judgeSheet, refuse, remark, type CheckedValues, type JudgedSheet, type Judgement, type RowReading, type Sheet } from '#libs/sheet';
import type { ReadStatement, RefusedRow, StatementLine } from './statement.js';

/** Columns as Korean banks head them, the usual word first. */
export const STATEMENT_COLUMNS = {
  valueOn: { names: ['거래일자', '거래일', '거래일시', '거래날짜', '일자', '날짜', '기준일자'], type: 'date', required: true, happened: true },
  timeOfDay: { names: ['거래시간', '거래시각', '시간', '시각'], type: 'text' },
  deposit: { names: ['입금액', '입금', '입금금액', '맡기신금액', '맡기신돈', '입금액(원)'], type: 'won', range: 'any' },
  withdrawal: { names: ['출금액', '출금', '출금금액', '찾으신금액', '찾으신돈', '지급액', '지급금액', '출금액(원)'], type: 'won', range: 'any' },
  amount: { names: ['거래금액', '금액'], type: 'won', range: 'any' },
  direction: { names: ['입출금구분', '구분', '거래구분', '입/출금'], type: 'text' },
  balance: { names: ['거래후잔액', '거래후 잔액', '잔액', '남은금액', '잔고'], type: 'won', range: 'any' },
  counterparty: { names: ['의뢰인/수취인', '보낸분/받는분', '받는분/보낸분', '거래처', '거래상대', '상대방', '상대예금주명', '입금자', '입금자명', '의뢰인', '기재내용', '내용', '거래내용'], type: 'text' },
  kind: { names: ['적요', '거래유형', '거래종류', '거래적요'], type: 'text' },
  memo: { names: ['메모', '비고', '송금메모', '통장메모', '내통장표시내용'], type: 'text' },
  reference: { names: ['거래번호', '거래고유번호', '전표번호', '참조번호', '은행거래번호'], type: 'text' },
} as const;

type Columns = typeof STATEMENT_COLUMNS;
/** What a row says beside a movement: the balance brought forward. */
type Row = StatementLine | { readonly openingWon: Won };

/** Reads every sheet that has the columns of a statement. `reversalWords`: the bank's words for a movement taken back (policy). */
export function readTable(sheets: readonly Sheet[], reversalWords: ReadonlySet<string>, today: LocalDate): ReadStatement {
  const dated = sheets.map(withPlainDays);
  const readable = dated.filter((sheet) => findHeader(sheet, columnSpecs(STATEMENT_COLUMNS)).headerRow !== null);
  const chosen = readable.length > 0 ? readable : dated.slice(0, 1);
  const judged = chosen.map((sheet) => judgeSheet<Columns, Row>(sheet, { rules: STATEMENT_COLUMNS, keyOf, judge: (values, reading) => judgeRow(values, reading, reversalWords, today) }));
  const facts = judged.flatMap(({ rows }) => rows.flatMap(({ fact }) => (fact === null ? [] : [fact])));
  const lines = oldestFirst(facts.filter((fact): fact is StatementLine => 'amountWon' in fact));
  const carried = facts.find((fact): fact is { openingWon: Won } => 'openingWon' in fact);
  return {
    lines,
    refused: judged.flatMap(refusedRows),
    openingWon: carried?.openingWon ?? null,
    closingWon: lines.at(-1)?.balanceWon ?? null,
    accountNumber: chosen[0] === undefined ? null : printedAccount(chosen[0], judged[0]?.table.headerRow ?? null),
  };
}

const DAY_AND_TIME = /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}\.?)\s+\d{1,2}:\d{2}(?::\d{2})?$/u;

/** Banks that put day and time into one cell: the day is its text, and what was typed stays beside it. */
function withPlainDays(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: DAY_AND_TIME.exec(cell.text)?.[1] ?? cell.text })) }));
  return { ...sheet, rows };
}

const keyOf = (reading: RowReading<Columns>): string | null => reading.values.counterparty ?? reading.values.kind;
const TIME = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/u;
const OUTGOING = /^(출금|지급|찾으신|출)/u;

function judgeRow(values: CheckedValues<Columns>, reading: RowReading<Columns>, reversalWords: ReadonlySet<string>, today: LocalDate): Judgement<Row> {
  const told = [values.kind, values.counterparty, values.memo].filter((text) => text !== null);
  const [inWon, outWon] = amountsOf(values);
  if (inWon === 0n && outWon === 0n && values.balance !== null && told.some((text) => text.includes('이월'))) return { state: 'NEW', fact: { openingWon: values.balance }, warnings: [] };
  const future = futureDate(reading, STATEMENT_COLUMNS, today);
  if (future !== null) return refuse(future);
  if ((inWon === 0n) === (outWon === 0n)) return refuse(noSingleAmount(reading));
  const signedWon = inWon === 0n ? negateWon(outWon) : inWon;
  // A deposit or withdrawal below zero is one that the bank takes back.
  const isReversal = inWon < 0n || outWon < 0n || (values.kind !== null && reversalWords.has(values.kind.replaceAll(' ', '')));
  const { valueOn, balance, counterparty, kind, memo, reference } = values;
  return { state: 'NEW', fact: { rowNo: reading.number, valueOn, timeOfDay: timeOf(values.timeOfDay ?? String(reading.row.cell('valueOn').raw)), amountWon: signedWon, balanceWon: balance, counterparty, kind, memo, reference, isReversal }, warnings: [] };
}

/** In and out; banks with one column of amounts say the direction in another, or by the sign. */
function amountsOf({ deposit, withdrawal, amount, direction }: CheckedValues<Columns>): readonly [Won, Won] {
  if (deposit !== null || withdrawal !== null || amount === null) return [deposit ?? ZERO_WON, withdrawal ?? ZERO_WON];
  if (direction !== null && OUTGOING.test(direction.trim())) return [ZERO_WON, amount];
  return direction === null && amount < 0n ? [ZERO_WON, negateWon(amount)] : [amount, ZERO_WON];
}

function timeOf(text: string): string | null {
  const match = TIME.exec(text.trim().split(/\s+/u).at(-1) ?? '');
  return match === null ? null : `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}:${match[3] ?? '00'}`;
}

/** Some banks list the latest first: by day, then by time, else by the direction of the whole file. */
function oldestFirst(lines: readonly StatementLine[]): StatementLine[] {
  const moment = ({ valueOn, timeOfDay }: StatementLine): string => `${valueOn} ${timeOfDay ?? ''}`;
  const [first, last] = [lines[0], lines.at(-1)];
  const isDescending = first !== undefined && last !== undefined && moment(first) > moment(last);
  return isDescending ? lines.toReversed() : [...lines];
}

function refusedRows({ rows, remarks, table }: JudgedSheet<Columns, Row>): RefusedRow[] {
  const ofRows = rows.filter(({ state }) => state === 'REJECTED').flatMap(({ reading, remarks: told }) => told.slice(0, 1).map(({ code, text, fix }) => ({ rowNo: reading.number, code, text, fix })));
  const ofSheet = table.headerRow === null ? remarks.flatMap(({ remarks: told }) => told.map(({ code, text, fix }) => ({ rowNo: null, code, text, fix }))) : [];
  return [...ofSheet, ...ofRows];
}

/** `계좌번호 | 301-0147-****-21` above the table; digits and covers alone. */
function printedAccount(sheet: Sheet, headerRow: number | null): string | null {
  const above = sheet.rows.filter((row) => headerRow !== null && row.number < headerRow).flatMap(({ cells }) => cells.map(({ text }) => text));
  const label = above.findIndex((text) => text.replaceAll(' ', '').startsWith("계좌번호"));
  if (label === -1) return null;
  const told = [above[label]?.split(/[:：]/u)[1] ?? '', above[label + 1] ?? ''].map((text) => text.replace(/[\s-]/gu, ''));
  return told.find((text) => /^[\d*]{8,20}$/u.test(text)) ?? null;
}

/** AMOUNT_INVALID: a movement is one deposit or one withdrawal. */
function noSingleAmount(reading: RowReading<Columns>) {
  return remark(
    'AMOUNT_INVALID',
    reading.at('deposit'),
    { ko: '입금액과 출금액 가운데 하나만 있어야 합니다.', en: 'There must be either a deposit or a withdrawal.' },
    { ko: '합계 행이면 지우고, 거래 행이면 금액을 확인해 다시 올려 주세요.', en: 'Delete the row if it is a total; otherwise check its amount and upload again.' },
  );
}
