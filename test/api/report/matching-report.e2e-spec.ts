import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { openedCall } from '../../support/grants.js';
import { importMatching } from '../../support/matching-registers.js';
import { cellsOf, closeUp, nextSecond, pdfText, workbookText } from '../../support/packs.js';
import { digitsOf, referencedFigures, tableOf, totalsOf, tracedSums } from '../../support/reports.js';
import { workbook } from '../../support/rosters.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';
import { voucherProgramme } from '../../support/vouchers.js';

const { figures } = JSON.parse(readFileSync('test/fixtures/matching-projects.expected.json', 'utf8')) as { figures: { projects: Record<string, { gov_commit: number; clawback_over_released: number }>; total_gov_commit: number } };
const compliance = Client.as('compliance');
let callId = '';
let report: Json;

beforeAll(async () => {
  ({ callId } = (await importMatching(workbook('matching-projects'), { agency: '시험 전문기관', programmeId: await voucherProgramme() })) as { callId: string });
  await nextSecond();
  const answer = await compliance.get(`/reports/matching/${callId}`);
  expectStatus(answer, 200);
  report = answer.body;
}, 180_000);

const take = (format: string): Promise<Answer> => compliance.post(`/reports/matching/${callId}/downloads`, { format, asOf: report.meta.asOf as string, knownAt: report.meta.generatedAt as string, reason: '매칭 보고' });

describe('report D', () => {
  itIsClosedTo('admin', 'getMatchingReport', (client) => client.get(`/reports/matching/${NOWHERE}`));
  itIsClosedTo('admin', 'downloadMatchingReport', (client) => client.post(`/reports/matching/${NOWHERE}/downloads`, { format: 'pdf', reason: '매칭 보고' }));
  itFindsNothingAt((id) => compliance.get(`/reports/matching/${id}`));

  it('is of pools alone', async () => {
    const answer = await compliance.get(`/reports/matching/${(await openedCall()).id}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'report.no-pool']);
  });

  it('has its nine sections, the annexes of entries and formulas and the rules', () => {
    expect((report.sections as Json[]).map(({ id }) => id)).toEqual(['overview', 'private', 'commitment', 'release', 'clawback', 'choice', 'zone', 'settlement', 'outcome', 'trace', 'grounds', 'annex']);
  });

  it('says of the register what is expected of it: commitments, and what is out beyond the private money', () => {
    expect(digitsOf(totalsOf(report, 'commitment')['governmentWon'])).toBe(figures.total_gov_commit);
    const commitments = Object.fromEntries(tableOf(report, 'commitment').slice(0, -1).map(({ number, governmentWon }) => [number, digitsOf(governmentWon)]));
    expect(commitments).toEqual(Object.fromEntries(Object.entries(figures.projects).map(([number, { gov_commit }]) => [number, gov_commit])));
    const over = Object.fromEntries(tableOf(report, 'release').slice(0, -1).map(({ number, overWon }) => [number, digitsOf(overWon)]));
    expect(over).toEqual(Object.fromEntries(Object.entries(figures.projects).map(([number, { clawback_over_released }]) => [number, clawback_over_released])));
    expect(tableOf(report, 'annex', 1).every(({ differenceWon }) => differenceWon === '0')).toBe(true);
  });

  it('leads from every figure of the books to entries that add up to it', () => {
    const sums = tracedSums(report);
    expect(sums.size).toBeGreaterThan(10);
    for (const { reference, text } of referencedFigures(report)) expect([reference, digitsOf(text)]).toEqual([reference, sums.get(reference)?.figure]);
    for (const [reference, { figure, sum }] of sums) expect([reference, sum]).toEqual([reference, figure]);
  });

  it('says in the PDF, the workbook and the CSV exactly what is on the screen', async () => {
    const [pdf, xlsx, csv] = [await take('pdf'), await take('xlsx'), await take('csv')];
    for (const file of [pdf, xlsx, csv]) expect([file.status, file.headers.get('x-report-number')]).toEqual([200, report.meta.number]);
    const cells = cellsOf(report).filter((cell) => cell !== '-' && cell !== '');
    const [printed, held] = [await pdfText(pdf), await workbookText(xlsx)];
    expect(cells.filter((cell) => !printed.includes(closeUp(cell)))).toEqual([]);
    expect(cells.filter((cell) => !held.includes(closeUp(cell)))).toEqual([]);
    expect((await take('pdf')).bytes.equals(pdf.bytes)).toBe(true);
  }, 120_000);

  it('is not there for whoever sees another programme alone', async () => {
    const client = await scopedPerson('AUDITOR', [`programme/${await voucherProgramme()}`]);
    expectStatus(await client.get(`/reports/matching/${callId}`), 404);
  });
});
