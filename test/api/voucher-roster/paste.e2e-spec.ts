import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber } from '../../support/funds.js';
import { pasteRoster } from '../../support/rosters.js';
import { itIsClosedTo, itWritesOncePerKey } from '../../support/routes.js';
import { balanceOf, withSql } from '../../support/sql.js';
import { openVoucherYear, type TestYear } from '../../support/vouchers.js';

const APPLICATIONS = '접수번호 | 접수일 | 기업명 | 사업자등록번호 | 법인등록번호 | 기술이전계약번호 | 기술이전계약일 | 연구자 | 신청금액 | 평가점수';
const ISSUES = '발급순위 | 바우처번호 | 접수번호 | 발급일 | 발급금액 | 유효기간 만료일 | 상태 | 포기·취소일';
const USES = '사용번호 | 바우처번호 | 공급기관 | 공급기관 사업자번호 | 계약일 | 공급가액 | 부가세 | 세금계산서 작성일 | 세금계산서 승인번호 | 지급일 | 상태 | 취소일';

const application = (number: string): string => `${number} | 2021-03-02 | (주)붙임 ${number} | ${businessNumber()} | 110111-6828797 | TT-${number} | 2020-06-02 | 박연구 | 5000000 | 88.5`;
const issue = (rank: number, application_: string, rest = '발급 | '): string => `${rank} | V-${rank} | ${application_} | 2021-05-03 | 5000000 | 2021-11-03 | ${rest}`;
const invoice = (): string => `20210803${String(randomInt(10 ** 8, 10 ** 9))}${String(randomInt(10 ** 6, 10 ** 7))}`;
const paste = async (yearId: string, sheet: string, rows: readonly string[], amountWon = '0', more: Json = {}): Promise<Json> => {
  const answer = await pasteRoster(sheet, rows, { yearId, amountWon }, more);
  expectStatus(answer, 201);
  return answer.body;
};
const codes = (result: Json): string[] => ((result.sheets as Json[])[0].rows as Json[]).map(({ row, verdict, remarks }) => [row, verdict, remarks[0].code].join(' '));

describe('pasting a sheet of a roster', () => {
  let year: TestYear;
  const provider = businessNumber();

  beforeAll(async () => {
    year = await openVoucherYear({ budgetWon: '12000000', vouchers: 5 });
    await paste(year.id, '공급기관', ['기관명 | 사업자등록번호 | 등록일', `붙임연구원 | ${provider} | 2021-02-01`]);
  });

  itIsClosedTo('checker', 'pasteVoucherRoster', (client) => client.post('/voucher-rosters/paste', { sheet: '신청명단', text: 'x' }));

  it('takes sheet by sheet, each resting on what is on record', async () => {
    const applied = await paste(year.id, '신청명단', [APPLICATIONS, ...['A-1', 'A-2', 'A-3', 'A-4'].map(application)]);
    expect([applied.fresh.applications, applied.postings]).toEqual([4, []]);
    const issued = await paste(year.id, '발급대장', [ISSUES, issue(1, 'A-1'), issue(2, 'A-2', '포기 | 2021-06-30'), issue(3, 'A-3')], '10000000');
    expect(codes(issued)).toEqual(['4 REJECTED BUDGET_EXCEEDED']);
    expect([issued.before.budgetWon, issued.after]).toEqual(['12000000', { vouchers: '3', companies: '3', budgetWon: '2000000' }]);
    expect((issued.sheets[0].rows as Json[])[0].remarks[0].suggested).toBe('2000000');
  });

  it('takes the suggested value as a correction, and the same rows again as known', async () => {
    const rows = [ISSUES, issue(1, 'A-1'), issue(2, 'A-2', '포기 | 2021-06-30'), issue(3, 'A-3')];
    const corrections = [{ sheet: '발급대장', row: 4, column: '발급금액', value: '2000000' }];
    const result = await paste(year.id, '발급대장', rows, '2000000', { corrections });
    expect([result.fresh.issues, result.unchanged, result.after.budgetWon]).toEqual([1, 2, '0']);
    expect((await paste(year.id, '발급대장', rows, '0', { corrections })).fresh.issues).toBe(0);
  });

  it('gave back what a voucher had left when it was given up', async () => {
    expect(await balanceOf(year.account('voucher.returned'))).toBe(5_000_000n);
    const state = await withSql('APPLICATION', async (client) => (await client.query('select s.state from voucher_issue i join voucher_state s using (voucher_id) where i.year_id = $1 and i.number = $2', [year.id, 'V-2'])).rows as Json[]);
    expect(state).toEqual([{ state: 'WITHDRAWN' }]);
  });

  it('lets a later use have what a cancelled one gave back, and one under way none of a voucher that was given up', async () => {
    const use = (number: string, voucher: string, rest: string): string => `${number} | ${voucher} | 붙임연구원 | ${provider} | 2021-06-01 | 6250000 | 625000 | ${rest}`;
    const rows = [
      USES,
      use('U-1', 'V-1', ' |  |  | 취소 | 2021-07-01'),
      use('U-2', 'V-1', `2021-08-03 | ${invoice()} | 2021-08-20 | 지급완료 | `),
      use('U-3', 'V-2', ' |  |  | 검수중 | '),
      use('U-4', 'V-1', ' |  |  | 검수중 | '),
    ];
    const result = await paste(year.id, '사용내역', rows);
    expect(codes(result)).toEqual(['4 REJECTED VOUCHER_ENDED', '5 REJECTED INSUFFICIENT_BALANCE']);
    const [voucher] = await withSql('APPLICATION', async (client) => (await client.query<{ id: string }>('select voucher_id as id from voucher_issue where year_id = $1 and number = $2', [year.id, 'V-1'])).rows);
    expect(await balanceOf(year.account('voucher.balance', voucher?.id))).toBe(0n);
    expect(await balanceOf(year.account('voucher.appropriation'))).toBe(7_000_000n);
    expect((await paste(year.id, '사용내역', rows)).fresh.uses).toBe(0);
  });

  const rowsOf = { first: [APPLICATIONS, application('B-1')], other: [APPLICATIONS, application('B-2')] };
  itWritesOncePerKey((ask, variation) => pasteRoster('신청명단', rowsOf[variation], { yearId: year.id, amountWon: '0' }, {}, ask));

  it('refuses a sheet that it does not know, and rows that say of which year they are not', async () => {
    expect(refusal(await pasteRoster('다른 시트', ['가 | 나'], { yearId: year.id }))).toEqual([400, 'request.invalid', '/sheet']);
    expect(refusal(await pasteRoster('신청명단', [APPLICATIONS, application('C-1')], { dryRun: 'true' }))).toEqual([400, 'roster.year-unknown', '/yearId']);
    expect(refusal(await pasteRoster('사업개요', ['항목 | 내용', '회계연도 | 2150', '예산(원) | 1000', '발급한도(건) | 1', '건당 한도(원) | 1000'], { dryRun: 'true' }))).toEqual([400, 'roster.legal-regime-missing', '/legalRegime']);
    expect((await Client.as('finance').get(`/voucher-years/${year.id}`)).status).toBe(200);
  });
});
