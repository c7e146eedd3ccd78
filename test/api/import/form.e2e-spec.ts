import { describe, expect, it } from '@jest/globals';
import { randomInt, randomUUID } from 'node:crypto';
import { filledForm, filledOverview } from '../../support/blank-forms.js';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { businessNumber } from '../../support/funds.js';
import { uploadGrants } from '../../support/grant-registers.js';
import { concludedAgreement, openedCall } from '../../support/grants.js';
import { openedPool } from '../../support/matching.js';
import { uploadMatching } from '../../support/matching-registers.js';
import { instituteName } from '../../support/recognition.js';
import { uploadRoster } from '../../support/rosters.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { openVoucherYear, voucherProgramme } from '../../support/vouchers.js';

const finance = Client.as('finance');

/** How each row of a file was judged, by sheet; sheets without rows are not told. */
function verdicts({ body }: Answer): Json {
  const told = (body.sheets as Json[]).filter(({ dataRows }) => dataRows > 0).map(({ name, accepted, rejected, rows }) => [name, { accepted, rejected, remarks: (rows as Json[]).flatMap(({ remarks }) => (remarks as Json[]).map(({ code }) => code as string)) }]);
  return Object.fromEntries(told) as Json;
}
const clean = (accepted: number): Json => ({ accepted, rejected: 0, remarks: [] });

const application = (number: string): Readonly<Record<string, string | number | Date>> => ({
  ...{ 접수번호: number, 접수일: new Date(Date.UTC(2021, 2, 2)), 기업명: '(주)서식', 사업자등록번호: businessNumber(), 법인등록번호: '1101116828797' },
  ...{ 기술이전계약번호: `TT-${number}`, 기술이전계약일: '2020-06-02', 연구자: '박연구', 신청금액: 5_000_000 },
});

describe('the blank form of an import', () => {
  itIsClosedTo('checker', 'getVoucherRosterForm', (client) => client.get('/voucher-rosters/form?kind=AS'));
  itIsClosedTo('checker', 'getGrantRegisterForm', (client) => client.get('/grant-registers/form'));
  itIsClosedTo('checker', 'getMatchingRegisterForm', (client) => client.get('/matching-registers/form'));
  itIsClosedTo('finance', 'getFundRegisterForm', (client) => client.get('/imports/fund-register/form'));
  itIsClosedTo('manager', 'getPublicInstituteForm', (client) => client.get('/public-institutes/import/form'));
  itIsClosedTo('admin', 'getGrantExpenseForm', (client) => client.get(`/grant-calls/${NOWHERE}/expense-files/form`));
  itFindsNothingAt((id) => finance.get(`/grant-calls/${id}/expense-files/form`));

  it('is a workbook under a name of its own', async () => {
    const { headers, bytes } = await finance.get('/voucher-rosters/form?kind=KTTN');
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('KTTN바우처_명단_빈서식.xlsx');
    expect([headers.get('content-type'), bytes.subarray(0, 2).toString()]).toEqual(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK']);
    expectStatus(await finance.get('/voucher-rosters/form'), 400);
  });

  it('of a voucher roster comes back with an application, its issue and a provider, into a year that is open', async () => {
    const { id: yearId } = await openVoucherYear();
    const bytes = await filledForm(finance, '/voucher-rosters/form?kind=AS', {
      신청명단: [application('A-1')],
      공급기관: [{ 기관명: '서식연구원', 사업자등록번호: businessNumber(), 계좌번호: '00123456789012', 등록일: '2021-02-01' }],
      발급대장: [{ 발급순위: 1, 바우처번호: 'V-1', 접수번호: 'A-1', 발급일: '2021-05-03', 발급금액: 5_000_000, '유효기간 만료일': '2021-11-03', 상태: '발급' }],
    });
    const answer = await uploadRoster(bytes, { yearId, amountWon: '5000000' });
    expectStatus(answer, 201);
    expect([verdicts(answer), answer.body.fresh]).toEqual([{ 공급기관: clean(1), 신청명단: clean(1), 발급대장: clean(1) }, { providers: 1, brokers: 0, applications: 1, issues: 1, uses: 0 }]);
  });

  it.each([
    ['AS', { '기술이전 후 신청가능기간': '3년' }],
    ['KTTN', { '중개수수료 한도': '10%' }],
  ])('of a roster of %s vouchers that says its year opens that year', async (kind, only) => {
    const blank = await filledForm(finance, `/voucher-rosters/form?kind=${kind}&overview=true`, {});
    const bytes = await filledOverview(blank, '사업개요', { 사업명: `서식 ${kind}`, 회계연도: '2021', 예산: '300000000', 발급한도: '40', '건당 한도': '5000000', 자부담률: '20%', ...only });
    const answer = await uploadRoster(bytes, { programmeId: await voucherProgramme(), legalRegime: 'PUBLIC_FINANCE', dryRun: 'true' });
    expectStatus(answer, 201);
    expect([answer.body.opened, answer.body.rejected, answer.body.before]).toEqual([true, 0, { vouchers: '40', companies: '40', budgetWon: '300000000' }]);
  });

  it('of a register of grants comes back with an agreement, its budget and an expense', async () => {
    const { id: callId } = await openedCall();
    const number = `서식-${randomUUID().slice(0, 8)}`;
    const bytes = await filledForm(finance, '/grant-registers/form', {
      협약: [{ 협약번호: number, 과제명: '시작품', 수행기관: '(주)서식', 사업자등록번호: businessNumber(), 기관유형: '중소기업', 협약일: '2021-04-01', '수행 시작일': '2021-04-01', '수행 종료일': '2021-12-31', 정부지원금: 75_000_000, '기관부담 현금': 2_500_000, '기관부담 현물': 22_500_000 }],
      예산: [{ 협약번호: number, 비목코드: 'D4', 재원: '현금', 당초: 77_500_000 }, { 협약번호: number, 비목코드: 'D1', 재원: '현물', 당초: 22_500_000 }],
    });
    const answer = await uploadGrants(bytes, { callId, amountWon: '75000000' });
    expectStatus(answer, 201);
    expect(verdicts(answer)).toEqual({ 협약: clean(1), 예산: clean(2) });
  });

  it('of a register of matching comes back with a project, its overview left blank', async () => {
    const { id: callId } = await openedPool({ budgetWon: '300000000' });
    const bytes = await filledForm(finance, '/matching-registers/form', {
      과제: [{ 과제번호: 'MT-서식-1', 과제명: '시험', 참여기업: '(주)그루찬환경기술', 사업자등록번호: '560-87-03359', 수행기관: '시험연구원', 특구: '대덕', 협약일: '2021-04-05', '민간 약정액': 100_000_000, 매칭비율: '100%' }],
    });
    const answer = await uploadMatching(bytes, { callId, amountWon: '100000000' });
    expectStatus(answer, 201);
    expect([answer.body.fresh.projects, answer.body.rejected, verdicts(answer)['과제']]).toEqual([1, 0, clean(1)]);
  });

  it('of a fund register comes back with a fund and a partner', async () => {
    const manager = Client.as('manager');
    const number = `FND-2021-${String(randomInt(1_000, 10_000))}`;
    const partner = { 조합번호: number, 조합원명: '모태펀드', 조합원구분: '특별조합원', 사업자등록번호: businessNumber(), 약정금액: 10_000_000_000, 출자좌수: 10_000, 지분율: '100%', 약정일: '2021-03-05' };
    const blank = await filledForm(manager, '/imports/fund-register/form', { 조합원명부: [partner] });
    const items = {
      ...{ 조합명: '서식조합', 업무집행조합원: '시험운용(주)', 수탁은행: '시험은행', 약정총액: '10,000,000,000', 출자1좌금액: '1000000', 결성총회일: '2021-03-05', 조합등록일: '2021-03-12' },
      ...{ '투자기간 시작일': '2021-03-05', '투자기간 종료일': '2025-03-04', '존속기간 만료일': '2029-03-04', '주목적 의무비율': '50%', '의무비율 산정기준': '약정총액', '존속기간 예상 보수·비용': '1000000000' },
    };
    const answer = await manager.upload('/imports/fund-register', await filledOverview(blank, '조합개요', items, number), '조합.xlsx');
    expectStatus(answer, 201);
    expect([answer.body.rejected, answer.body.accepted]).toEqual([0, 2]);
    const untouched = await manager.upload('/imports/fund-register?dryRun=true', await filledForm(manager, '/imports/fund-register/form', {}), '조합.xlsx');
    expect([untouched.status, untouched.body.accepted, untouched.body.rejected]).toEqual([201, 0, 0]);
  });

  it('of the public institutes comes back with an institute', async () => {
    const compliance = Client.as('compliance');
    const bytes = await filledForm(compliance, '/public-institutes/import/form', { 공공연구기관: [{ 기관명: instituteName(), 사업자등록번호: businessNumber(), 구분: '대학', 지정일: '2015-03-02' }] });
    const answer = await compliance.upload('/public-institutes/import', bytes, '명부.xlsx');
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ recorded: 1, sheet: { accepted: 1, rejected: 0 } });
  });

  it('of a list of expenses is read into a row without a remark', async () => {
    const { id: callId } = await openedCall();
    const agreement = await concludedAgreement(callId);
    const bytes = await filledForm(finance, `/grant-calls/${callId}/expense-files/form`, {
      집행: [{ 협약번호: agreement.number, 비목코드: 'D4', 재원: '현금', 집행일: '2021-06-11', '거래처 사업자번호': '143-86-97859', 거래처: '(주)소재', 적요: '시약', 사용금액: 1_200_000, 증빙번호: '0032525058' }],
    });
    const { body } = await finance.upload(`/grant-calls/${callId}/expense-files`, bytes, '집행.xlsx');
    expect(body.missing).toEqual([]);
    expect(body.rows).toMatchObject([{ agreementId: agreement.id, line: 'D4', spentOn: '2021-06-11', supplyWon: '1200000', evidenceNumber: '0032525058', remarks: [] }]);
  });
});
