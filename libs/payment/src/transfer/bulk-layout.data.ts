/** One column of a record: so many bytes of CP949, digits filled with zeros on the left, texts with spaces on the right. */
export interface BulkColumn {
  readonly name: string;
  readonly bytes: number;
  readonly kind: 'DIGITS' | 'TEXT';
}

export interface BulkLayout {
  readonly clause: string;
  readonly recordBytes: number;
  readonly header: readonly BulkColumn[];
  readonly transfer: readonly BulkColumn[];
  readonly trailer: readonly BulkColumn[];
}

const text = (name: string, bytes: number): BulkColumn => ({ name, bytes, kind: 'TEXT' });
const digits = (name: string, bytes: number): BulkColumn => ({ name, bytes, kind: 'DIGITS' });

/**
 * The file that the corporate banking of Korean banks takes for many transfers at once (대량이체): one record a line, fixed columns
 * counted in bytes. Each bank agrees on its own widths with each client; these are the default until it has [assumption].
 */
export const BULK_LAYOUT: BulkLayout = {
  clause: '은행과의 대량이체 약정(기본값)',
  recordBytes: 120,
  header: [text('구분', 1), digits('사업자등록번호', 10), text('묶음번호', 16), digits('이체일자', 8), digits('출금은행', 3), text('출금계좌', 16), digits('총건수', 7), digits('총금액', 15)],
  transfer: [text('구분', 1), digits('순번', 7), digits('입금은행', 3), text('입금계좌', 16), digits('이체금액', 13), text('예금주', 20), text('받는분통장표시', 14), text('이체번호', 24), digits('수취인사업자번호', 10)],
  trailer: [text('구분', 1), digits('총건수', 7), digits('총금액', 15)],
};
