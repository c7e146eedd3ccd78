import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { concludedAgreement, subsidyForm, openedCall } from '../../support/grants.js';
import { cellsOf, closeUp, nextSecond, pdfText, workbookText } from '../../support/packs.js';
import { digitsOf, tableOf, totalsOf } from '../../support/reports.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';
import { collectRecovery, demanded, endedStage, settled, TV13 } from '../../support/settlements.js';
import { today } from '../../support/services.js';
import { withSql } from '../../support/sql.js';
import { voucherProgramme } from '../../support/vouchers.js';

const KINDS = [
  { kind: 'GRANT_SETTLEMENT', path: 'grant-settlement', get: 'getGrantSettlementReport', download: 'downloadGrantSettlementReport', column: 'call_id' },
  { kind: 'AGREEMENT_SETTLEMENT', path: 'agreement-settlement', get: 'getAgreementSettlementReport', download: 'downloadAgreementSettlementReport', column: 'agreement_id' },
  { kind: 'GRANT_FORM', path: 'grant-form', get: 'getGrantForm', download: 'downloadGrantForm', column: 'settlement_id' },
] as const;

/** TV-12 settled and finally so, its money half paid back and with the Treasury. */
let settledStage: Awaited<ReturnType<typeof demanded>>;
const subjects: Record<string, string> = {};

beforeAll(async () => {
  settledStage = await demanded();
  const { call, agreement, settlementId, recoveryId } = settledStage;
  expectStatus(await collectRecovery(recoveryId, 'receive', { amountWon: '5000000', valueOn: today(), bankReference: 'R-1' }), 201);
  expectStatus(await collectRecovery(recoveryId, 'remit', { amountWon: '5000000', remittedOn: today(), noticeNumber: '2022-0001' }), 201);
  Object.assign(subjects, { 'grant-settlement': call.id, 'agreement-settlement': agreement.id, 'grant-form': settlementId });
  await nextSecond();
}, 180_000);

const ask = (path: string, query = '', client = Client.as('compliance')): Promise<Answer> => client.get(`/reports/${path}/${subjects[path] ?? ''}${query}`);
const reportOf = async (path: string, query = ''): Promise<Json> => {
  const answer = await ask(path, query);
  expectStatus(answer, 200);
  return answer.body;
};

describe.each(KINDS)('report $kind', ({ kind, path, get, download, column }) => {
  itIsClosedTo('admin', get, (client) => client.get(`/reports/${path}/${NOWHERE}`));
  itFindsNothingAt((id) => Client.as('compliance').get(`/reports/${path}/${id}`));
  itIsClosedTo('admin', download, (client) => client.post(`/reports/${path}/${NOWHERE}/downloads`, { format: 'pdf', reason: '정산 보고 시험' }));
  itFindsNothingAt((id) => Client.as('compliance').post(`/reports/${path}/${id}/downloads`, { format: 'csv', reason: '정산 보고 시험' }));

  const take = async (format: string, changes: Json = {}, client = Client.as('compliance')): Promise<Answer> => client.post(`/reports/${path}/${subjects[path] ?? ''}/downloads`, { format, reason: '정산 보고', ...changes });
  /** The point of a report that was read, so that every copy says the same. */
  const pointOf = ({ meta }: Json): Json => ({ asOf: meta.asOf, knownAt: meta.generatedAt });

  it('says in the PDF, the workbook and the CSV exactly what is on the screen', async () => {
    const screen = await reportOf(path);
    const [pdf, xlsx, csv] = [await take('pdf', pointOf(screen)), await take('xlsx', pointOf(screen)), await take('csv', pointOf(screen))];
    for (const file of [pdf, xlsx, csv]) expect([file.status, file.headers.get('x-report-number')]).toEqual([200, screen.meta.number]);
    const cells = cellsOf(screen).filter((cell) => cell !== '-' && cell !== '');
    expect(cells.length).toBeGreaterThan(100);
    const [printed, held] = [await pdfText(pdf), await workbookText(xlsx)];
    expect(cells.filter((cell) => !printed.includes(closeUp(cell)))).toEqual([]);
    expect(cells.filter((cell) => !held.includes(closeUp(cell)))).toEqual([]);
    expect(csv.bytes.toString('utf8').trim().split('\r\n').length).toBeGreaterThan(5);
  });

  it('gives the same bytes for the same point, and marks the copy of a guest', async () => {
    const point = pointOf(await reportOf(path));
    const [one, other, guest] = [await take('pdf', point), await take('pdf', point), await take('pdf', point, Client.as('auditor'))];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect([guest.status, guest.bytes.equals(one.bytes)]).toEqual([200, false]);
    expect(await pdfText(guest)).toContain('사본·auditor');
  });

  it('is on record before it leaves, and asks for a reason', async () => {
    const reason = `기록 시험 ${kind} ${subjects[path] ?? ''}`;
    const answer = await take('csv', { reason });
    const [line] = await withSql('AUDITOR', async (sql) => (await sql.query('select * from report_download where reason = $1', [reason])).rows as Json[]);
    expect([line.kind, line[column], line.fund_id, line.sha256, line.actor_login]).toEqual([kind, subjects[path], null, createHash('sha256').update(answer.bytes).digest('hex'), 'compliance']);
    const listed = ((await Client.as('compliance').get('/reports/downloads?limit=200')).body as Json[]).find((each) => each.reason === reason);
    expect([listed.subjectId, listed.number]).toEqual([subjects[path], line.number]);
    const refused = await take('pdf', { reason: '  ' });
    expect([refused.status, (refused.body.errors as Json[])[0].pointer]).toEqual([400, '/reason']);
  });

  it('states no future, and is not there for those who hold another programme', async () => {
    const toCome = await ask(path, '?asOf=2199-12-31');
    expect([toCome.status, toCome.body.code]).toEqual([400, 'report.date-to-come']);
    const elsewhere = await scopedPerson('COMPLIANCE', [`programme/${await voucherProgramme()}`]);
    const here = await scopedPerson('COMPLIANCE', [`programme/${settledStage.call.programmeId}`]);
    expect([(await ask(path, '', elsewhere)).status, (await ask(path, '', here)).status]).toEqual([404, 200]);
  });

  it('knows nothing of what was not on record then', async () => {
    const then = await ask(path, '?asOf=2021-06-30&knownAt=2021-06-30');
    expect([then.status, then.body.code]).toEqual([400, 'report.not-known-then']);
  });
});

describe('the settlement report of a call', () => {
  it('has what went in, what was used and what goes back, to the won', async () => {
    const report = await reportOf('grant-settlement');
    expect(report.meta.title.ko).toBe('출연금 정산보고서');
    expect(digitsOf(totalsOf(report, 'sources')['totalWon'])).toBe(200_000_000);
    const used = totalsOf(report, 'lines');
    expect(['subtotalWon', 'usedWon', 'balanceWon', 'disallowedWon'].map((key) => digitsOf(used[key]))).toEqual([200_000_000, 191_800_000, 8_200_000, 3_100_000]);
    const back = totalsOf(report, 'returns');
    expect(['cashWon', 'returnedWon', 'inKindShortageWon', 'interestWon', 'returnedInterestWon', 'totalWon'].map((key) => digitsOf(back[key]))).toEqual([9_300_000, 9_000_000, 2_000_000, 325_500, 315_000, 11_315_000]);
    expect(tableOf(report, 'returns')[0]?.['part']).toBe('30/31 (96.77%)');
    const claim = totalsOf(report, 'treasury');
    expect(['demandedWon', 'receivedWon', 'unpaidWon', 'remittedWon'].map((key) => digitsOf(claim[key]))).toEqual([11_315_000, 5_000_000, 6_315_000, 5_000_000]);
    expect(tableOf(report, 'disallowed')[0]).toMatchObject({ disallowedWon: '3,100,000', reason: '증빙과 다른 용도', clause: '연구개발비 사용 기준 제73조' });
    expect(tableOf(report, 'evidence')).toHaveLength(11);
    expect(report.verdict.code).toBe('IN_PROGRESS');
  });

  it('ties on every line of its control totals', async () => {
    for (const path of ['grant-settlement', 'agreement-settlement']) {
      const report = await reportOf(path);
      const tables = ((report.sections as Json[]).at(-1)?.blocks as Json[]).filter(({ kind }) => kind === 'table');
      const lines = tableOf(report, 'annex', tables.length - 1);
      expect(lines.length).toBeGreaterThan(8);
      expect(lines.filter(({ differenceWon }) => differenceWon !== '0')).toEqual([]);
    }
  });

  it('tells of the day before as that day was: agreed and not yet paid', async () => {
    const year = today().slice(0, 4);
    const report = await reportOf('grant-settlement', `?asOf=${year}-01-10`);
    expect(digitsOf(totalsOf(report, 'sources', 1)['paidWon'])).toBe(0);
    expect(digitsOf(totalsOf(report, 'lines')['usedWon'])).toBe(0);
    expect(tableOf(await reportOf('grant-settlement', `?asOf=${year}-03-10`), 'evidence')).toHaveLength(11);
  });

  it('speaks of a subsidy in the words of its law, and takes nothing back of indirect cost', async () => {
    const call = await openedCall({ kind: 'TEST_BED', regime: 'SUBSIDY' });
    await concludedAgreement(call.id, {}, subsidyForm);
    await nextSecond();
    const { body: report } = await Client.as('compliance').get(`/reports/grant-settlement/${call.id}`);
    expect(report.meta.title.ko).toBe('보조금 정산보고서');
    const shown = JSON.stringify(report);
    for (const word of ['연구개발비', '연구책임자', '국가연구개발혁신법', '기관부담']) expect([word, shown.includes(word)]).toEqual([word, false]);
  });
});

describe('the settlement report of a call without an agreement', () => {
  it.each(['pdf', 'xlsx', 'csv'])('is taken away as %s all the same, its list empty', async (format) => {
    const { id } = await openedCall();
    await nextSecond();
    const taken = await Client.as('compliance').post(`/reports/grant-settlement/${id}/downloads`, { format, reason: '정산 보고' });
    expectStatus(taken, 200);
    if (format === 'csv') expect(taken.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(1);
  });
});

describe('the settlement report of an agreement', () => {
  it('has its form behind it', async () => {
    const report = await reportOf('agreement-settlement');
    expect((report.sections as Json[]).map(({ id }) => id as string)).toEqual([
      ...['summary', 'sources', 'lines', 'disallowed', 'interest', 'returns', 'indirect', 'evidence', 'assets', 'auditors', 'sanctions', 'treasury'],
      ...['form-1', 'trace', 'grounds', 'annex'],
    ]);
    expect(totalsOf(report, 'form-1', 1)).toMatchObject({ subtotalWon: '200,000,000', usedWon: '191,800,000' });
  });

  it('says that an agreement whose period is over is not settled', async () => {
    const { agreement } = await endedStage(TV13);
    await nextSecond();
    const before = (await Client.as('compliance').get(`/reports/agreement-settlement/${agreement.id}`)).body;
    expect([before.verdict.code, (before.sections as Json[]).some(({ id }) => id === 'form-1')]).toEqual(['UNSETTLED', false]);
    await settled(agreement.id);
    await nextSecond();
    const after = (await Client.as('compliance').get(`/reports/agreement-settlement/${agreement.id}`)).body;
    expect([after.verdict.code, digitsOf(totalsOf(after, 'indirect')['returnedWon'])]).toEqual(['IN_PROGRESS', 10_000_000]);
    expect(tableOf(after, 'indirect')[0]).toMatchObject({ directPercent: '40.00%', indirectPercent: '90.00%' });
  });
});

describe('form 7', () => {
  it('is what was decided, row by row', async () => {
    const form = await reportOf('grant-form');
    expect(totalsOf(form, 'head')).toMatchObject({ governmentCashCount: '150,000', ownCashCount: '5,000', ownInKindCount: '45,000', totalCount: '200,000' });
    expect(tableOf(form, 'use')).toContainEqual(expect.objectContaining({ line: 'D4 연구재료비', resource: '현금', plannedWon: '58,000,000', usedWon: '57,300,000', balanceWon: '700,000', usedPercent: '98.79%' }));
    expect(tableOf(form, 'return')[0]).toMatchObject({ cashWon: '9,300,000', part: '30/31 (96.77%)', returnedWon: '9,000,000', returnedInterestWon: '315,000' });
    expect(totalsOf(form, 'return', 1)).toMatchObject({ step: '고지액', amountWon: '11,315,000' });
  });
});
