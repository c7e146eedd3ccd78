import { parseBusinessNumber } from '#libs/identifier';
import type { EvidenceKind } from '#libs/invoice';
import type { WonUnit } from '#libs/money';
import { columnSpecs, comparableWord, dateOf, findHeader, numberKey, remark, saysNothing, wonOf, type BlankForm, type ColumnRules, type DataRow, type RowRemark, type Sheet } from '#libs/sheet';
import type { CallLine } from '../../call/call.js';
import { evidenceKindOf } from '../../evidence/evidence-word.import.js';
import { resourceOf } from '../../register/reading/book.import.js';
import type { Resource } from '../../line/line.js';

/**
 * Columns of a list of expenses: the names of the register first, then those under which 통합Ezbaro, 통합RCMS and e나라도움 hand
 * the same columns out [practice].
 */
const COLUMNS = {
  agreement: { names: ['협약번호', '과제번호', '연구개발과제번호', '세부과제번호', '협약과제번호'], type: 'text' },
  line: { names: ['비목코드', '비목', '세목', '세목명', '비목명', '예산항목', '사용비목', '보조세목'], type: 'text', required: true },
  resource: { names: ['재원', '현금현물구분', '현금/현물', '현금·현물', '재원구분'], type: 'text' },
  spentOn: { names: ['집행일', '집행일자', '사용일자', '사용일', '지급일자', '지출일자', '이체일자', '거래일자'], type: 'date', required: true },
  committedOn: { names: ['지출원인행위일', '원인행위일', '지출원인행위일자', '계약일', '계약일자', '발주일'], type: 'date' },
  payeeNumber: { names: ['거래처 사업자번호', '거래처 사업자등록번호', '사업자등록번호', '사업자번호', '거래처사업자번호', '공급자 사업자번호', '가맹점 사업자번호'], type: 'text' },
  payeeName: { names: ['거래처', '거래처명', '가맹점명', '가맹점', '공급자', '공급자명', '상호', '받는분', '수취인'], type: 'text', required: true },
  purpose: { names: ['적요', '집행용도', '사용용도', '용도', '내역', '사용내역', '집행내역', '품목', '품명'], type: 'text' },
  supply: { names: ['사용금액', '공급가액', '집행금액', '집행액', '지출금액', '사용액', '금액', '공급금액'], type: 'won', required: true },
  vat: { names: ['부가세', '부가세액', '부가가치세', '세액'], type: 'won' },
  evidenceKind: { names: ['증빙종류', '증빙구분', '증빙유형', '집행방법', '결제수단', '지급방법'], type: 'text' },
  evidence: { names: ['증빙번호', '승인번호', '세금계산서 승인번호', '전자세금계산서 승인번호', '카드승인번호', '증빙 승인번호'], type: 'text' },
} as const satisfies ColumnRules;
type Key = keyof typeof COLUMNS;

/** A list of expenses as a form to be filled in. */
export const EXPENSE_FORM: BlankForm = { title: '집행내역', sheets: [{ name: '집행', rules: COLUMNS }] };

/** A row of a list as a form wants it: what could be read is in the form's spelling, anything else as it stands. */
export interface ReadExpense {
  readonly row: number;
  readonly agreement: string;
  readonly line: string;
  readonly resource: Resource;
  readonly spentOn: string;
  readonly committedOn: string;
  readonly payeeNumber: string;
  readonly payeeName: string;
  readonly purpose: string;
  readonly supplyWon: string;
  readonly vatWon: string;
  readonly evidenceKind: EvidenceKind | null;
  readonly evidenceNumber: string;
  /** Cells that could not be read; the column is the member of the row. */
  readonly remarks: readonly (RowRemark & { readonly field: keyof ReadExpense })[];
}

export interface ReadExpenses {
  readonly rows: readonly ReadExpense[];
  /** Headers that are missing; with any of them nothing can be read. */
  readonly missing: readonly string[];
}

/** Reads a pasted or uploaded list of expenses. Pure: nothing is looked up, a row that cannot be read is told with its cell. */
export function readExpenseSheet(sheet: Sheet, lines: readonly CallLine[]): ReadExpenses {
  const table = findHeader(sheet, columnSpecs(COLUMNS));
  const missing = (['line', 'spentOn', 'payeeName', 'supply'] as const).filter((key) => !table.columns.has(key)).map((key) => COLUMNS[key].names[0]);
  return missing.length > 0 ? { rows: [], missing } : { rows: table.dataRows.map((row) => readRow(row, lines, (key) => table.columns.get(key)?.unit ?? '원')), missing };
}

function readRow(row: DataRow<Key>, lines: readonly CallLine[], unitOf: (key: Key) => WonUnit): ReadExpense {
  const remarks: (RowRemark & { readonly field: keyof ReadExpense })[] = [];
  const say = (key: Key, field: keyof ReadExpense, code: string, text: RowRemark['text'], fix: RowRemark['fix']): void => {
    remarks.push({ ...remark(code, { column: COLUMNS[key].names[0], value: row.text(key) }, text, fix), field });
  };
  const date = (key: Key, field: keyof ReadExpense): string => {
    const read = dateOf(row.cell(key));
    if (!read.ok) say(key, field, read.code, read.text, read.fix);
    return read.ok ? (read.value ?? '') : row.text(key);
  };
  const amount = (key: Key, field: keyof ReadExpense): string => {
    const read = wonOf(row.cell(key), unitOf(key), 'not-negative');
    if (!read.ok) say(key, field, read.code, read.text, read.fix);
    return read.ok ? (read.value === null ? '' : read.value.toString()) : row.text(key);
  };
  const evidence = saysNothing(row.text('evidence')) ? '' : row.text('evidence');
  return {
    row: row.number,
    agreement: row.text('agreement'),
    line: lineNamed(row.text('line'), lines),
    resource: resourceOf(row.text('resource')) ?? 'CASH',
    spentOn: date('spentOn', 'spentOn'),
    committedOn: date('committedOn', 'committedOn'),
    payeeNumber: payeeNumber(row, say),
    payeeName: row.text('payeeName'),
    purpose: row.text('purpose'),
    supplyWon: amount('supply', 'supplyWon'),
    vatWon: amount('vat', 'vatWon'),
    evidenceKind: evidenceKindOf(row.text('evidenceKind') || null, evidence || null),
    evidenceNumber: evidence,
    remarks,
  };
}

/** A line by its code or its name; as written where it is neither. */
function lineNamed(text: string, lines: readonly CallLine[]): string {
  const found = lines.find(({ code }) => code === numberKey(text)) ?? lines.find(({ name }) => comparableWord(name.ko) === comparableWord(text));
  return found?.code ?? text;
}

function payeeNumber(row: DataRow<Key>, say: (key: Key, field: keyof ReadExpense, code: string, text: RowRemark['text'], fix: RowRemark['fix']) => void): string {
  const text = row.text('payeeNumber');
  if (text === '') return '';
  const parsed = parseBusinessNumber(text);
  if (!parsed.ok) say('payeeNumber', 'payeeNumber', parsed.code, parsed.text, parsed.fix ?? null);
  return parsed.ok ? parsed.value : text;
}
