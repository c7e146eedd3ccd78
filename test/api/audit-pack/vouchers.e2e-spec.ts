import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { collect, decidedClawback } from '../../support/clawbacks.js';
import { nextSecond, rowsOf } from '../../support/packs.js';
import { settlementReport } from '../../support/reports.js';
import { capturedService, paidService, today, yearInUse, type TestUse } from '../../support/services.js';

const auditor = Client.as('auditor');

/** What auditors ask about vouchers: a year in which a service was paid, another clawed back, and two applications shared a telephone. */
describe('a pack of a voucher programme', () => {
  let use: TestUse;
  const ask = async (code: string, query = ''): Promise<Json> => {
    await nextSecond();
    const answer = await auditor.get(`/audit/packs/${code}?programmeId=${use.year.programmeId}${query}`);
    expectStatus(answer, 200);
    return answer.body;
  };
  const fund = `AS-${today().slice(0, 4)}`;

  beforeAll(async () => {
    const application = { phone: '02-1234-5678', researcher: '김이사', clearance: '이해충돌 심의 3호' };
    use = await yearInUse(2, {}, { application });
    const [first = '', second = ''] = use.voucherIds;
    await paidService(use, first);
    expectStatus(await Client.as('finance').post('/business-statuses', { partyId: use.provider.partyId, status: 'ACTIVE', effectiveOn: today(), source: '홈택스' }), 201);
    await capturedService(second, use.provider.id, { supplyWon: '2500000' });
    const clawbackId = await decidedClawback(second);
    expectStatus(await collect(clawbackId, 'receive', { amountWon: '1000000', valueOn: today() }), 201);
  }, 120_000);

  it('1: tells which provider received how much, for which company and voucher', async () => {
    const rows = rowsOf(await ask('recipients'), 'payments');
    expect(rows.map((row) => [row['fund'], row['amountWon'], row['purpose']?.startsWith('바우처(시제품 시험분석, (주)신청'), row['unrecoveredWon']])).toEqual([[fund, '3,333,333', true, '0']]);
    expect(rows[0]?.['businessNumber']).toMatch(/^\d{3}-\d{2}-\*{5}$/);
    expect(rowsOf(await ask('recipients', '&to=2020-12-31&from=2020-01-01'), 'payments')).toEqual([]);
  });

  it('2: finds applications of several companies with one telephone, and hides it', async () => {
    const pack = await ask('duplicates');
    const rows = rowsOf(pack, 'applicants').filter(({ kind }) => kind === '전화번호');
    expect(rows.map(({ companyCount, value, funds }) => [companyCount, value, funds])).toEqual([['2', '가림', fund]]);
    expect(rowsOf(pack, 'instruments')).toEqual([]);
  });

  it('7: says what the tax office said of the provider on the day of the payment', async () => {
    const [row] = rowsOf(await ask('company-standing'), 'payments');
    expect([row?.['result'], row?.['standing']]).toEqual(['사업자 상태 조회 기록 없음', expect.stringMatching(/^공급기관 계속사업자\(.*홈택스\) · 수요기업 .* 조회 기록 없음$/)]);
  });

  it('8: adds up what was not used and what was claimed back, as the settlement report does', async () => {
    const pack = await ask('unused');
    const [row] = rowsOf(pack, 'vouchers');
    const report = (await settlementReport(use.year.id)).body;
    const tiles = (report.sections as Json[])[0].blocks.find(({ kind }: Json) => kind === 'tiles').tiles as Json[];
    expect(row?.['outstandingWon']).toBe(tiles.find(({ label }) => label.ko === '바우처 잔액').value);
    expect([row?.['budgetWon'], row?.['unissuedWon'], row?.['closedOn']]).toEqual(['500,000,000', '490,000,000', '-']);
    const [clawback] = rowsOf(pack, 'clawbacks');
    expect([clawback?.['principalWon'], clawback?.['addedWon'], clawback?.['recoveredWon'], clawback?.['openWon'], clawback?.['dayCount']]).toEqual(['1,600,000', '3,200,000', '1,000,000', '3,800,000', '0']);
  });

  it('9: names researchers who hold an office, hidden, with what cleared it', async () => {
    const rows = rowsOf(await ask('related-parties'), 'researchers');
    expect(rows.map(({ person, relation, consent, result }) => [person, relation, consent, result])).toEqual(Array.from({ length: 2 }, () => ['김*사', '임원', '이해충돌 심의 3호', '심의 자료 있음']));
  });

  it('10: tells what came of the money', async () => {
    const [row] = rowsOf(await ask('performance'), 'vouchers');
    expect([row?.['voucherCount'], row?.['companyCount'], row?.['serviceCount'], row?.['rating'], row?.['usedWon'], row?.['usedPercent']]).toEqual(['2', '2', '2', '5.00', '4,666,666', '0.93%']);
  });

  it('11 and 12: tell of its rules and of its reports, and of nobody else’s', async () => {
    const term = { key: 'voucher.face-won', value: '4000000', effectiveFrom: today(), clause: '변경 공고', source: 'NOTICE' };
    expectStatus(await Client.as('compliance').post(`/voucher-years/${use.year.id}/terms`, term), 201);
    expectStatus(await Client.as('compliance').post(`/reports/voucher-settlement/${use.year.id}/downloads`, { format: 'csv', reason: '감사 자료 시험' }), 200);
    const changes = rowsOf(await ask('rule-changes'), 'policies').map(({ key, after, clause }) => [key, after, clause]);
    expect(changes).toContainEqual(['바우처 1건의 한도', '4,000,000원', '변경 공고']);
    const taken = rowsOf(await ask('access'), 'reports');
    expect(taken.map(({ number, format }) => [number?.startsWith(`RPT-B-${fund}-`), format])).toEqual([[true, 'CSV']]);
  });
});
