import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { issue, issued, previewed, take } from '../../support/issues.js';
import { closeUp, pdfText } from '../../support/packs.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('issuing a report', () => {
  let fund: { id: string; number: string };
  let report: Json;

  beforeAll(async () => {
    fund = await formFund(Client.as('manager'));
    report = await issued(fund.id, today());
  }, 120_000);

  itIsClosedTo('checker', 'issueReport', async (client) => client.post('/reports/issues', { kind: 'FUND_COMPLIANCE', subjectId: fund.id, reason: '분기 보고서 발급', ...(await previewed(fund.id, today())) }));
  itFindsNothingAt((id) => Client.as('compliance').get(`/reports/issues/${id}`));
  itFindsNothingAt((id) => take(id, 'pdf'));

  it('gives it the next number of its kind and year, and keeps four files', async () => {
    const next = await issued((await formFund(Client.as('manager'))).id, today());
    expect(report.number).toMatch(/^RPT-A-\d{4}-\d{4}$/);
    expect(report.version).toBe(1);
    expect(Number(next.number.slice(-4))).toBeGreaterThan(Number(report.number.slice(-4)));
    const { body } = await Client.as('compliance').get(`/reports/issues/${report.id as string}`);
    expect(body).toMatchObject({ status: 'VALID', number: report.number, subjectNumber: fund.number, issuedBy: expect.any(String), changes: null });
    expect(body.files.map(({ format }: Json) => format)).toEqual(['csv', 'json', 'pdf', 'xlsx']);
    expect(body.files.find(({ format }: Json) => format === 'json').sha256).toBe(report.dataSha256);
    expect(body.files.find(({ format }: Json) => format === 'pdf')).toMatchObject({ signatureLevel: 'B-B', signer: expect.stringContaining('데모') });
  });

  it('hands out the same bytes every time, and those that are on record', async () => {
    const [first, second] = [await take(report.id, 'pdf'), await take(report.id, 'pdf', Client.as('manager'))];
    expectStatus(first, 200);
    const { body } = await Client.as('compliance').get(`/reports/issues/${report.id as string}`);
    expect([sha256(first.bytes), sha256(second.bytes)]).toEqual(Array(2).fill(body.files.find(({ format }: Json) => format === 'pdf').sha256));
    expect(await pdfText(first)).toContain(closeUp(`${report.number as string} 제1판`));
    expect(await pdfText(first)).toContain(closeUp(report.code as string));
  });

  it('gives an auditor a marked copy that names the original, and puts it on record', async () => {
    const original = await take(report.id, 'pdf');
    const copy = await take(report.id, 'pdf', Client.as('auditor'));
    expectStatus(copy, 200);
    expect(sha256(copy.bytes)).not.toBe(sha256(original.bytes));
    expect(await pdfText(copy)).toContain(sha256(original.bytes));
    const { body } = await Client.as('compliance').get(`/reports/issues/${report.id as string}/downloads`);
    expect(body[0]).toMatchObject({ actorLogin: 'auditor', marked: true, reason: '발급 보고서 확인', format: 'pdf' });
    expect(body.some(({ marked }: Json) => marked === false)).toBe(true);
  });

  it('issues what was previewed or nothing: the data of the preview is signed', async () => {
    const again = await issue(fund.id, today());
    expect([again.status, again.body.code]).toEqual([409, 'report.issued-already']);
    expect(again.body.detail).toContain(report.number);
  });

  it('writes nothing when asked for a preview only', async () => {
    const other = await formFund(Client.as('manager'));
    const dry = await issue(other.id, today(), { dryRun: true });
    expect([dry.status, dry.body.dryRun]).toEqual([201, true]);
    const { body } = await Client.as('manager').get(`/reports/issues?kind=FUND_COMPLIANCE&subjectId=${other.id}`);
    expect(body).toEqual([]);
  });

  it('refuses a subject that is not there', async () => {
    const answer = await Client.as('manager').post('/reports/issues', { kind: 'FUND_COMPLIANCE', subjectId: NOWHERE, reason: '분기 보고서 발급', asOf: today(), knownAt: new Date().toISOString() });
    expect(answer.status).toBe(404);
  });
});
