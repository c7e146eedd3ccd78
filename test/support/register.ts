import { businessNumber } from './funds.js';

const CALLS = ['조합번호', '회차', '통지일', '납입기한', '조합원명', '요청금액', '납입일', '납입금액', '수탁은행', '비고'];
const PARTNERS = ['조합번호', '조합원명', '조합원구분', '사업자등록번호', '약정금액', '출자좌수', '지분율', '약정일', '담당자', '비고'];
const DEALS = [
  ...['조합번호', '투자번호', '거래구분', '투심위 의결일', '투자금 납입일', '기업명', '사업자등록번호', '설립일', '투자유형', '투자금액', '주식수', '주당가격', '라운드'],
  ...['인정경로', '창업·기술기반 구분', '증빙서류(발급일)', '주목적 판정', '판정일', '판정 효력일', '취소 등록일', '취소 효력일', '원투자번호', '비고'],
];

/** Rows as Excel puts them on the clipboard. */
const pasted = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\r\n');

/** A small fund of 10 billion won as its staff keep it in Excel, founded in March 2021. */
export function overviewSheet(fundNumber: string, changes: Readonly<Record<string, string>> = {}): string {
  const items = {
    조합명: `${fundNumber} 시험조합`,
    업무집행조합원: '시험운용(주)',
    수탁은행: '시험은행',
    '약정총액(원)': '10,000,000,000',
    '출자1좌금액(원)': '1000000',
    결성총회일: '2021-03-05',
    조합등록일: '2021-03-12',
    '투자기간 시작일': '2021-03-05',
    '투자기간 종료일': '2025-03-04',
    '존속기간 만료일': '2029-03-04',
    '주목적 의무비율': '50%',
    '의무비율 산정기준': '약정총액',
    '존속기간 예상 보수·비용(원)': '1000000000',
    '동일기업 투자한도': '20%',
    '납입지연 연체이자율': '10%',
    '재투자 허용': '불가',
    ...changes,
  };
  return pasted([['항목', fundNumber, '규약 조항'], ...Object.entries(items).map(([name, value]) => [name, value])]);
}

export function partnerSheet(fundNumber: string): string {
  return pasted([
    PARTNERS,
    [fundNumber, '모태펀드', '특별조합원', businessNumber(), '5000000000', '5000', '50%', '2021-03-05'],
    [fundNumber, '새울공제회', '유한책임조합원', businessNumber(), '4,900,000,000', '4900', '49%', '2021-03-05'],
    [fundNumber, '시험운용(주)', '업무집행조합원', businessNumber(), '100000000', '100', '1%', '2021-03-05'],
  ]);
}

export function callSheet(fundNumber: string): string {
  const row = (partner: string, amount: string): string[] => [fundNumber, '1', '2021-03-05', '2021-03-31', partner, amount, '2021-03-31', amount];
  return pasted([CALLS, row('모태펀드', '1500000000'), row('새울공제회', '1470000000'), row('시험운용(주)', '30000000')]);
}

export interface RegisterDeal {
  readonly number: string;
  readonly paidOn: string;
  readonly amount: string;
  /** 인정, 보류 or 해당없음. */
  readonly status: string;
  readonly decidedOn?: string;
}

export function dealSheet(fundNumber: string, deals: readonly RegisterDeal[]): string {
  const rows = deals.map(({ number, paidOn, amount, status, decidedOn = '' }) => [
    ...[fundNumber, number, '신규', '', paidOn, `(주)기업 ${number}`, businessNumber(), '2020-05-11', '보통주', amount, '', '', ''],
    ...[status === '해당없음' ? '-' : '연구소기업', '창업기업', '연구소기업 등록증(2021-01-29); 주주명부(2021-03-20)', status, decidedOn, decidedOn === '' ? '' : paidOn],
  ]);
  return pasted([DEALS, ...rows]);
}
