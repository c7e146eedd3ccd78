import type { LocalDate } from '#libs/calendar';
import { ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import { cellAt, dateInFuture, differsFromRecord, duplicateRow, findHeader, NO_PLACE, numberKey, outcomeOf, remark, requiredMissing, textOf, valueAssumed, type Cell, type ColumnRules, type RowRemark, type RowVerdict, type Sheet, type SheetVerdict, type Table } from '#libs/sheet';
import { add, findFund, type Book } from '../reading/book.import.js';
import type { FundFact } from '../register.js';
import { FUND_ITEMS, fundItemOf, type FundItem } from './fund-items.import.js';
import { readFundItem } from './fund-item-value.import.js';

/** An item as it stands in the column of one fund. */
interface StatedItem {
  readonly item: FundItem;
  readonly cell: Cell;
  readonly unit: string | null;
  readonly clause: string | null;
}

const FUND_COLUMN = /^FND[-_ ]/u;
const FUND_NUMBER = /^FND-[0-9]{4}-[0-9]{2,4}$/;
const ITEM_COLUMN = [{ key: 'item', names: ['항목', '구분'], required: true }] as const;

/** The columns of an overview that is filled in by hand: a column counts once a number of a fund stands above it. */
export const FUND_FORM_RULES = {
  item: { names: [ITEM_COLUMN[0].names[0]], type: 'text', required: true },
  fund: { names: ['이 칸에 조합번호(예: FND-2026-01)'], type: 'loose', required: true },
  clause: { names: ['규약 조항'], type: 'loose' },
} as const satisfies ColumnRules;

/** 조합개요: items run down, one column per fund, the last column is the clause of the agreement. A verdict stands for a fund, on the header row. */
export function readFunds(name: string, sheet: Sheet, book: Book): SheetVerdict {
  const table = findHeader(sheet, ITEM_COLUMN);
  const columns = table.headerCells.filter((cell) => FUND_COLUMN.test(numberKey(cell.text)));
  const seen = new Set<string>();
  const rows = columns.map((cell) => judgeFund(table, cell, seen, book));
  return { name, headerRow: table.headerRow, dataRows: columns.length, rows: [...rows, ...headerRemarks(table, columns)], skipped: table.skipped };
}

function headerRemarks(table: Table<'item'>, funds: readonly Cell[]): RowVerdict[] {
  const faults = table.faults.map((fault) => remark('HEADER_MISSING', NO_PLACE, fault.text, fault.fix ?? null));
  const none = remark(
    'HEADER_MISSING',
    NO_PLACE,
    { ko: '제목 행에 조합번호(FND-2021-01 형식) 열이 없습니다.', en: 'The header row has no column with a fund number such as FND-2021-01.' },
    { ko: "'항목' 오른쪽에 조합번호를 적으십시오.", en: "Write the fund number to the right of '항목'." },
  );
  const remarks = faults.length > 0 ? faults : funds.length === 0 ? [none] : [];
  return remarks.map((each) => ({ row: null, outcome: 'REJECTED', key: null, remarks: [each] }));
}

function judgeFund(table: Table<'item'>, header: Cell, seen: Set<string>, book: Book): RowVerdict {
  const number = numberKey(header.text);
  const { fact, faults, warnings } = readFund(number, statedItems(table, header.column));
  const verdict = (state: 'NEW' | 'RECORDED' | 'REJECTED', remarks: readonly RowRemark[]): RowVerdict => ({
    row: table.headerRow,
    outcome: outcomeOf(state, remarks),
    key: number,
    remarks,
  });
  if (!FUND_NUMBER.test(number)) return verdict('REJECTED', [badNumber(number)]);
  if (fact === null) return verdict('REJECTED', faults);
  if (seen.has(number)) return verdict('REJECTED', [duplicateRow({ column: header.text, value: number }, table.headerRow ?? undefined)]);
  const recorded = findFund(book, number);
  const wrong = recorded === undefined ? foundedInFuture(fact, book.limits.today) : contradictionOf(fact, recorded);
  if (wrong !== null) return verdict('REJECTED', [wrong]);
  seen.add(number);
  book.stated.add(number);
  if (recorded === undefined) add(book, 'funds', fact);
  return verdict(recorded === undefined ? 'NEW' : 'RECORDED', warnings);
}

function badNumber(number: string): RowRemark {
  return remark(
    'REQUIRED_MISSING',
    { column: '조합번호', value: number },
    { ko: `'${number}'은(는) 조합번호 형식이 아닙니다.`, en: `'${number}' is not a fund number.` },
    { ko: 'FND-2021-01처럼 적으십시오.', en: 'Write it like FND-2021-01.' },
  );
}

/** The items of one column, the first of each. */
function statedItems(table: Table<'item'>, column: number): Map<FundItem['key'], StatedItem> {
  const clauseColumn = clauseColumnOf(table);
  const unit = table.columns.get('item')?.unit ?? null;
  const items = new Map<FundItem['key'], StatedItem>();
  for (const row of table.dataRows) {
    const found = fundItemOf(row.text('item'));
    if (found === null || items.has(found.item.key)) continue;
    const clause = clauseColumn === null ? null : textOf(cellAt(row, clauseColumn));
    items.set(found.item.key, { item: found.item, cell: cellAt(row, column), unit: found.unit ?? unit, clause });
  }
  return items;
}

/** The column of clauses: the last one that is neither the items nor a fund. */
function clauseColumnOf(table: Table<'item'>): number | null {
  const itemColumn = table.columns.get('item')?.column;
  const others = table.headerCells.filter((cell) => cell.column !== itemColumn && !FUND_COLUMN.test(numberKey(cell.text)));
  return others.find((cell) => /조항|규약/u.test(cell.text))?.column ?? others.at(-1)?.column ?? null;
}

function readFund(number: string, items: ReadonlyMap<FundItem['key'], StatedItem>): { fact: FundFact | null; faults: RowRemark[]; warnings: RowRemark[] } {
  const values = new Map<FundItem['key'], unknown>();
  const faults: RowRemark[] = [];
  const warnings: RowRemark[] = [];
  const clauses: Record<string, string> = {};
  for (const item of FUND_ITEMS) {
    const stated = items.get(item.key);
    const place = { column: item.names[0], value: stated === undefined || stated.cell.text === '' ? null : stated.cell.text };
    const read = stated === undefined ? { value: null, remark: null } : readFundItem(item, stated.cell, stated.unit, place);
    values.set(item.key, read.value);
    if (read.remark !== null) (item.required === true && read.value === null ? faults : warnings).push(read.remark);
    else if (item.required === true && read.value === null) faults.push(requiredMissing(place, item.names[0]));
    if (stated !== undefined && stated.clause !== null) clauses[item.names[0]] = stated.clause;
  }
  const rank = (fault: RowRemark): number => ['REQUIRED_MISSING', 'DATE_INVALID', 'AMOUNT_INVALID'].indexOf(fault.code);
  faults.sort((left, right) => rank(left) - rank(right));
  if (faults.length > 0) return { fact: null, faults, warnings };
  const fact = factOf(number, values, clauses);
  const wrong = inconsistencies(fact);
  return wrong.length > 0 ? { fact: null, faults: wrong, warnings } : settled(fact, warnings);
}

/** The values behind their keys: each was read as the type of its key, and the required ones are there. */
function factOf(number: string, values: ReadonlyMap<FundItem['key'], unknown>, clauses: Readonly<Record<string, string>>): FundFact {
  const text = (key: FundItem['key']): string => (values.get(key) as string | null) ?? '';
  const amount = (key: FundItem['key']): Won | null => (values.get(key) as Won | null) ?? null;
  const date = (key: FundItem['key']): LocalDate => values.get(key) as LocalDate;
  const ratio = (key: FundItem['key']): BasisPoints | null => (values.get(key) as BasisPoints | null) ?? null;
  return {
    number,
    name: text('name'),
    generalPartner: text('generalPartner'),
    custodian: text('custodian'),
    committedWon: amount('committedWon') ?? ZERO_WON,
    unitWon: amount('unitWon') ?? ZERO_WON,
    foundedOn: date('foundedOn'),
    registeredOn: (values.get('registeredOn') as LocalDate | null) ?? null,
    investmentFrom: date('investmentFrom'),
    investmentTo: date('investmentTo'),
    lifeTo: date('lifeTo'),
    feeMethod: text('feeMethod'),
    feeOnCommitments: ratio('feeOnCommitments'),
    feeOnOutstanding: ratio('feeOnOutstanding'),
    hurdle: ratio('hurdle'),
    carry: ratio('carry'),
    obligationRatio: values.get('obligationRatio') as BasisPoints,
    obligationBasis: (values.get('obligationBasis') as FundFact['obligationBasis'] | null) ?? 'COMMITTED',
    obligationFixedBaseWon: amount('obligationFixedBaseWon'),
    lifetimeExpensesWon: amount('lifetimeExpensesWon') ?? ZERO_WON,
    singleCompanyCap: ratio('singleCompanyCap'),
    overdueRate: ratio('overdueRate'),
    recycling: values.get('recycling') === true,
    clauses,
  };
}

/** What cannot be true together, so that no fund could be kept of it. */
function inconsistencies(fund: FundFact): RowRemark[] {
  const wrong: RowRemark[] = [];
  const order = (column: string, value: LocalDate, ko: string, en: string): void => {
    wrong.push(remark('DATE_INVALID', { column, value }, { ko, en }, { ko: '조합규약과 대조해 고치십시오.', en: 'Compare with the agreement and correct it.' }));
  };
  if (fund.investmentTo <= fund.investmentFrom) order('투자기간 종료일', fund.investmentTo, '투자기간 종료일이 시작일보다 늦어야 합니다.', 'The investment period has to end after it starts.');
  if (fund.lifeTo < fund.investmentTo) order('존속기간 만료일', fund.lifeTo, '존속기간이 투자기간보다 먼저 끝납니다.', 'The life ends before the investment period.');
  if (fund.obligationBasis === 'FIXED_AMOUNT' && fund.obligationFixedBaseWon === null) wrong.push(requiredMissing({ column: '의무비율 고정기준금액', value: null }, '의무비율 고정기준금액'));
  return wrong;
}

/** Leaves out a registration before the founding, which would be no date of this fund. */
function settled(fund: FundFact, warnings: RowRemark[]): { fact: FundFact; faults: RowRemark[]; warnings: RowRemark[] } {
  if (fund.registeredOn === null || fund.registeredOn >= fund.foundedOn) return { fact: fund, faults: [], warnings };
  const text = { ko: '조합등록일이 결성총회일보다 빨라 빈칸으로 보았습니다.', en: 'The registration is before the founding and was taken as empty.' };
  return { fact: { ...fund, registeredOn: null }, faults: [], warnings: [...warnings, valueAssumed({ column: '조합등록일', value: fund.registeredOn }, text)] };
}

function foundedInFuture(fund: FundFact, today: LocalDate | null): RowRemark | null {
  return today === null || fund.foundedOn <= today ? null : dateInFuture({ column: '결성총회일', value: fund.foundedOn }, today);
}

/** The general partner is not compared: it is on record as the party among the partners, whose name may be written otherwise. */
function contradictionOf(stated: FundFact, recorded: FundFact): RowRemark | null {
  const content = (fund: FundFact, key: FundItem['key']): string | bigint | number | boolean | null => {
    const value = fund[key];
    return typeof value === 'object' ? null : value;
  };
  const compared = FUND_ITEMS.filter(({ key }) => key !== 'generalPartner');
  return differsFromRecord(
    compared.map(({ key, names }) => ({ place: { column: names[0], value: null }, stated: content(stated, key), recorded: content(recorded, key) })),
  );
}
