import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { figureCount, loneAmounts, untracedFigures } from '../../support/figures.js';
import { closeUp, nextSecond, pdfText, workbookText } from '../../support/packs.js';
import { demanded } from '../../support/settlements.js';
import { tableOf } from '../../support/reports.js';
import { withSql } from '../../support/sql.js';

const compliance = Client.as('compliance');
const read = async (path: string): Promise<Json> => {
  const answer = await compliance.get(path);
  expectStatus(answer, 200);
  return answer.body;
};

/** A figure of every kind of report leads to entries, to the figures it is worked out from, to a record or to a rule. */
describe('every figure of every report', () => {
  let settlement: Awaited<ReturnType<typeof demanded>>;
  const subjects = new Map<string, readonly string[]>();

  beforeAll(async () => {
    settlement = await demanded();
    const [funds, years, calls] = [(await read('/funds')) as Json[], (await read('/voucher-years')) as Json[], (await read('/grant-calls')) as Json[]];
    const ids = (rows: readonly Json[]): string[] => rows.map(({ id }) => id as string);
    const story = funds.filter(({ number }) => number === 'FND-2021-02');
    const { partners } = (await read(`/funds/${story[0].id as string}`)) as { partners: Json[] };
    const pools = calls.filter(({ kind }) => kind === 'MATCHING');
    const settled = calls.filter(({ kind }) => kind === 'PROTOTYPE');
    const agreements = (await Promise.all(settled.map(({ id }) => read(`/grant-calls/${id as string}/agreements`)))).flat() as Json[];
    for (const kind of ['fund-compliance', 'fund-quarterly', 'partner-statements', 'ilpa-performance']) subjects.set(kind, ids(story));
    for (const kind of ['partner-statement', 'ilpa-reporting']) subjects.set(kind, ids(partners));
    subjects.set('voucher-settlement', ids(years).slice(0, 6));
    subjects.set('grant-settlement', [...ids(settled).slice(0, 6), settlement.call.id as string]);
    subjects.set('agreement-settlement', [...ids(agreements).slice(0, 6), settlement.agreement.id as string]);
    subjects.set('grant-form', [settlement.settlementId]);
    subjects.set('matching', ids(pools).slice(0, 6));
    subjects.set('annual', ['2021', new Date().toISOString().slice(0, 4)]);
    await nextSecond();
  }, 240_000);

  it.each(['fund-compliance', 'fund-quarterly', 'partner-statements', 'ilpa-performance', 'partner-statement', 'ilpa-reporting', 'voucher-settlement', 'grant-settlement', 'agreement-settlement', 'grant-form', 'matching', 'annual'])(
    'of %s is traced, and no sentence tells an amount that is not among them',
    async (kind) => {
      const chosen = subjects.get(kind) ?? [];
      expect(chosen.length).toBeGreaterThan(0);
      for (const id of chosen) {
        const report = await read(`/reports/${kind}/${id}`);
        expect(figureCount(report)).toBeGreaterThan(10);
        expect([report.meta.subjectNumber, untracedFigures(report)]).toEqual([report.meta.subjectNumber, []]);
        expect([report.meta.subjectNumber, loneAmounts(report)]).toEqual([report.meta.subjectNumber, []]);
      }
    },
    120_000,
  );

  it('whose ground is a record names the command that wrote it and when', async () => {
    const report = await read(`/reports/agreement-settlement/${settlement.agreement.id as string}`);
    const expenses = (report.sections as Json[]).find(({ id }) => id === 'evidence').blocks[0].rows as Json[];
    const listed = new Map(tableOf(report, 'grounds').map(({ reference, ground }) => [reference, ground]));
    expect(expenses.length).toBeGreaterThan(0);
    const numbers = expenses.map(({ cells }) => cells.number as string);
    const commands = await withSql('AUDITOR', async (sql) => (await sql.query<{ number: string; command: string }>('select e.number, c.command from grant_expense e join command_log c on c.id = e.command_id where e.number = any ($1)', [numbers])).rows);
    const commandOf = new Map(commands.map(({ number, command }) => [number, command]));
    for (const { cells, reference } of expenses) expect(listed.get(reference as string)).toContain(`명령 ${commandOf.get(cells.number as string) ?? '?'}`);
  });

  it('has its reference on paper and in the workbook, with what it stands for', async () => {
    const [id = ''] = subjects.get('fund-compliance') ?? [];
    const screen = await read(`/reports/fund-compliance/${id}`);
    const take = (format: string) => compliance.post(`/reports/fund-compliance/${id}/downloads`, { format, asOf: screen.meta.asOf as string, knownAt: screen.meta.generatedAt as string, reason: '수치 근거 확인' });
    const [printed, held] = [await pdfText(await take('pdf')), await workbookText(await take('xlsx'))];
    const rows = tableOf(screen, 'grounds');
    expect(rows.length).toBeGreaterThan(30);
    for (const { reference = '', ground = '' } of rows) {
      expect([reference, printed.includes(closeUp(ground)), held.includes(closeUp(ground))]).toEqual([reference, true, true]);
      expect([reference, printed.split(closeUp(reference)).length > 2]).toEqual([reference, true]);
    }
  }, 120_000);
});
