import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { draftCall, fundWithSignedCalls, sign } from '../../support/approvals.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { CLAIM, decide, formFund, recordDeal } from '../../support/funds.js';
import { nextSecond, rowsOf } from '../../support/packs.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';
import { withSql } from '../../support/sql.js';

const auditor = Client.as('auditor');
const ask = async (code: string, query: string): Promise<Json> => {
  await nextSecond();
  const answer = await auditor.get(`/audit/packs/${code}?${query}`);
  expect([answer.status, answer.status === 200 ? '' : answer.bytes.toString()]).toEqual([200, '']);
  return answer.body;
};

describe('a pack on the screen', () => {
  itIsClosedTo('manager', 'getAuditPack', (client) => client.get('/audit/packs/recipients'));

  let fundId: string;
  let dealId: string;
  const company = { name: '(주)감사시험', incorporatedOn: '2022-03-02' };
  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    const made = await recordDeal(Client.as('manager'), fundId, '1000000000', { ...CLAIM, paidOn: '2024-12-20' });
    dealId = made.body.id as string;
    await decide(dealId, 'QUALIFIED');
  });

  it('answers every request for one fund, with what was asked for', async () => {
    const packs = (await auditor.get('/audit/packs')).body as Json[];
    for (const { code, lists } of packs) {
      const { meta, sections } = await ask(code, `fundId=${fundId}`);
      expect([meta.code, meta.redacted, /^AUD-\d{2}-\d{8}-[0-9a-f]{8}$/.test(meta.number), meta.dataSha256.slice(0, 8)]).toEqual([code, true, true, meta.number.slice(-8)]);
      expect((sections as Json[]).map(({ id }) => id as string)).toEqual(expect.arrayContaining((lists as Json[]).map(({ key }) => key as string)));
    }
  });

  it('gives the same data for the same point in time, whenever it is asked', async () => {
    const knownAt = encodeURIComponent(new Date(Date.now() - 1000).toISOString());
    const query = `fundId=${fundId}&knownAt=${knownAt}`;
    const [one, other] = [await ask('recognition', query), await ask('recognition', query)];
    expect(other.meta.dataSha256).toBe(one.meta.dataSha256);
  });

  it('1: tells who received what, and leaves out what lies outside the period', async () => {
    const rows = rowsOf(await ask('recipients', `fundId=${fundId}`), 'payments');
    expect(rows.map(({ paidOn, amountWon, purpose, unrecoveredWon }) => [paidOn, amountWon, purpose, unrecoveredWon])).toEqual([['2024. 12. 20.', '1,000,000,000', '투자(RCPS)', '0']]);
    expect(rows[0]?.['businessNumber']).toMatch(/^\d{3}-\d{2}-\*{5}$/);
    expect(rowsOf(await ask('recipients', `fundId=${fundId}&from=2024-12-21`), 'payments')).toEqual([]);
    expect(rowsOf(await ask('recipients', `fundId=${fundId}&asOf=2024-12-19`), 'payments')).toEqual([]);
  });

  it('2: finds a company that several funds hold', async () => {
    const shared = { ...company, businessNumber: null };
    const number = (await withSql('OWNER', async (sql) => (await sql.query('select y.business_number from investment i join party y on y.id = i.company_id where i.id = $1', [dealId])).rows[0]))?.business_number as string;
    const second = await formFund(Client.as('manager'));
    const recorded = await recordDeal(Client.as('manager'), second.id, '500000000', { company: { ...shared, name: '(주)시험기업', businessNumber: number } });
    expect(recorded.status).toBe(201);
    const found = rowsOf(await ask('duplicates', ''), 'companies').find(({ funds }) => funds?.includes(second.number));
    expect([found?.['fundCount'], found?.['dealCount'], found?.['amountWon']]).toEqual(['2', '2', '1,500,000,000']);
  });

  it('3: tells who counted a deal, and what the ratio was when it was removed', async () => {
    const { id } = await formFund(Client.as('manager'));
    const removed = (await recordDeal(Client.as('manager'), id, '2000000000', CLAIM)).body.id as string;
    await decide(removed, 'QUALIFIED');
    expect(rowsOf(await ask('recognition', `fundId=${id}`), 'counted').map(({ amountWon, decidedBy, evidenceCount }) => [amountWon, decidedBy, evidenceCount])).toEqual([['2,000,000,000', '정*온', '2']]);
    await decide(removed, 'REVOKED');
    const pack = await ask('recognition', `fundId=${id}`);
    expect(rowsOf(pack, 'counted')).toEqual([]);
    expect(rowsOf(pack, 'removed').map(({ result, beforePercent, afterPercent, removedBy }) => [result, beforePercent, afterPercent, removedBy])).toEqual([['취소', '10.00%', '0.00%', '정*온']]);
    expect(rowsOf(pack, 'evidence')).toHaveLength(2);
  });

  it('4: sets what was known then beside what is known now', async () => {
    const { id } = await formFund(Client.as('manager'));
    const deal = (await recordDeal(Client.as('manager'), id, '2000000000', CLAIM)).body.id as string;
    await decide(deal, 'QUALIFIED');
    const pack = await ask('then-and-now', `fundId=${id}&to=2024-09-30&from=2024-04-01`);
    expect(rowsOf(pack, 'ratios').map(({ on, nowPercent, nowWon }) => [on, nowPercent, nowWon])).toEqual([
      ['2024. 6. 30.', '10.00%', '2,000,000,000'],
      ['2024. 9. 30.', '10.00%', '2,000,000,000'],
    ]);
    expect(rowsOf(pack, 'corrections').map(({ what }) => what?.split(' ')[0])).toEqual(expect.arrayContaining(['투자', '판정']));
  });

  it('5: finds what was paid in the last days of the year', async () => {
    expect(rowsOf(await ask('year-end', `fundId=${fundId}`), 'last-days').map(({ paidOn }) => paidOn)).toEqual(['2024. 12. 20.']);
    const early = await formFund(Client.as('manager'));
    await recordDeal(Client.as('manager'), early.id, '100000000', { paidOn: '2024-12-17' });
    expect(rowsOf(await ask('year-end', `fundId=${early.id}`), 'last-days')).toEqual([]);
  });

  it('5: finds amounts just under the threshold of the policy in force, and deals that together pass it', async () => {
    const { id } = await formFund(Client.as('manager'));
    await withSql('OWNER', async (sql) => {
      await sql.query('begin');
      const policyId = randomUUID();
      await sql.query(
        `insert into approval_policy (id, command, scope, effective_from, expires_after_days, clause, source, known_at, command_id)
         select $1, 'investment.record', $2, '2020-01-03', 14, '위임전결 감사시험', 'ASSUMPTION', now(), id from command_log where command = 'policy.install' limit 1`,
        [policyId, `fund/${id}`],
      );
      await sql.query(`insert into approval_tier (policy_id, from_won, mode) values ($1, 0, 'DIRECT'), ($1, 1000000000, 'DIRECT')`, [policyId]);
      await sql.query('commit');
    });
    const manager = Client.as('manager');
    const first = await recordDeal(manager, id, '900000000', { paidOn: '2024-06-03' });
    const number = (await withSql('OWNER', async (sql) => (await sql.query('select business_number from party y join investment i on i.company_id = y.id where i.id = $1', [first.body.id])).rows[0]))?.business_number as string;
    await recordDeal(manager, id, '899999999', { paidOn: '2024-06-20', kind: 'FOLLOW_ON', company: { name: '(주)시험기업', businessNumber: number, incorporatedOn: '2022-03-02' } });
    const pack = await ask('year-end', `fundId=${id}`);
    // Ten per cent under: 900,000,000 is the last amount that lies in the band.
    expect(rowsOf(pack, 'under-threshold').map(({ amountWon, thresholdWon, gapWon, clause }) => [amountWon, thresholdWon, gapWon, clause])).toEqual([['900,000,000', '1,000,000,000', '100,000,000', '위임전결 감사시험']]);
    expect(rowsOf(pack, 'split').map(({ dealCount, amountWon, thresholdWon }) => [dealCount, amountWon, thresholdWon])).toEqual([['2', '1,799,999,999', '1,000,000,000']]);
  });

  it('6: finds approvals by one person', async () => {
    const id = await fundWithSignedCalls();
    const request = await draftCall(id);
    expect((await sign('checker', request)).status).toBe(200);
    const pack = await ask('approvals', `fundId=${id}`);
    expect(rowsOf(pack, 'alone').map(({ number, signer, maker }) => [number, signer, maker])).toEqual([[request.number, '박*별', '이*래']]);
    expect(rowsOf(pack, 'people').map(({ signatureCount, aloneCount, sharePercent }) => [signatureCount, aloneCount, sharePercent])).toEqual([['1', '1', '100.00%']]);
  });

  it('7: says which proof of standing was on file at payment, and that a missing one proves nothing', async () => {
    const { id } = await formFund(Client.as('manager'));
    await recordDeal(Client.as('manager'), id, '100000000', { evidence: [{ kind: '국세 납세증명서', issuedOn: '2024-05-20', validTo: '2024-06-20' }, { kind: '사업자등록증명', issuedOn: '2024-06-04' }] });
    const pack = await ask('company-standing', `fundId=${id}`);
    expect(rowsOf(pack, 'payments').map(({ standing, taxes, result }) => [standing, taxes, result])).toEqual([['-', '국세 납세증명서 (2024-05-20)', '휴폐업 확인 자료 없음']]);
    expect(JSON.stringify((pack.sections as Json[]).find(({ id: section }) => section === 'gaps'))).toContain('연결되지 않아');
  });

  it('8: adds up what is not called and what is not paid', async () => {
    const rows = rowsOf(await ask('unused', `fundId=${fundId}`), 'uncalled');
    expect(rows.map(({ committedWon, uncalledWon }) => [committedWon, uncalledWon])).toEqual([
      ['10,000,000,000', '10,000,000,000'],
      ['9,800,000,000', '9,800,000,000'],
      ['200,000,000', '200,000,000'],
    ]);
  });

  it('10: reckons what every won brought, at cost where nothing was valued', async () => {
    const [row] = rowsOf(await ask('performance', `fundId=${fundId}`), 'funds');
    expect([row?.['investedWon'], row?.['fairValueWon'], row?.['returnPercent']]).toEqual(['1,000,000,000', '1,000,000,000', '100.00%']);
  });

  it('11: tells a limit from what and to what it changed, and by whom', async () => {
    const { id } = await formFund(Client.as('manager'));
    const body = { key: 'fund.lifetime-expenses-won', value: '2700000000', effectiveFrom: '2025-01-01', clause: '조합원총회 의결', source: 'AGREEMENT', reason: '보수 조정' };
    expect((await Client.as('compliance').post(`/funds/${id}/policies`, body)).status).toBe(201);
    const changed = rowsOf(await ask('rule-changes', `fundId=${id}`), 'policies').at(-1);
    expect([changed?.['before'], changed?.['after'], changed?.['clause'], changed?.['decidedBy']]).toEqual(['2,600,000,000원', '2,700,000,000원', '조합원총회 의결', '정*온']);
  });

  it('12: tells who took something away and why', async () => {
    // Letters only: whatever looks like a number of somebody would be covered.
    const reason = `감사 ${randomUUID().replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
    expect((await Client.as('compliance').post(`/reports/fund-compliance/${fundId}/downloads`, { format: 'csv', reason })).status).toBe(200);
    const pack = await ask('access', '');
    expect(rowsOf(pack, 'reasoned').filter((row) => row['reason'] === reason).map(({ action, login }) => [action, login])).toEqual([['report.download', 'co********']]);
    expect(rowsOf(pack, 'reports').filter((row) => row['reason'] === reason)).toHaveLength(1);
  });

  it('refuses a date to come, a period past the date and one that runs backwards, at the field', async () => {
    const refused = async (query: string): Promise<unknown> => {
      const { status, body } = await auditor.get(`/audit/packs/recipients?${query}`);
      return [status, body.errors[0].pointer];
    };
    expect(await refused('asOf=2199-01-01')).toEqual([400, '/asOf']);
    expect(await refused('asOf=2024-06-30&to=2024-07-01')).toEqual([400, '/to']);
    expect(await refused('from=2024-06-30&to=2024-06-01')).toEqual([400, '/from']);
    expect(await refused('from=yesterday')).toEqual([400, '/from']);
  });

  it('answers 404 for a pack, a fund and a programme that nobody has', async () => {
    const statuses = await Promise.all([`/audit/packs/nothing`, `/audit/packs/recipients?fundId=${NOWHERE}`, `/audit/packs/recipients?programmeId=${NOWHERE}`].map(async (path) => (await auditor.get(path)).status));
    expect(statuses).toEqual([404, 404, 404]);
  });

  it('shows nothing of a fund outside the scope of its reader', async () => {
    const own = await formFund(Client.as('manager'));
    const person = await scopedPerson('AUDITOR', [`fund/${own.id}`]);
    const answers: Answer[] = [];
    for (const { code } of (await auditor.get('/audit/packs')).body as Json[]) answers.push(await person.get(`/audit/packs/${code}`));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const other = await withSql('OWNER', async (sql) => (await sql.query<{ number: string; name: string }>('select number, name from fund where id = $1', [fundId])).rows[0]);
    const told = answers.map(({ bytes }) => bytes.toString()).join('');
    expect([told.includes(own.number), told.includes(other?.number ?? '?'), told.includes(dealId)]).toEqual([true, false, false]);
    expect((await person.get(`/audit/packs/recipients?fundId=${fundId}`)).status).toBe(404);
  });

  it('is on record with who looked and how much there was', async () => {
    await ask('recipients', `fundId=${fundId}`);
    const entry = await withSql('OWNER', async (sql) => (await sql.query<Json>(`select login, subject_kind, subject_label, subject_count, reason from access_log where action = 'audit-pack.read' and subject_kind = 'audit-pack' and login = 'auditor' order by id desc limit 1`)).rows[0]);
    expect(entry).toMatchObject({ subject_count: 1, reason: null, subject_label: expect.stringContaining('수령자별 지급 내역') });
  });
});
