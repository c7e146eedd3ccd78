import { formatBusinessNumber } from '#libs/identifier';
import { writeWorkbook, type ColumnDefinition } from '#libs/sheet';

/** One transfer as the bank reads it. */
export interface Transfer {
  readonly lineNo: number;
  readonly payee: string;
  readonly businessNumber: string | null;
  readonly bank: string;
  readonly bankCode: string;
  /** Covered but for the last four digits, unless whoever takes the file away may see it. */
  readonly accountNumber: string;
  readonly holder: string;
  readonly publicWon: bigint;
  readonly ownWon: bigint;
  readonly service: string;
}

export interface TransferFile {
  readonly number: string;
  readonly payOn: string;
  readonly agency: string;
  /** Instant of the draft: the same batch gives the same bytes. */
  readonly draftedAt: Date;
  readonly transfers: readonly Transfer[];
}

const COLUMNS: readonly ColumnDefinition[] = [
  { header: '순번', type: 'integer' },
  { header: '수취인', type: 'text' },
  { header: '사업자등록번호', type: 'text' },
  { header: '은행코드', type: 'text' },
  { header: '은행', type: 'text' },
  { header: '계좌번호', type: 'text' },
  { header: '예금주', type: 'text' },
  { header: '이체금액', type: 'won' },
  { header: '정부지원금', type: 'won' },
  { header: '자부담금', type: 'won' },
  { header: '적요', type: 'text' },
];

/** The transfers of a batch as a workbook for the bank. */
export function transferWorkbook({ number, payOn, agency, draftedAt, transfers }: TransferFile): Promise<Buffer> {
  const rows = transfers.map((each) => [
    ...[BigInt(each.lineNo), each.payee, each.businessNumber === null ? null : formatBusinessNumber(each.businessNumber), each.bankCode, each.bank],
    ...[each.accountNumber, each.holder, each.publicWon + each.ownWon, each.publicWon, each.ownWon, each.service],
  ]);
  return writeWorkbook({
    title: `${number} 지급명세`,
    createdAt: `${draftedAt.toISOString().slice(0, 19)}Z`,
    author: agency,
    sheets: [{ name: '지급명세', title: `${number} 지급명세`, notes: [`지급일 ${payOn}`, `${transfers.length}건`, '단위: 원'], columns: COLUMNS, rows, totals: sums(transfers) }],
  });
}

/** Running numbers are not added up. */
function sums(transfers: readonly Transfer[]): (string | bigint | null)[] {
  const publicWon = transfers.reduce((sum, each) => sum + each.publicWon, 0n);
  const ownWon = transfers.reduce((sum, each) => sum + each.ownWon, 0n);
  return ['합계', null, null, null, null, null, null, publicWon + ownWon, publicWon, ownWon, null];
}
