import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import { readPaste, type RowVerdict, type Sheet } from '#libs/sheet';
import type { RosterLimits } from './roster-limits.rules.js';
import { planRoster } from './roster.import.js';
import { NO_ROSTER_FACTS } from './roster.js';

const LIMITS: RosterLimits = {
  budgetWon: won(10_000_000n),
  voucherQuota: 3,
  companyQuota: 2,
  capWon: won(5_000_000n),
  selfBurden: basisPoints(2_000),
  windowYears: 2,
  validityDays: 200,
  brokerFeeCap: null,
  vatRate: basisPoints(1_000),
  holidays: holidayCalendar(),
  today: null,
};
const BROKERED: Partial<RosterLimits> = { brokerFeeCap: basisPoints(1_000), windowYears: null };

const HEADERS = {
  중개인명부: '중개인번호 | 성명 | 등록일 | 유효기간 만료일 | 상태',
  공급기관: '기관명 | 사업자등록번호',
  신청명단: '접수번호 | 접수일 | 기업명 | 사업자등록번호 | 법인등록번호 | 임원명단 | 기술이전계약번호 | 기술이전계약일 | 연구자 | 신청금액 | 이해충돌 승인문서',
  발급대장: '발급순위 | 바우처번호 | 접수번호 | 발급일 | 발급금액 | 유효기간 만료일 | 상태 | 포기·취소일',
  사용내역: '사용번호 | 바우처번호 | 공급기관 | 공급기관 사업자번호 | 계약일 | 공급가액 | 부가세 | 세금계산서 작성일 | 세금계산서 승인번호 | 지급일 | 상태 | 중개보고서 제출일 | 중개수수료',
} as const;
const BROKER_ISSUES = '바우처번호 | 기업명 | 사업자등록번호 | 중개인번호 | 참여확정일 | 발급일 | 발급금액 | 유효기간 만료일';

type Rows = Partial<Record<keyof typeof HEADERS, readonly string[]>>;

const APPLICATION = 'A-1 | 2021-03-02 | 가람 | 338-88-41641 | 110111-6828797 | 대표이사 장준하 | T-1 | 2020-01-02 | 곽단비 | 5000000';
const APPLICATIONS = [
  APPLICATION,
  'A-2 | 2021-03-02 | 나래 | 236-81-28912 | 200111-4278010 |  | T-2 | 2020-01-02 | 장재이 | 5000000',
  'A-3 | 2021-03-02 | 다온 | 562-88-97923 | 170111-7063754 |  | T-3 | 2020-01-02 | 고소율 | 5000000',
  'A-4 | 2021-03-02 | 가람 | 338-88-41641 | 110111-6828797 |  | T-4 | 2020-01-02 | 곽단비 | 5000000',
];
const ISSUE = '1 | V-1 | A-1 | 2021-06-01 | 4000000 | 2021-12-01';
const PROVIDER = '온새미연구원 | 772-82-55585';
const INVOICE = '20210803-40910622-5ad3f9ac';
const USE = `U-1 | V-1 | 온새미연구원 | 772-82-55585 | 2021-07-01 | 1000000 | 100000 | 2021-08-03 | ${INVOICE} | 2021-08-10 | 지급완료`;

function sheetsOf(rows: Rows, brokered: boolean): Sheet[] {
  return Object.entries(rows).map(([name, lines]) => {
    const header = name === '발급대장' && brokered ? BROKER_ISSUES : HEADERS[name as keyof typeof HEADERS];
    return { ...readPaste([header, ...lines].join('\n').replaceAll(' | ', '\t')), name };
  });
}

/** Verdicts on the sheet that was named last. */
function verdicts(rows: Rows, limits: Partial<RosterLimits> = {}): readonly RowVerdict[] {
  const all = { ...LIMITS, ...limits };
  const plan = planRoster(sheetsOf(rows, all.brokerFeeCap !== null), NO_ROSTER_FACTS, all);
  return plan.sheets.find((sheet) => sheet.name === Object.keys(rows).at(-1))?.rows ?? [];
}

const codesOf = (rows: readonly RowVerdict[]): string[] => rows.map((row) => [row.outcome, ...row.remarks.map((remark) => remark.code)].join(' '));

describe('an application', () => {
  it.each([
    [APPLICATION.replace('2021-03-02', '2022-01-03'), 'ACCEPTED'], // 2022-01-02 is a Sunday: put off to Monday
    [APPLICATION.replace('2021-03-02', '2022-01-04'), 'REJECTED TRANSFER_EXPIRED'],
    [APPLICATION.replace('2020-01-02', '1990-01-02'), 'REJECTED TRANSFER_EXPIRED'],
    [APPLICATION.replace('2020-01-02', '2200-01-02'), 'ACCEPTED'],
    [APPLICATION.replace('곽단비', '장준하'), 'WARNED RESEARCHER_IS_OFFICER'],
    [APPLICATION.replace('대표이사 장준하', '곽 단비(사내이사)'), 'WARNED RESEARCHER_IS_OFFICER'],
    [APPLICATION.replace('대표이사 장준하', '감사 김곽단비'), 'ACCEPTED'],
    [APPLICATION.replace('338-88-41641', '338-88-41642').replace('110111-6828797', '1'), 'REJECTED BRN_CHECKSUM CRN_FORMAT'],
    [APPLICATION.replace('5000000', '5000001'), 'WARNED AMOUNT_OVER_CAP'],
    [APPLICATION.replace('5000000', '0'), 'REJECTED AMOUNT_INVALID'],
  ])('%s: %s', (row, wanted) => {
    expect(codesOf(verdicts({ 신청명단: [row] }))).toEqual([wanted]);
  });

  it('of a company that applied for another contract is remarked, and only the later one', () => {
    expect(codesOf(verdicts({ 신청명단: APPLICATIONS }))).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'WARNED SAME_COMPANY_MULTIPLE']);
  });

  it('that was rejected makes no later row a duplicate', () => {
    const late = APPLICATION.replace('2021-03-02', '2022-03-02');
    expect(codesOf(verdicts({ 신청명단: [late, APPLICATION.replace('A-1', 'A-9'), APPLICATION] }))).toEqual(['REJECTED TRANSFER_EXPIRED', 'ACCEPTED', 'REJECTED DUPLICATE_APPLICATION']);
  });
});

describe('an issue', () => {
  const issues = (rows: readonly string[], limits: Partial<RosterLimits> = {}) => verdicts({ 신청명단: APPLICATIONS, 발급대장: rows }, limits);

  it.each([
    ['an unknown application', ISSUE.replace('A-1', 'A-9'), 'REJECTED REFERENCE_UNKNOWN'],
    ['more than the cap', ISSUE.replace('4000000', '5000001'), 'REJECTED OVER_CAP'],
    ['an end before the beginning', ISSUE.replace('2021-12-01', '2021-05-31'), 'REJECTED DATE_INVALID'],
    ['too long a validity', ISSUE.replace('2021-12-01', '2021-12-19'), 'WARNED VALIDITY_EXCEEDED'],
    ['the longest validity', ISSUE.replace('2021-12-01', '2021-12-18'), 'ACCEPTED'],
    ['a day of giving up that is not told', `${ISSUE} | 포기`, 'WARNED VALUE_ASSUMED'],
  ])('with %s', (_, row, wanted) => {
    expect(codesOf(issues([row]))).toEqual([wanted]);
  });

  it('goes by rank; one too big for the budget is refused and the next rank is tried', () => {
    const rows = ['2 | V-2 | A-2 | 2021-06-01 | 5000000 | 2021-12-01', ISSUE, '3 | V-3 | A-4 | 2021-06-01 | 3000000 | 2021-12-01'];
    const verdict = issues(rows, { budgetWon: won(7_000_000n) });
    expect(codesOf(verdict)).toEqual(['REJECTED BUDGET_EXCEEDED', 'ACCEPTED', 'ACCEPTED']);
    expect(verdict[0]?.remarks[0]).toMatchObject({ suggested: '3000000', details: { remainingBudgetWon: '3000000', remainingVouchers: 2 } });
  });

  it('refused by both limits is refused by quota, and tells both remaining figures', () => {
    const rows = [ISSUE, '2 | V-2 | A-2 | 2021-06-01 | 5000000 | 2021-12-01', '3 | V-3 | A-3 | 2021-06-01 | 2000000 | 2021-12-01', '4 | V-4 | A-4 | 2021-06-01 | 1000000 | 2021-12-01'];
    const verdict = issues(rows);
    expect(codesOf(verdict)).toEqual(['ACCEPTED', 'ACCEPTED', 'REJECTED QUOTA_EXCEEDED', 'ACCEPTED']);
    expect(verdict[2]?.remarks[0]?.details).toEqual({ remainingVouchers: 1, remainingCompanies: 0, remainingBudgetWon: '1000000', askedWon: '2000000', also: ['BUDGET_EXCEEDED'] });
  });

  it.each([
    ['V-1 | 가람 | 338-88-41641 | B-1 | 2022-03-01', 'ACCEPTED'],
    ['V-1 | 가람 | 338-88-41641 |  | 2022-03-01', 'REJECTED BROKER_REQUIRED'],
    ['V-1 | 가람 | 338-88-41641 | B-1 | ', 'REJECTED BROKER_REQUIRED'],
    ['V-1 | 가람 | 338-88-41641 | B-9 | 2022-03-01', 'REJECTED BROKER_UNKNOWN'],
    ['V-1 | 가람 | 338-88-41641 | B-1 | 2021-12-31', 'REJECTED BROKER_NOT_ACTIVE'],
    ['V-1 | 가람 | 338-88-41641 | B-1 | 2022-12-31', 'ACCEPTED'],
    ['V-1 | 가람 | 338-88-41641 | B-1 | 2023-01-01', 'REJECTED BROKER_NOT_ACTIVE'],
    ['V-1 | 가람 | 338-88-41641 | B-2 | 2022-03-01', 'REJECTED BROKER_NOT_ACTIVE'],
  ])('with a broker: %s is %s', (row, wanted) => {
    const brokers = ['B-1 | 허단비 | 2022-01-01 | 2022-12-31 | 활동', 'B-2 | 공세빈 | 2022-01-01 |  | 말소'];
    expect(codesOf(verdicts({ 중개인명부: brokers, 발급대장: [`${row} | 2022-04-01 | 4000000 | 2022-09-30`] }, BROKERED))).toEqual([wanted]);
  });
});

describe('a use', () => {
  const uses = (rows: readonly string[], issue = ISSUE, limits: Partial<RosterLimits> = {}) => verdicts({ 공급기관: [PROVIDER], 신청명단: APPLICATIONS, 발급대장: [issue, ISSUE.replace('V-1', 'V-9')], 사용내역: rows }, limits);

  it.each([
    ['as it should be', USE, 'ACCEPTED'],
    ['paid without a day', USE.replace('2021-08-10', ''), 'REJECTED REQUIRED_MISSING'],
    ['of a voucher that was listed and refused', USE.replace('V-1', 'V-9'), 'REJECTED VOUCHER_NOT_ISSUED'],
    ['of a voucher nobody listed', USE.replace('V-1', 'V-8'), 'REJECTED REFERENCE_UNKNOWN'],
    ['with a short invoice number', USE.replace(INVOICE, '123'), 'REJECTED INVOICE_FORMAT'],
    ['at a stranger', USE.replace('772-82-55585', '542-82-09438'), 'REJECTED PROVIDER_NOT_REGISTERED'],
    ['invoiced on the last day', USE.replace('2021-08-03', '2021-12-01'), 'ACCEPTED'],
    ['invoiced the day after', USE.replace('2021-08-03', '2021-12-02'), 'REJECTED USE_OUTSIDE_VALIDITY'],
    ['with another VAT', USE.replace(' | 100000 | ', ' | 99999 | '), 'WARNED VAT_MISMATCH'],
    ['up to the last won', USE.replace('1000000 | 100000', '5000001 | 500000'), 'ACCEPTED'],
    ['one won above', USE.replace('1000000 | 100000', '5000002 | 500000'), 'REJECTED INSUFFICIENT_BALANCE'],
    ['in a state nobody knows', USE.replace('지급완료', '보류'), 'REJECTED REFERENCE_UNKNOWN'],
  ])('%s', (_, row, wanted) => {
    expect(codesOf(uses([row]))).toEqual([wanted]);
  });

  it('too big for the voucher is told what would fit, and a cancelled one gives back what it held', () => {
    const cancelled = 'U-2 | V-1 | 온새미연구원 | 772-82-55585 | 2021-07-02 | 4000000 | 400000 |  |  |  | 취소';
    const rows = [USE, cancelled, 'U-3 | V-1 | 온새미연구원 | 772-82-55585 | 2021-07-03 | 4000002 | 400000 |  |  |  | 검수중'];
    const verdict = uses(rows);
    expect(codesOf(verdict)).toEqual(['ACCEPTED', 'WARNED VALUE_ASSUMED', 'REJECTED INSUFFICIENT_BALANCE']);
    expect(verdict[2]?.remarks[0]).toMatchObject({ suggested: '4000001', details: { availableWon: '3200000', askedWon: '3200001' } });
  });

  it('of a voucher that was given up finds nothing left', () => {
    expect(codesOf(uses([USE], `${ISSUE} | 포기 | 2021-06-30`))).toEqual(['REJECTED INSUFFICIENT_BALANCE']);
  });

  it('cannot lie after the day of the import', () => {
    expect(codesOf(uses([USE], ISSUE, { today: localDate('2021-08-09') }))).toEqual(['REJECTED DATE_IN_FUTURE']);
  });
});
