import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { openedPool } from '../../support/matching.js';
import { importMatching, pasteMatching, uploadMatching } from '../../support/matching-registers.js';
import { itIsClosedTo } from '../../support/routes.js';
import { workbook } from '../../support/rosters.js';
import { balanceOf, withSql } from '../../support/sql.js';
import { voucherProgramme } from '../../support/vouchers.js';

type Row = Readonly<Record<string, number | string>>;
interface Figures {
  readonly gov_commit: number;
  readonly budget_left_before: number;
  readonly at: readonly Row[];
  readonly clawback: number;
  readonly clawback_over_released: number;
  readonly clawback_notice: number;
}
const expected = JSON.parse(readFileSync('test/fixtures/matching-projects.expected.json', 'utf8')) as {
  readonly sheets: Readonly<Record<string, { accepted: number; rejected: unknown[]; warnings: { row: number; code: string }[] }>>;
  readonly figures: { readonly projects: Readonly<Record<string, Figures>>; readonly total_gov_commit: number; readonly total_clawback: number };
};
const BYTES = workbook('matching-projects');
const auditor = Client.as('auditor');

let imported: Json;
const idOf = (number: string): string => (imported.projects as Json[]).find((each) => each.number === number)?.agreementId as string;
const projectOf = async (number: string): Promise<Json> => (await auditor.get(`/matching-projects/${idOf(number)}`)).body as Json;
const account = (chart: string, number: string): string => `grant/${imported.callId as string}/${chart}/${idOf(number)}`;

beforeAll(async () => {
  imported = await importMatching(BYTES, { agency: '시험 전문기관', programmeId: await voucherProgramme() });
});

describe('the register of matching projects', () => {
  itIsClosedTo('checker', 'importMatchingRegister', (client) => client.upload('/matching-registers', BYTES, 'register.xlsx'));

  it('judges every row as the file of expectations has it', () => {
    const judged = Object.fromEntries((imported.sheets as Json[]).map(({ name, accepted, rejected, rows }) => [name, { accepted, rejected, warnings: (rows as Json[]).flatMap(({ row, remarks }) => (remarks as Json[]).map(({ code }) => [row, code])) }]));
    const wanted = Object.entries(expected.sheets).map(([name, { accepted, rejected, warnings }]) => [name, { accepted, rejected: rejected.length, warnings: warnings.map(({ row, code }) => [row, code]) }]);
    expect(judged).toEqual(Object.fromEntries(wanted));
    expect([imported.opened, imported.committedWon]).toEqual([true, `${expected.figures.total_gov_commit}`]);
  });

  it('opens the pool with the budget and the terms of its overview, and gives all of it out', async () => {
    const pool = (await auditor.get(`/matching-pools/${imported.callId as string}`)).body;
    expect(pool).toMatchObject({ fiscalYear: 2021, budgetWon: '900000000', availableWon: '0', governmentWon: '900000000', privateWon: '1330000000', projects: 5 });
    const terms = Object.fromEntries((pool.terms as Json[]).map(({ key, value, source }) => [key, [value, source]]));
    expect(terms).toMatchObject({ 'matching.match-percent': ['100', 'NOTICE'], 'matching.government-at-most-basis-points': ['5000', 'NOTICE'], 'matching.cap-per-project-won': ['300000000', 'NOTICE'] });
  });

  it.each(Object.entries(expected.figures.projects))('%s: commitment, releases and clawback are read from the books to the won', async (number, wanted) => {
    const project = await projectOf(number);
    const last = wanted.at.at(-1) ?? {};
    expect([project.governmentWon, project.budgetLeftWon]).toEqual([`${wanted.gov_commit}`, `${wanted.budget_left_before}`]);
    expect([project.allowedWon, project.releasedWon, project.overReleasedWon, project.roomWon]).toEqual([`${last['releasable']}`, `${last['released']}`, `${last['over_released']}`, `${last['remaining_releasable']}`]);
    expect([project.clawback.totalWon, project.clawback.overReleasedWon, project.clawback.noticeWon]).toEqual([`${wanted.clawback}`, `${wanted.clawback_over_released}`, `${wanted.clawback_notice}`]);
    expect([await balanceOf(account('matching.allowed', number)), await balanceOf(account('matching.released', number)), await balanceOf(account('grant.project-government', number))]).toEqual([last['releasable'], last['released'], last['released']].map((each) => BigInt(each ?? 0)));
  });

  it.each(Object.entries(expected.figures.projects))('%s: the course shows what was in and out on each day', async (number, { at }) => {
    const { course } = (await projectOf(number)) as { course: { on: string; privateWon: string; allowedWon: string; releasedWon: string }[] };
    const seen = at.map(({ as_of: day }) => course.findLast(({ on }) => on <= String(day)) ?? { privateWon: '0', allowedWon: '0', releasedWon: '0' });
    expect(seen.map(({ privateWon, allowedWon, releasedWon }) => [privateWon, allowedWon, releasedWon])).toEqual(
      at.map((each) => [`${Number(each['counted_private_effective']) + Number(each['uncounted_private'])}`, `${each['releasable']}`, `${each['released']}`]),
    );
  });

  it('keeps what was typed beside what follows, and the zone of the day', async () => {
    expect(await projectOf('MT-2021-05')).toMatchObject({ governmentWon: '120000000', statedGovernmentWon: '300000000', bound: 'BUDGET', zoneName: { ko: '울산 울주' }, zoneParty: null, chosenBecause: null });
    expect(await projectOf('MT-2021-03')).toMatchObject({ bound: 'CAP', zoneName: { ko: '창원' }, zoneMode: 'COMPACT' });
  });

  it('claims back in all what the expectations have', async () => {
    const totals = await Promise.all(Object.keys(expected.figures.projects).map(async (number) => Number((await projectOf(number)).clawback.totalWon)));
    expect(totals.reduce((sum, each) => sum + each, 0)).toBe(expected.figures.total_clawback);
  });

  it('adds nothing the second time, by file or by sheet', async () => {
    const options = { callId: imported.callId as string, dryRun: 'true' };
    const again = await uploadMatching(BYTES, options);
    expect([again.status, again.body.fresh, again.body.committedWon, again.body.unchanged]).toEqual([201, { projects: 0, moves: 0, releases: 0, settlements: 0 }, '0', 24]);
    const pasted = await pasteMatching('민간입금', ['과제번호 | 거래일 | 구분 | 입금자 | 금액 | 자금원천', 'MT-2021-03 | 2021.06.01 | 입금 | (주)자올찬소재 | 100,000천원 | 자기자금'], options);
    expect(pasted.body.fresh).toMatchObject({ moves: 0 });
  });

  it('keeps the run for the list of imports', async () => {
    const runs = await withSql('OWNER', async (sql) => (await sql.query<{ n: number }>(`select count(*)::int as n from import_run where kind = 'matching-register' and id = $1`, [imported.id])).rows);
    expect(runs).toEqual([{ n: 1 }]);
  });

  it('wants the agency and the budget of a pool that is opened, and the total of the preview', async () => {
    expect(refusal(await uploadMatching(BYTES, { dryRun: 'true' }))).toEqual([400, 'matching-register.agency-missing', '/agency']);
    expect(refusal(await uploadMatching(BYTES, { agency: '시험 전문기관', programmeId: await voucherProgramme(), amountWon: '1' }))).toEqual([409, 'matching-register.total-differs']);
    const rows = ['과제번호 | 과제명 | 참여기업 | 사업자등록번호 | 협약일 | 민간 약정액', 'MT-2021-77 | 시험 | (주)그루찬환경기술 | 560-87-03359 | 2021-04-05 | 1000000'];
    expect(refusal(await pasteMatching('과제', rows, { agency: '시험 전문기관', programmeId: await voucherProgramme(), dryRun: 'true' }))).toEqual([400, 'matching-register.budget-unknown', '/callId']);
  });
});

describe('one sheet of the register', () => {
  itIsClosedTo('checker', 'pasteMatchingRegister', (client) => client.post('/matching-registers/paste', { sheet: '과제', text: '과제번호' }));

  it('adds projects to a pool that is there from what it has left, with columns in another order and amounts in thousands', async () => {
    const { id } = await openedPool({ budgetWon: '300000000' });
    const rows = [
      '협약일 | 민간 약정액 | 사업자등록번호 | 참여기업 | 과제번호 | 수행기관 | 특구 | 매칭비율',
      '2021-05-10 | 250,000천원 | 370-81-80940 | (주)안다미센서 | MT-2021-92 | 시험연구원 | 광주 | 100%',
      '2021-04-05 | 250,000천원 | 560-87-03359 | (주)그루찬환경기술 | MT-2021-91 | 시험연구원 | 대덕 | 80%',
    ];
    const key = `paste-${crypto.randomUUID()}`;
    const [first, again] = [await pasteMatching('과제', rows, { callId: id, amountWon: '300000000' }, { key }), await pasteMatching('과제', rows, { callId: id, amountWon: '300000000' }, { key })];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect((first.body.projects as Json[]).map(({ number, governmentWon, bound }) => [number, governmentWon, bound])).toEqual([['MT-2021-91', '200000000', 'MATCH'], ['MT-2021-92', '100000000', 'BUDGET']]);
    expect((await auditor.get(`/matching-pools/${id}/projects`)).body).toMatchObject([{ number: 'MT-2021-91', position: 1 }, { number: 'MT-2021-92', position: 2 }]);
  });
});
