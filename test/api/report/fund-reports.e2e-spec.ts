import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { loneAmounts } from '../../support/figures.js';
import { formFund } from '../../support/funds.js';
import { nextSecond, pdfText, workbookText, closeUp } from '../../support/packs.js';
import { renumberedRegister } from '../../support/renumbered-register.js';
import { digitsOf, tableOf, totalsOf } from '../../support/reports.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const EXPECTED = JSON.parse(readFileSync('test/fixtures/fund-register.expected.json', 'utf8')) as Json;
const FIGURES = EXPECTED.figures.funds['FND-2021-01'] as Json;
const OPERATIONS = {
  'fund-compliance': 'getFundComplianceReport',
  'partner-statements': 'getPartnerStatements',
  'fund-quarterly': 'getFundQuarterlyReport',
  'ilpa-performance': 'getIlpaPerformance',
  'partner-statement': 'getPartnerStatement',
  'ilpa-reporting': 'getIlpaReporting',
} as const;
type Kind = keyof typeof OPERATIONS;
const KINDS = Object.keys(OPERATIONS) as Kind[];

/** The whole register of the fixtures, imported as a fund of its own: every report on it ties, or it would not be answered. */
describe('the reports of a fund', () => {
  const number = `FND-2021-${randomInt(1000, 10_000)}`;
  let fund: Json;
  const idFor = (kind: Kind): string => (kind === 'partner-statement' || kind === 'ilpa-reporting' ? fund.partners[0].id : fund.id) as string;
  const ask = (kind: Kind, query = ''): Promise<Answer> => Client.as('compliance').get(`/reports/${kind}/${idFor(kind)}${query}`);
  const report = async (kind: Kind, query = ''): Promise<Json> => {
    const answer = await ask(kind, query);
    expectStatus(answer, 200);
    expect(loneAmounts(answer.body)).toEqual([]);
    return answer.body;
  };

  beforeAll(async () => {
    expectStatus(await Client.as('manager').upload('/imports/fund-register', await renumberedRegister(number), `${number}.xlsx`), 201);
    const funds = (await Client.as('auditor').get('/funds')).body as Json[];
    fund = (await Client.as('auditor').get(`/funds/${funds.find((each) => each.number === number).id}`)).body;
    await nextSecond();
  }, 120_000);

  describe.each(KINDS)('%s', (kind) => {
    itIsClosedTo('admin', OPERATIONS[kind], (client) => client.get(`/reports/${kind}/${NOWHERE}`));
    itFindsNothingAt((id) => Client.as('compliance').get(`/reports/${kind}/${id}`));
  });

  it.each((FIGURES.performance as Json[]).flatMap((each) => [{ ...each }]))('have the figures of $as_of', async (wanted) => {
    const made = await report('fund-compliance', `?asOf=${wanted.as_of}`);
    const facts = new Map((made.sections as Json[]).find(({ id }) => id === 'outcome').blocks.flatMap((block: Json) => (block.kind === 'facts' ? block.rows.map(({ label, value }: Json) => [label.ko, (value as string).replace(' ※', '')]) : [])) as [string, string][]);
    const rate = (percent: number): string => `${percent.toFixed(4)}%`;
    expect([facts.get('총 IRR(보수 차감 전)'), facts.get('순 IRR(보수·비용 차감 후)'), facts.get('TVPI(DPI + RVPI)'), facts.get('DPI(분배 ÷ 납입)')]).toEqual([rate(wanted.gross_xirr_pct), rate(wanted.net_xirr_pct), `${wanted.TVPI}배`, `${wanted.DPI}배`]);
    expect(digitsOf(totalsOf(made, 'fees')['paidWon'])).toBe(wanted.fees_and_expenses_paid);
    expect(digitsOf(totalsOf(made, 'valuation')['costWon'])).toBe(wanted.outstanding_cost);
    const statements = await report('partner-statements', `?asOf=${wanted.as_of}`);
    const accrued = digitsOf(/성과보수 적립 ([0-9,]+)원/.exec(JSON.stringify(statements))?.[1]);
    expect(digitsOf(totalsOf(statements, 'accounts')['closingWon']) + accrued).toBe(wanted.nav);
    const quarterly = await report('fund-quarterly', `?asOf=${wanted.as_of}`);
    expect(digitsOf(totalsOf(quarterly, 'movement')['amountWon'])).toBe(wanted.nav);
    const ilpa = await report('ilpa-performance', `?asOf=${wanted.as_of}`);
    expect(digitsOf(totalsOf(ilpa, 'granular', 1)['amountWon'])).toBe(wanted.distributed - wanted.paid_in);
    expect(digitsOf(totalsOf(ilpa, 'portfolio')['fairValueWon'])).toBe(wanted.holdings_fair_value);
  }, 120_000);

  it('has fifteen sections with entries and formulas behind them, and each adds up to the register', async () => {
    const made = await report('fund-compliance', '?asOf=2026-06-30');
    expect((made.sections as Json[]).map(({ title }) => title.ko.split(/[.:]/)[0])).toEqual([...Array.from({ length: 14 }, (_, at) => String(at + 1)), '15-1', '15-2', '15-3', '부록', '부록', '15-4']);
    expect([digitsOf(totalsOf(made, 'outcome')['proceedsWon']), digitsOf(totalsOf(made, 'outcome')['gainWon'])]).toEqual([FIGURES.exits.proceeds, FIGURES.exits.gain]);
    expect(digitsOf(totalsOf(made, 'outcome', 2)['amountWon'])).toBe((Object.values(FIGURES.distributions) as Json[]).reduce((sum, each) => sum + (each.total as number), 0));
    const control = tableOf(made, 'verification');
    expect(control.length).toBeGreaterThan(10);
    expect(control.filter(({ differenceWon }) => differenceWon !== '0')).toEqual([]);
  });

  it('opens every quarter where the one before it closed, for every partner', async () => {
    const ends = ['2023-12-31', '2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31', '2025-03-31', '2025-06-30'];
    let closings: string[] | null = null;
    for (const end of ends) {
      const rows = tableOf(await report('partner-statements', `?asOf=${end}`), 'accounts').slice(0, -1);
      if (closings !== null) expect(rows.map(({ openingWon }) => openingWon)).toEqual(closings);
      closings = rows.map(({ closingWon }) => closingWon ?? '');
    }
  }, 120_000);

  it('tells a partner what all partners are told of them, and of nobody else', async () => {
    const partner = fund.partners[1] as Json;
    const own = (await Client.as('compliance').get(`/reports/partner-statement/${partner.id}?asOf=2025-06-30`)).body as Json;
    const all = await report('partner-statements', '?asOf=2025-06-30');
    expect(tableOf(own, 'account')).toEqual(tableOf(all, 'partner-2'));
    for (const other of (fund.partners as Json[]).filter(({ id, kind }) => id !== partner.id && kind !== 'GENERAL')) expect(JSON.stringify(own)).not.toContain(other.name);
  });

  it.each(KINDS)('gives %s away as the same bytes for the same point, with what is on the screen in it', async (kind) => {
    const point = { asOf: '2025-06-30', knownAt: '2026-07-10' };
    const take = async (format: string): Promise<Answer> => {
      const answer = await Client.as('compliance').post(`/reports/${kind}/${idFor(kind)}/downloads`, { ...point, format, reason: '부처 분기 보고' });
      expectStatus(answer, 200);
      return answer;
    };
    const [once, again] = [await take('pdf'), await take('pdf')];
    expect(again.bytes.equals(once.bytes)).toBe(true);
    const shown = await report(kind, `?asOf=${point.asOf}&knownAt=${point.knownAt}`);
    const [pdf, workbook] = [await pdfText(once), await workbookText(await take('xlsx'))];
    expect(pdf).toContain(closeUp(shown.meta.dataSha256 as string));
    expect(workbook).toContain(closeUp(shown.meta.number as string));
    const log = (await Client.as('compliance').get('/reports/downloads?limit=5')).body as Json[];
    expect(log[0]).toMatchObject({ number: shown.meta.number, subjectId: idFor(kind), format: 'xlsx', reason: '부처 분기 보고' });
  }, 120_000);

  it('knows nothing of a fund before it was founded, and states no future', async () => {
    for (const kind of KINDS) {
      const [before, toCome] = [await ask(kind, '?asOf=2020-12-31'), await ask(kind, '?asOf=2199-12-31')];
      expect([kind, before.status, before.body.code, toCome.status, toCome.body.code]).toEqual([kind, 400, 'report.not-known-then', 400, 'report.date-to-come']);
    }
  });

  it('is not made of a fund as known before it was formed, though the terms of its programme were known', async () => {
    const before = new Date(Date.now() - 1_000).toISOString();
    const { id } = await formFund(Client.as('manager'));
    const asked = await Client.as('compliance').get(`/reports/fund-compliance/${id}?knownAt=${before}`);
    expect([asked.status, asked.body.code]).toEqual([400, 'report.not-known-then']);
  });
});
