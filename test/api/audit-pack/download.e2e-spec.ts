import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { CLAIM, decide, formFund, recordDeal } from '../../support/funds.js';
import { cellsOf, closeUp, nextSecond, pdfText, rowsOf, workbookText } from '../../support/packs.js';
import { itIsClosedTo } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const auditor = Client.as('auditor');

describe('taking a pack away', () => {
  itIsClosedTo('manager', 'downloadAuditPack', (client) => client.post('/audit/packs/recognition/downloads', { format: 'xlsx', reason: '정기감사 3차' }));

  let fundId: string;
  let knownAt: string;
  let screen: Json;
  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    await decide((await recordDeal(Client.as('manager'), fundId, '1000000000', CLAIM)).body.id as string, 'QUALIFIED');
    await nextSecond();
    screen = (await auditor.get(`/audit/packs/recognition?fundId=${fundId}`)).body;
    knownAt = screen.meta.generatedAt as string;
    screen = (await auditor.get(`/audit/packs/recognition?fundId=${fundId}&knownAt=${encodeURIComponent(knownAt)}`)).body;
  });

  const take = (format: 'pdf' | 'xlsx', changes: Json = {}): ReturnType<Client['post']> => auditor.post('/audit/packs/recognition/downloads', { fundId, knownAt, format, reason: '정기감사 3차 요구', ...changes });

  it('says in the PDF and in the workbook exactly what is on the screen', async () => {
    const [pdf, xlsx] = [await take('pdf'), await take('xlsx')];
    expect([pdf.status, xlsx.status, pdf.headers.get('x-pack-number'), xlsx.headers.get('x-pack-number')]).toEqual([200, 200, screen.meta.number, screen.meta.number]);
    const cells = cellsOf(screen).filter((cell) => cell !== '-');
    expect(cells.length).toBeGreaterThan(15);
    const [printed, held] = [await pdfText(pdf), await workbookText(xlsx)];
    expect(cells.filter((cell) => !printed.includes(closeUp(cell)))).toEqual([]);
    expect(cells.filter((cell) => !held.includes(closeUp(cell)))).toEqual([]);
    for (const each of [screen.meta.number, screen.meta.dataSha256, '사본·auditor', '사유:정기감사3차요구']) expect([printed.includes(closeUp(each)), held.includes(closeUp(each))]).toEqual([true, true]);
  });

  it('hides what the screen hides unless it is told otherwise, which is on record', async () => {
    const [hidden, open] = [await workbookText(await take('xlsx')), await workbookText(await take('xlsx', { redact: false, reason: `가리지 않음 ${fundId}` }))];
    expect([hidden.includes('정다온'), open.includes('정다온'), rowsOf(screen, 'counted')[0]?.['decidedBy']]).toEqual([false, true, '정*온']);
    const logged = await withSql('AUDITOR', async (sql) => (await sql.query('select redacted, format, row_count from audit_pack_download where reason = $1', [`가리지 않음 ${fundId}`])).rows as object[]);
    expect(logged).toEqual([{ redacted: false, format: 'xlsx', row_count: screen.meta.rowCount as number }]);
  });

  it('is on record before it leaves: which bytes, who, why, from where', async () => {
    const answer = await take('pdf', { reason: `기록 시험 ${fundId}` });
    const [line] = await withSql('AUDITOR', async (sql) => (await sql.query('select * from audit_pack_download where reason = $1', [`기록 시험 ${fundId}`])).rows);
    expect([line.sha256, line.size_bytes, line.number, line.actor_login, line.fund_id, line.redacted]).toEqual([createHash('sha256').update(answer.bytes).digest('hex'), answer.bytes.length, screen.meta.number, 'auditor', fundId, true]);
    expect(answer.headers.get('x-content-sha256')).toBe(line.sha256);
    const entries = await withSql('AUDITOR', async (sql) => (await sql.query('select action, login, address from access_log where reason = $1', [`기록 시험 ${fundId}`])).rows);
    expect(entries).toEqual([{ action: 'audit-pack.download', login: 'auditor', address: expect.any(String) }]);
  });

  it('gives the same bytes to the same person for the same reason', async () => {
    expect((await take('pdf')).bytes.equals((await take('pdf')).bytes)).toBe(true);
  });

  it.each([
    ['/reason', { reason: '네' }],
    ['/reason', { reason: '     ' }],
    ['/format', { format: 'csv' }],
    ['/redact', { redact: 'no' }],
  ])('refuses at %s', async (pointer, changes) => {
    const answer = await take('pdf', changes);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer]);
  });
});
