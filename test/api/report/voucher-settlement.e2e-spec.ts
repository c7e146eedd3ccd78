import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectedRoster, type ExpectedRoster } from '../../fixtures/roster-workbooks.js';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { cellsOf, closeUp, nextSecond, pdfText, workbookText } from '../../support/packs.js';
import { digitsOf, freshInvoices, settlementReport, tableOf, totalsOf } from '../../support/reports.js';
import { importRoster, workbook } from '../../support/rosters.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';
import { withSql } from '../../support/sql.js';
import { voucherProgramme } from '../../support/vouchers.js';

const WORKBOOKS = ['as-voucher-roster', 'kttn-vouchers'] as const;
const expected: Record<string, ExpectedRoster> = Object.fromEntries(WORKBOOKS.map((name) => [name, expectedRoster(name)]));
const yearOf: Record<string, string> = {};
let programmeId: string;

beforeAll(async () => {
  programmeId = await voucherProgramme();
  for (const name of WORKBOOKS) yearOf[name] = (await importRoster(workbook(name), { programmeId, legalRegime: 'PUBLIC_FINANCE' }, await freshInvoices(name))).yearId as string;
  await nextSecond();
}, 120_000);

const reportOf = async (name: string, query = ''): Promise<Json> => {
  const answer = await settlementReport(yearOf[name] ?? '', query);
  expectStatus(answer, 200);
  return answer.body;
};

describe('the settlement report', () => {
  itIsClosedTo('admin', 'getVoucherSettlementReport', (client) => client.get(`/reports/voucher-settlement/${NOWHERE}`));
  itFindsNothingAt((id) => settlementReport(id));

  it.each(WORKBOOKS.flatMap((name) => (expected[name] as ExpectedRoster).figures.ledger.map((line) => ({ name, ...line }))))('of $name has the figures of $as_of', async ({ name, as_of, ...wanted }) => {
    const report = await reportOf(name, `?asOf=${as_of}`);
    const sum = totalsOf(report, 'roll-forward');
    // An import expires nothing: what had lapsed by then still stands on the vouchers.
    expect(['issuedWon', 'usedWon', 'revokedWon', 'refundedWon', 'closingWon'].map((key) => digitsOf(sum[key]))).toEqual([
      wanted.issued,
      wanted.captured,
      wanted.revoked,
      0,
      wanted.available + wanted.expired + wanted.held,
    ]);
    const vouchers = tableOf(report, 'vouchers');
    expect(vouchers).toHaveLength(wanted.issued_count + 1);
    expect(digitsOf(vouchers.at(-1)?.['heldWon'])).toBe(wanted.held);
  });

  it.each(WORKBOOKS)('of %s opens each quarter where the one before it closed', async (name) => {
    const quarters = tableOf(await reportOf(name), 'roll-forward').slice(0, -1);
    expect(quarters.length).toBeGreaterThan(1);
    expect(quarters.map(({ openingWon }) => openingWon)).toEqual(['0', ...quarters.slice(0, -1).map(({ closingWon }) => closingWon)]);
    for (const quarter of quarters) {
      const [opening, issued, toppedUp, used, refunded, expired, revoked, closing] = ['openingWon', 'issuedWon', 'toppedUpWon', 'usedWon', 'refundedWon', 'expiredWon', 'revokedWon', 'closingWon'].map((key) => digitsOf(quarter[key])) as [number, number, number, number, number, number, number, number];
      expect(opening + issued + toppedUp - used + refunded - expired - revoked).toBe(closing);
    }
  });

  it.each(WORKBOOKS)('of %s has every voucher as it stands at the end', async (name) => {
    const { rows } = (expected[name] as ExpectedRoster).figures.vouchers_at_end;
    const found = tableOf(await reportOf(name), 'vouchers').slice(0, -1);
    expect(found.map(({ number, issuedWon, revokedWon, usedWon, heldWon }) => [number, digitsOf(issuedWon), digitsOf(revokedWon), digitsOf(usedWon), digitsOf(heldWon)])).toEqual(
      rows.map(([number, , issued, revoked, captured, held]) => [number, issued, revoked, captured, held]),
    );
  });

  it.each(WORKBOOKS)('of %s reconciles budget, vouchers and companies with what is left', async (name) => {
    const { figures } = expected[name] as ExpectedRoster;
    const limits = tableOf(await reportOf(name), 'budget', 1);
    expect(limits.map(({ grantedCount, usedCount, leftCount }) => [grantedCount, usedCount, leftCount].map(digitsOf))).toEqual([
      [figures.programme.budget, figures.issued_amount, figures.remaining_budget],
      [figures.programme.quota, figures.issued_count, figures.remaining_quota],
      [figures.programme.quota, figures.distinct_companies, figures.programme.quota - figures.distinct_companies],
    ]);
  });

  it.each(WORKBOOKS)('of %s splits what was paid by source, to the won', async (name) => {
    const { paid_claims: paid } = (expected[name] as ExpectedRoster).figures;
    const [row] = tableOf(await reportOf(name), 'own-money');
    expect(['useCount', 'supplyWon', 'governmentWon', 'selfWon', 'vatWon'].map((key) => digitsOf(row?.[key]))).toEqual([paid.count, paid.supply, paid.gov, paid.self, paid.vat]);
  });

  it('confirms the broker of every KTTN voucher, and asks for none elsewhere', async () => {
    const brokers = tableOf(await reportOf('kttn-vouchers'), 'brokers');
    expect([brokers.length, new Set(brokers.map(({ result }) => result))]).toEqual([11, new Set(['참여 확인'])]);
    const [section] = ((await reportOf('as-voucher-roster')).sections as Json[]).filter(({ id }) => id === 'brokers');
    expect((section.blocks as Json[]).map(({ kind }) => kind as string)).toEqual(['text']);
  });

  it('ties on every line, and says so', async () => {
    for (const name of WORKBOOKS) {
      const report = await reportOf(name);
      const lines = tableOf(report, 'annex', (((report.sections as Json[]).at(-1)?.blocks ?? []) as Json[]).filter(({ kind }) => kind === 'table').length - 1);
      expect(lines.length).toBeGreaterThan(15);
      expect(lines.filter(({ differenceWon }) => differenceWon !== '0')).toEqual([]);
    }
  });

  it('knows nothing of a year that was not on record then, and states no future', async () => {
    const then = await settlementReport(yearOf['as-voucher-roster'] ?? '', '?asOf=2021-06-30&knownAt=2021-06-30');
    const toCome = await settlementReport(yearOf['as-voucher-roster'] ?? '', '?asOf=2199-12-31');
    expect([then.status, then.body.code, toCome.status, toCome.body.code]).toEqual([400, 'report.not-known-then', 400, 'report.date-to-come']);
  });

  it('is not there for those who hold another programme', async () => {
    const elsewhere = await scopedPerson('COMPLIANCE', [`programme/${await voucherProgramme()}`]);
    const here = await scopedPerson('COMPLIANCE', [`programme/${programmeId}`]);
    const path = `/reports/voucher-settlement/${yearOf['as-voucher-roster'] ?? ''}`;
    const [outside, inside] = [await elsewhere.get(path), await here.get(path)];
    expect([outside.status, inside.status]).toEqual([404, 200]);
    expect(inside.body.meta.dataSha256).toBe((await settlementReport(yearOf['as-voucher-roster'] ?? '', `?knownAt=${encodeURIComponent(inside.body.meta.generatedAt as string)}`)).body.meta.dataSha256);
  });
});

describe('taking the settlement report away', () => {
  itIsClosedTo('admin', 'downloadVoucherSettlementReport', (client) => client.post(`/reports/voucher-settlement/${NOWHERE}/downloads`, { format: 'pdf', reason: '정산 보고 시험' }));
  itFindsNothingAt((id) => Client.as('compliance').post(`/reports/voucher-settlement/${id}/downloads`, { format: 'csv', reason: '정산 보고 시험' }));

  let screen: Json;
  let point: Json;
  beforeAll(async () => {
    const { generatedAt } = (await reportOf('kttn-vouchers')).meta as { generatedAt: string };
    point = { asOf: '2022-09-30', knownAt: generatedAt };
    screen = await reportOf('kttn-vouchers', `?asOf=2022-09-30&knownAt=${encodeURIComponent(generatedAt)}`);
  });
  const take = (format: string, changes: Json = {}, client = Client.as('compliance')): Promise<Answer> =>
    client.post(`/reports/voucher-settlement/${yearOf['kttn-vouchers'] ?? ''}/downloads`, { ...point, format, reason: '2022년 정산 보고', ...changes });

  it('says in the PDF, the workbook and the CSV exactly what is on the screen', async () => {
    const [pdf, xlsx, csv] = [await take('pdf'), await take('xlsx'), await take('csv')];
    for (const file of [pdf, xlsx, csv]) expect([file.status, file.headers.get('x-report-number')]).toEqual([200, screen.meta.number]);
    const cells = cellsOf(screen).filter((cell) => cell !== '-' && cell !== '');
    expect(cells.length).toBeGreaterThan(300);
    const [printed, held] = [await pdfText(pdf), await workbookText(xlsx)];
    expect(cells.filter((cell) => !printed.includes(closeUp(cell)))).toEqual([]);
    expect(cells.filter((cell) => !held.includes(closeUp(cell)))).toEqual([]);
    for (const each of [screen.meta.number, screen.meta.dataSha256]) expect([printed.includes(closeUp(each as string)), held.includes(each as string)]).toEqual([true, true]);
    const lines = csv.bytes.toString('utf8').trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(tableOf(screen, 'vouchers').slice(0, -1).map(({ number }) => number));
  });

  it('gives the same bytes for the same point, and marks the copy of a guest', async () => {
    const [one, other, guest] = [await take('pdf'), await take('pdf'), await take('pdf', {}, Client.as('auditor'))];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect([guest.status, guest.bytes.equals(one.bytes)]).toEqual([200, false]);
    expect(await pdfText(guest)).toContain('사본·auditor');
  });

  it('is on record before it leaves: which bytes, of which year, who and why', async () => {
    const reason = `기록 시험 ${yearOf['kttn-vouchers'] ?? ''}`;
    const answer = await take('xlsx', { reason });
    const [line] = await withSql('AUDITOR', async (sql) => (await sql.query('select * from report_download where reason = $1', [reason])).rows as Json[]);
    expect([line.kind, line.year_id, line.fund_id, line.number, line.sha256, line.actor_login]).toEqual(['VOUCHER_SETTLEMENT', yearOf['kttn-vouchers'], null, screen.meta.number, createHash('sha256').update(answer.bytes).digest('hex'), 'compliance']);
    const listed = ((await Client.as('compliance').get('/reports/downloads?limit=200')).body as Json[]).find((each) => each.reason === reason);
    expect([listed.subjectId, listed.subjectNumber]).toEqual([yearOf['kttn-vouchers'], 'KTTN-2022']);
    const entries = await withSql('AUDITOR', async (sql) => (await sql.query('select action, login from access_log where reason = $1', [reason])).rows as Json[]);
    expect(entries).toEqual([{ action: 'report.download', login: 'compliance' }]);
  });

  it('asks for a reason', async () => {
    const answers = [await take('pdf', { reason: '' }), await take('pdf', { reason: '    ' })];
    expect(answers.map(({ status, body }) => [status, (body.errors as Json[])[0].pointer as string])).toEqual([[400, '/reason'], [400, '/reason']]);
  });
});
