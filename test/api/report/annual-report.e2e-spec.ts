import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { cellsOf, closeUp, nextSecond, pdfText, workbookText } from '../../support/packs.js';
import { demanded } from '../../support/settlements.js';
import { digitsOf, referencedFigures, tableOf, totalsOf, tracedSums } from '../../support/reports.js';
import { itIsClosedTo } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';
import { withSql } from '../../support/sql.js';
import { voucherProgramme } from '../../support/vouchers.js';

const YEAR = 2021;
const compliance = Client.as('compliance');
const read = async (query = '', client = compliance): Promise<Json> => {
  const answer = await client.get(`/reports/annual/${YEAR}${query}`);
  expectStatus(answer, 200);
  return answer.body;
};
const take = (format: string, changes: Json = {}, client = compliance): Promise<Answer> => client.post(`/reports/annual/${YEAR}/downloads`, { format, reason: '연간 보고', ...changes });
const decide = (body: Json, client = compliance, year = YEAR): Promise<Answer> => client.post(`/reports/annual/${year}/texts`, body);

let agreement: Json;
beforeAll(async () => {
  agreement = (await Client.as('auditor').get(`/grant-agreements/${(await demanded()).agreement.id}`)).body;
  await nextSecond();
}, 180_000);

describe('report E', () => {
  itIsClosedTo('admin', 'getAnnualReport', (client) => client.get(`/reports/annual/${YEAR}`));
  itIsClosedTo('admin', 'downloadAnnualReport', (client) => client.post(`/reports/annual/${YEAR}/downloads`, { format: 'pdf', reason: '연간 보고' }));

  it.each(['1999', '20x1', '21'])('finds nothing of the year %s', async (year) => {
    expectStatus(await compliance.get(`/reports/annual/${year}`), 404);
  });

  it('refuses a year that has not begun on the day of the figures', async () => {
    const answer = await compliance.get(`/reports/annual/${YEAR}?asOf=2020-12-31`);
    expect([answer.status, answer.body.code]).toEqual([400, 'report.year-to-come']);
  });

  it('has ten sections, the annexes of entries and formulas and the dictionary, and ends with the year', async () => {
    const report = await read();
    expect((report.sections as Json[]).map(({ id }) => id)).toEqual(['summary', 'tasks', 'money', 'relay', 'pipeline', 'outcome', 'region', 'risk', 'closing', 'next-year', 'trace', 'grounds', 'annex']);
    expect(report.meta).toMatchObject({ asOf: '2021-12-31', subjectNumber: 'ANNUAL-2021' });
    expect((await read('?asOf=2021-06-30')).meta.asOf).toBe('2021-06-30');
  });

  it('adds up to what the books of everybody say', async () => {
    const report = await read();
    const paid = await withSql('AUDITOR', async (sql) => {
      const { rows } = await sql.query<{ won: string }>(
        `select coalesce(sum(case when l.side = 'C' then l.amount else -l.amount end), 0)::text as won from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id
          where e.effective_on between '2021-01-01' and '2021-12-31' and (a.chart in ('grant.appropriation', 'grant.appropriation-carried') and e.posting not in ('grant.budget-decided', 'grant.budget-lapsed', 'grant.budget-forwarded', 'grant.commitments-carried-over', 'grant.commitment-lapsed'))`,
      );
      return Number(rows[0]?.won);
    });
    const [, , grants, matching] = tableOf(report, 'money', 1);
    expect(digitsOf(grants?.['spentWon']) + digitsOf(matching?.['spentWon'])).toBe(paid);
    expect(tableOf(report, 'annex').every(({ differenceWon }) => differenceWon === '0')).toBe(true);
    expect(digitsOf(totalsOf(report, 'money', 1)['spentWon'])).toBe(tableOf(report, 'money', 3).slice(0, -1).reduce((sum, row) => sum + digitsOf(row['spentWon']), 0));
  });

  it('leads from every figure of the books to entries that add up to it', async () => {
    const report = await read();
    const [figures, sums] = [referencedFigures(report), tracedSums(report)];
    expect(figures.length).toBeGreaterThan(20);
    for (const { reference, text } of figures) expect([reference, digitsOf(text)]).toEqual([reference, sums.get(reference)?.figure]);
    for (const [reference, { figure, sum }] of sums) expect([reference, sum]).toEqual([reference, figure]);
    const ids = [...sums.values()].flatMap(({ entries }) => entries);
    const known = await withSql('AUDITOR', async (sql) => (await sql.query<{ n: number }>('select count(*)::int as n from journal_entry where id = any ($1::bigint[])', [ids])).rows[0]?.n);
    expect(known).toBe(new Set(ids).size);
  });

  it('says in the PDF, the workbook and the CSV exactly what is on the screen, with the references', async () => {
    const screen = await read();
    const point = { asOf: screen.meta.asOf as string, knownAt: screen.meta.generatedAt as string };
    const [pdf, xlsx, csv] = [await take('pdf', point), await take('xlsx', point), await take('csv', point)];
    for (const file of [pdf, xlsx, csv]) expect([file.status, file.headers.get('x-report-number')]).toEqual([200, screen.meta.number]);
    const cells = cellsOf(screen).filter((cell) => cell !== '-' && cell !== '');
    const [printed, held] = [await pdfText(pdf), await workbookText(xlsx)];
    expect(cells.filter((cell) => !printed.includes(closeUp(cell)))).toEqual([]);
    expect(cells.filter((cell) => !held.includes(closeUp(cell)))).toEqual([]);
    const { reference, text } = referencedFigures(screen).at(-1) ?? { reference: '', text: '' };
    expect(printed).toContain(closeUp(`${reference}${text}`));
    expect((await take('pdf', point)).bytes.equals(pdf.bytes)).toBe(true);
    const [line] = await withSql('AUDITOR', async (sql) => (await sql.query('select * from report_download where sha256 = $1 order by id desc limit 1', [createHash('sha256').update(csv.bytes).digest('hex')])).rows as Json[]);
    expect([line.kind, line.fiscal_year, line.number]).toEqual(['ANNUAL', YEAR, screen.meta.number]);
  }, 120_000);

  it('shows whoever sees a part only that part, and says so', async () => {
    const client = await scopedPerson('AUDITOR', [`programme/${await voucherProgramme()}`]);
    const part = await read('', client);
    expect([part.verdict.code, (part.meta.subjectName as string).includes('(일부 범위)')]).toEqual(['IN_PROGRESS', true]);
    expect(tableOf(part, 'money', 3).length).toBeLessThan(tableOf(await read(), 'money', 3).length);
    expect(JSON.stringify(part)).not.toContain(agreement.number as string);
  });
});

describe('report-text.decide', () => {
  itIsClosedTo('auditor', 'decideReportText', (client) => client.post(`/reports/annual/${YEAR}/texts`, { part: 'FINDING', body: '한 해를 돌아봅니다.' }));
  itIsClosedTo('admin', 'listReportTexts', (client) => client.get(`/reports/annual/${YEAR}/texts`));

  it('prints what was decided, with author and day; the text before stays on record', async () => {
    const mark = `제도개선 시험 ${Date.now()}`;
    expectStatus(await decide({ part: 'IMPROVEMENT', body: '앞의 글입니다.' }), 201);
    expectStatus(await decide({ part: 'IMPROVEMENT', body: `${mark}\n둘째 문단입니다.` }), 201);
    await nextSecond();
    const texts = (await compliance.get(`/reports/annual/${YEAR}/texts`)).body as Json[];
    expect(texts.find(({ part }) => part === 'IMPROVEMENT')?.body).toContain(mark);
    const shown = JSON.stringify((await read()).sections);
    expect([shown.includes(mark), shown.includes('둘째 문단입니다.'), shown.includes('(작성 '), shown.includes('앞의 글입니다.')]).toEqual([true, true, true, false]);
    const kept = await withSql('AUDITOR', async (sql) => (await sql.query('select 1 from report_text where body = $1', ['앞의 글입니다.'])).rowCount);
    expect(kept).toBeGreaterThan(0);
  });

  it('takes the same key once', async () => {
    const ask = { body: { part: 'NEXT_YEAR', body: `다음 연도 ${Date.now()}` }, key: `text-${Date.now()}` };
    const [one, other] = [await compliance.ask('POST', `/reports/annual/${YEAR}/texts`, ask), await compliance.ask('POST', `/reports/annual/${YEAR}/texts`, ask)];
    expectStatus(one, 201);
    expect(other.body).toEqual(one.body);
    const kept = await withSql('AUDITOR', async (sql) => (await sql.query('select 1 from report_text where body = $1', [ask.body.body])).rowCount);
    expect(kept).toBe(1);
  });

  it('refuses a year that has not begun, and a text that says nothing', async () => {
    const early = await decide({ part: 'FINDING', body: '먼 훗날의 글입니다.' }, compliance, 2199);
    expect([early.status, (early.body.errors as Json[])[0].pointer]).toEqual([400, '/year']);
    expect((await decide({ part: 'FINDING', body: '    ' })).status).toBe(400);
  });

  it('is for those who see the whole', async () => {
    const client = await scopedPerson('COMPLIANCE', [`programme/${await voucherProgramme()}`]);
    const refused = await decide({ part: 'FINDING', body: '일부만 본 사람의 글' }, client);
    expect([refused.status, refused.body.code]).toEqual([403, 'report-text.needs-the-whole']);
    expect((await client.get(`/reports/annual/${YEAR}/texts`)).body).toEqual([]);
  });
});

describe('listCompanySupports', () => {
  itIsClosedTo('admin', 'listCompanySupports', (client) => client.get(`/reports/companies/${agreement.partyId as string}/supports`));

  it('tells what a company got, in order', async () => {
    const { body } = await compliance.get(`/reports/companies/${agreement.partyId as string}/supports`);
    expect([body.companyId, body.reach]).toEqual([agreement.partyId, 'ONE']);
    expect((body.supports as Json[]).map(({ kind, number }) => [kind, number])).toEqual([['PROTOTYPE', agreement.number]]);
  });
});
