import { describe, expect, it } from '@jest/globals';
import { BLANK_LIST, readPasted } from './pasted.js';

const HEAD = ['접수번호', '과제명', '시작일', '종료일', '역할', '기관명', '사업자등록번호', '기관유형', '연구책임자', '정부지원금(원)', '기관부담 현금(원)'];
const sheet = (...lines: readonly (readonly string[])[]): string => [HEAD, ...lines].map((line) => line.join('\t')).join('\r\n');
const LINE = ['IRIS-1', '초소형 센서', '2021-04-01', '2021. 12. 31.', '주관', '(주)가나', '123-45-67891', '중소기업', '김책임', '150,000,000', ''];

describe('a pasted list of applications', () => {
  it('is read by its head; dates and amounts as people write them', () => {
    expect(readPasted(sheet(LINE))).toEqual({
      faults: [],
      missing: [],
      left: '',
      rows: [
        {
          ...{ number: 'IRIS-1', title: '초소형 센서', periodFrom: '2021-04-01', periodTo: '2021-12-31' },
          applicants: [{ organisation: { name: '(주)가나', businessNumber: '123-45-67891' }, role: 'LEAD', institution: 'SME', investigator: '김책임', governmentWon: '150000000', ownCashWon: '0', ownInKindWon: '0' }],
        },
      ],
    });
  });

  it('knows the head of the blank list', () => {
    const head = BLANK_LIST.replace('\ufeff', '').trim().split(',');
    expect([head.slice(0, 3), readPasted(head.join('\t')).missing]).toEqual([['접수번호', '접수일', '과제명'], []]);
  });

  it('joins the institutions of one receipt number', () => {
    const { rows } = readPasted(sheet(LINE, ['IRIS-1', '초소형 센서', '2021-04-01', '2021-12-31', '공동', '나다대학교', '220-88-12345', '대학', '', '50,000,000', '']));
    expect(rows.map(({ applicants }) => applicants.map(({ role, institution }) => `${role ?? ''} ${institution}`))).toEqual([['LEAD SME', 'JOINT NON_PROFIT']]);
  });

  it('says which cell of which line cannot be read', () => {
    const { faults } = readPasted(sheet(LINE, ['IRIS-2', '', '내년', '2021-12-31', '대장', '(주)다라', '1', '중소기업', '', '많이', '']));
    expect(faults).toEqual([
      { line: 3, column: '과제명', value: '' },
      { line: 3, column: '시작일', value: '내년' },
      { line: 3, column: '역할', value: '대장' },
      { line: 3, column: '정부지원금', value: '많이' },
    ]);
  });

  it('takes what can be read and leaves the rest to be mended, an application as a whole', () => {
    const partner = ['IRIS-2', '초소형 센서', '2021-04-01', '2021-12-31', '공동', '나다대학교', '220-88-12345', '대학', '', '50,000,000', ''];
    const wrong = ['IRIS-2', '초소형 센서', '2021-04-01', '내년', '주관', '(주)다라', '123-45-67891', '중소기업', '', '1', ''];
    const { rows, left } = readPasted(sheet(LINE, partner, wrong));
    expect(rows.map(({ number }) => number)).toEqual(['IRIS-1']);
    expect(left.split('\n').map((line) => line.split('\t')[0])).toEqual(['접수번호', 'IRIS-2', 'IRIS-2']);
    expect(readPasted(left.replace('내년', '2021-12-31')).rows).toHaveLength(1);
  });

  it('finds the head below titles and blank lines', () => {
    const { rows, faults } = readPasted(`2021년 신청 목록\n\n(단위: 원)\n${sheet(LINE, ['IRIS-3', '', '2021-04-01', '2021-12-31', '주관', '(주)라', '123-45-67891', '중소기업', '', '1', ''])}`);
    expect(rows).toHaveLength(1);
    expect(faults).toEqual([{ line: 6, column: '과제명', value: '' }]);
  });

  it('names the columns that are missing', () => {
    expect(readPasted('과제명\t기관명\n가\t나').missing).toEqual(['시작일', '종료일', '사업자등록번호', '기관유형', '정부지원금']);
  });
});
