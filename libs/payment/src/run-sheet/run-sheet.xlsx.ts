import { formatBusinessNumber } from '#libs/identifier';
import { writeWorkbook, type ColumnDefinition, type Onlooker } from '#libs/sheet';

/** One line of a run as it is kept on record. */
export interface SheetLine {
  readonly lineNo: number;
  readonly payee: string;
  readonly businessNumber: string | null;
  readonly bank: string;
  readonly bankCode: string;
  /** Covered but for the last four digits. */
  readonly accountNumber: string;
  /** Covered but for the first letter. */
  readonly holder: string;
  readonly amountWon: bigint;
  /** What the amount is made of, lot by lot; empty where it is one sum. */
  readonly parts: readonly { readonly name: string; readonly amountWon: bigint }[];
  readonly purpose: string;
  readonly state: string;
}

export interface RunSheet {
  readonly number: string;
  readonly book: string;
  readonly payOn: string;
  readonly payer: string;
  /** Instant of the draft: the same run in the same state gives the same bytes. */
  readonly draftedAt: Date;
  readonly lines: readonly SheetLine[];
}

const TEXTS: readonly ColumnDefinition[] = [
  { header: '순번', type: 'integer' },
  { header: '수취인', type: 'text' },
  { header: '사업자등록번호', type: 'text' },
  { header: '은행코드', type: 'text' },
  { header: '은행', type: 'text' },
  { header: '계좌번호', type: 'text' },
  { header: '예금주', type: 'text' },
  { header: '이체금액', type: 'won' },
];

/** The lines of a run as a workbook; lots of money each have their column. */
export function runWorkbook({ number, book, payOn, payer, draftedAt, lines }: RunSheet, onlooker?: Onlooker): Promise<Buffer> {
  const lots = [...new Set(lines.flatMap(({ parts }) => parts.map(({ name }) => name)))];
  const columns: readonly ColumnDefinition[] = [...TEXTS, ...lots.map((header) => ({ header, type: 'won' as const })), { header: '적요', type: 'text' }, { header: '은행 결과', type: 'text' }];
  const lotOf = ({ parts }: SheetLine, lot: string): bigint => parts.filter(({ name }) => name === lot).reduce((sum, { amountWon }) => sum + amountWon, 0n);
  const total = (amountOf: (line: SheetLine) => bigint): bigint => lines.reduce((sum, line) => sum + amountOf(line), 0n);
  const rows = lines.map((line) => [
    ...[BigInt(line.lineNo), line.payee, line.businessNumber === null ? null : formatBusinessNumber(line.businessNumber), line.bankCode, line.bank],
    ...[line.accountNumber, line.holder, line.amountWon, ...lots.map((lot) => lotOf(line, lot)), line.purpose, line.state],
  ]);
  const totals = ['합계', null, null, null, null, null, null, total(({ amountWon }) => amountWon), ...lots.map((lot) => total((line) => lotOf(line, lot))), null, null];
  const title = `${number} 지급명세`;
  return writeWorkbook(
    {
      title,
      createdAt: `${draftedAt.toISOString().slice(0, 19)}Z`,
      author: payer,
      sheets: [{ name: '지급명세', title, notes: [book, `지급일 ${payOn}`, `${lines.length}건`, '단위: 원'], columns, rows, totals }],
    },
    onlooker,
  );
}
