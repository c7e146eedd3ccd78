import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { encodeCp949, readDelimited, readPaste, readWorkbook } from '#libs/sheet';
import ExcelJS from 'exceljs';
import { readTable } from './statement.import.js';
import type { ReadStatement } from './statement.js';

const today = localDate('2024-06-30');
const read = (...rows: string[]): ReadStatement => readTable([readPaste(rows.join('\n').replaceAll(' | ', '\t'))], new Set(['입금취소']), today);
const told = ({ lines }: ReadStatement) => lines.map(({ valueOn, timeOfDay, amountWon, balanceWon, counterparty }) => [valueOn, timeOfDay, String(amountWon), balanceWon === null ? null : String(balanceWon), counterparty]);

describe('statements as Korean banks hand them out', () => {
  it.each([
    ['two columns of amounts', ['거래일자 | 거래시간 | 적요 | 의뢰인/수취인 | 출금액 | 입금액 | 잔액', '2024-06-03 | 09:10:11 | 이체 | (주)가람 | 0 | 1,000 | 5,000'], [['2024-06-03', '09:10:11', '1000', '5000', '(주)가람']]],
    ['day and time in one cell', ['거래일시 | 찾으신금액 | 맡기신금액 | 거래후잔액 | 보낸분/받는분', '2024.06.03 09:10:11 | 700 |  | 4300 | 가람'], [['2024-06-03', '09:10:11', '-700', '4300', '가람']]],
    ['one column and a direction', ['거래일 | 구분 | 거래금액 | 잔액 | 내용', '20240603 | 출금 | 700 | 4300 | 가람', '20240604 | 입금 | 200 | 4500 | 나래'], [['2024-06-03', null, '-700', '4300', '가람'], ['2024-06-04', null, '200', '4500', '나래']]],
    ['one column with a sign', ['거래일 | 금액 | 잔액 | 거래처', '2024-06-03 | -700 | 4300 | 가람'], [['2024-06-03', null, '-700', '4300', '가람']]],
    ['the latest first', ['거래일 | 입금 | 잔고 | 입금자', '2024-06-04 | 200 | 1200 | 나래', '2024-06-03 | 1000 | 1000 | 가람'], [['2024-06-03', null, '1000', '1000', '가람'], ['2024-06-04', null, '200', '1200', '나래']]],
  ])('reads %s', (_, rows, lines) => {
    expect(told(read(...rows))).toEqual(lines);
  });

  it('reads CP949 as it reads UTF-8', () => {
    const text = '거래일자,입금액,잔액,입금자\r\n2024-06-03,1000,1000,가람\r\n';
    const both = [encodeCp949(text), Buffer.from(text)].map((bytes) => readTable([readDelimited(bytes, { name: '내역.csv' })], new Set(), today));
    expect(both[0]?.lines).toEqual(both[1]?.lines);
    expect(both[0]?.lines).toHaveLength(1);
  });

  it('reads a workbook as it reads text: dates, serial numbers and amounts as cells', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('거래내역');
    sheet.addRows([['누리은행 거래내역'], [], ['거래일자', '입금액', '출금액', '잔액', '입금자'], [new Date('2024-06-03T00:00:00Z'), 1000, null, 5000, '가람'], [45447, null, 700, 4300, '나래']]);
    const { sheets } = await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(told(readTable(sheets, new Set(), today))).toEqual([['2024-06-03', null, '1000', '5000', '가람'], ['2024-06-04', null, '-700', '4300', '나래']]);
  });

  it('takes the balance brought forward as one, and the total as none', () => {
    const statement = read('거래일자 | 적요 | 출금액 | 입금액 | 잔액', '2024-06-01 | 전기이월 | 0 | 0 | 4,000', '2024-06-03 | 이체 | 0 | 1,000 | 5,000', '합계 |  | 0 | 1,000 | ');
    expect([statement.openingWon, statement.closingWon, statement.lines.length, statement.refused]).toEqual([4000n, 5000n, 1, []]);
  });

  it('knows a movement taken back by the word of the bank or by its sign', () => {
    const { lines } = read('거래일자 | 적요 | 출금액 | 입금액 | 잔액', '2024-06-03 | 이체 | 0 | 1000 | 5000', '2024-06-04 | 입금취소 | 1000 | 0 | 4000', '2024-06-05 | 이체 | 0 | -500 | 3500', '2024-06-06 | 협약 입금취소 요청 | 10 |  | 3490');
    expect(lines.map(({ amountWon, isReversal }) => [String(amountWon), isReversal])).toEqual([['1000', false], ['-1000', true], ['-500', true], ['-10', false]]);
  });

  it.each([
    ['both sides at once', '2024-06-03 | 500 | 700 | 1', 'AMOUNT_INVALID'],
    ['no amount', '2024-06-03 |  |  | 1', 'AMOUNT_INVALID'],
    ['a word for an amount', '2024-06-03 | 추후 |  | 1', 'AMOUNT_INVALID'],
    ['a day that is none', '2024-02-30 | 500 |  | 1', 'DATE_INVALID'],
    ['a day to come', '2024-07-01 | 500 |  | 1', 'DATE_IN_FUTURE'],
    ['a formula', '2024-06-03 | =1+1 |  | 1', 'AMOUNT_INVALID'],
  ])('refuses %s by itself and keeps the other lines', (_, row, code) => {
    const { lines, refused } = read('거래일자 | 출금액 | 입금액 | 잔액', row, '2024-06-04 |  | 100 | 101');
    expect([lines.length, refused.map((each) => [each.rowNo, each.code])]).toEqual([1, [[2, code]]]);
  });

  it('says of a file without the columns what is missing', () => {
    const { lines, refused } = read('이름 | 주소', '가람 | 대전');
    expect([lines, refused.map(({ rowNo }) => rowNo)]).toEqual([[], [null]]);
  });
});
