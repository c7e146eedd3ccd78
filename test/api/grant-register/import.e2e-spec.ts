import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { importGrants, uploadGrants } from '../../support/grant-registers.js';
import { untiedGrants } from '../../support/grant-ties.js';
import { openedCall } from '../../support/grants.js';
import { itIsClosedTo } from '../../support/routes.js';
import { workbook } from '../../support/rosters.js';
import { balanceOf, withSql } from '../../support/sql.js';
import { voucherProgramme } from '../../support/vouchers.js';

interface Figures {
  readonly settlement: Readonly<Record<string, number | string>>;
  readonly expenses: number;
  readonly tranches_paid: number;
  readonly form7_table1: readonly Readonly<Record<string, string | number | null>>[];
}
const expected = JSON.parse(readFileSync('test/fixtures/prototype-grants.expected.json', 'utf8')) as { readonly sheets: Readonly<Record<string, { accepted: number; rejected: unknown[] }>>; readonly figures: Readonly<Record<string, Figures>> };
const BYTES = workbook('prototype-grants');
const auditor = Client.as('auditor');

// One import for all: the evidence of the file pays once in the whole database.
let imported: Json;
const agreementId = (number: string): string => (imported.agreements as Json[]).find((each) => each.number === number).agreementId as string;
const account = (chart: string, part: string): string => `grant/${imported.callId as string}/${chart}/${part}`;

beforeAll(async () => {
  imported = await importGrants(BYTES, { agency: '시험 전문기관', programmeId: await voucherProgramme() });
});

describe('the register of prototype grants', () => {
  itIsClosedTo('checker', 'importGrantRegister', (client) => client.upload('/grant-registers', BYTES, 'register.xlsx'));

  it('judges every row as the file of expectations has it', () => {
    const judged = Object.fromEntries((imported.sheets as Json[]).map(({ name, accepted, rejected }) => [name, [accepted, rejected]]));
    expect(judged).toEqual(Object.fromEntries(Object.entries(expected.sheets).map(([name, { accepted, rejected }]) => [name, [accepted, rejected.length]])));
    expect([imported.opened, imported.agreedWon]).toEqual([true, '500000000']);
  });

  it.each(Object.entries(expected.figures))('%s: the books give table 1 of the form to the won', async (number, figures) => {
    const { lines } = (await auditor.get(`/grant-agreements/${agreementId(number)}/lines`)).body as Json;
    const rows = (lines as Json[]).map((line) => ({
      ...{ code: line.code, source: line.resource === 'CASH' ? '현금' : '현물', carried: Number(line.carriedWon), plan: Number(line.plannedWon), change: Number(line.changeWon) },
      ...{ interest_in: Number(line.interestInWon), subtotal: Number(line.subtotalWon), used: Number(line.usedWon), balance: Number(line.leftWon) },
    }));
    const wanted = figures.form7_table1.map(({ name: _name, used_rate: _rate, ...row }) => row);
    const sorted = (list: readonly Json[]): Json[] => list.toSorted((one, other) => `${one.source}${one.code}`.localeCompare(`${other.source}${other.code}`));
    expect(sorted(rows)).toEqual(sorted(wanted as Json[]));
  });

  it.each(Object.entries(expected.figures))('%s: the settlement from the books is the expected one', async (number, { settlement }) => {
    const { form } = (await auditor.get(`/grant-agreements/${agreementId(number)}/settlement-worksheet?stage=1`)).body as Json;
    const { returns } = form;
    expect({
      ...{ unused_cash: returns.unusedWon, disallowed_cash: returns.disallowedWon, A: returns.cashWon, C_inkind: returns.inKindShortageWon, indirect_proportional: returns.indirectProportionalWon },
      ...{ D: returns.interestWon, E: returns.returnedInterestWon, total_return: returns.totalWon, notice_amount: returns.noticeWon, notice_cut: returns.droppedWon },
    }).toEqual(Object.fromEntries(Object.entries(settlement).filter(([key]) => key !== 'B' && key !== 'C_cash').map(([key, value]) => [key, `${value}`])));
  });

  it.each(Object.entries(expected.figures))('%s: what came in is what is there, was spent or went back', async (number, { tranches_paid }) => {
    const of = (chart: string): Promise<bigint> => balanceOf(account(`grant.project-${chart}`, agreementId(number)));
    expect(await of('government')).toBe(BigInt(tranches_paid));
    expect((await of('cash')) + (await of('spent')) + (await of('returned'))).toBe((await of('government')) + (await of('own')) + (await of('other')) + (await of('interest')));
  });

  it('every figure of the books is what the facts say', async () => {
    expect(await untiedGrants([imported.callId as string])).toEqual([]);
  });

  it('counts what was spent and reviewed', async () => {
    const { body } = await auditor.get(`/grant-calls/${imported.callId as string}/expenses?limit=1`);
    expect(body).toMatchObject({ count: 77, disallowedWon: '4334567' });
  });

  it('leaves open at the end of the year what was not paid, and nothing of what was', async () => {
    const { years } = (await Client.as('finance').get(`/grant-calls/${imported.callId as string}/years`)).body as { years: { open: { number: string; openWon: string; decidedWon: string }[] }[] };
    const unpaid = await withSql('OWNER', async (sql) => (await sql.query<{ number: string; open: string }>(
      `select a.number, ((select sum(f.amount_won) from grant_funding f where f.agreement_id = a.id) - (select sum(t.amount_won) from grant_tranche t where t.agreement_id = a.id))::text as open
         from grant_agreement a where a.call_id = $1 order by a.number`, [imported.callId])).rows);
    expect(unpaid).toHaveLength(4);
    const told = years.flatMap(({ open }) => open);
    expect(told.map(({ number, openWon, decidedWon }) => [number, openWon, decidedWon])).toEqual(unpaid.filter(({ open }) => open !== '0').map(({ number, open }) => [number, open, '0']));
  });

  it('adds nothing the second time, and only what is new from a corrected file', async () => {
    const again = await uploadGrants(BYTES, { callId: imported.callId as string, dryRun: 'true' });
    expect(Object.values(again.body.fresh as Json).every((count) => count === 0)).toBe(true);
    const corrections = [{ sheet: '집행', row: 40, column: '비목코드', value: 'D4' }, { sheet: '집행', row: 76, column: '거래처 사업자번호', value: '284-88-83155' }];
    const corrected = await importGrants(BYTES, { callId: imported.callId as string }, corrections);
    expect(corrected.fresh).toMatchObject({ agreements: 0, budgets: 0, tranches: 0, expenses: 2, interests: 0, statements: 0 });
    const third = await uploadGrants(BYTES, { callId: imported.callId as string, dryRun: 'true' }, corrections);
    expect(third.body.fresh.expenses).toBe(0);
  });

  it('takes no evidence that another call has used', async () => {
    const elsewhere = await uploadGrants(BYTES, { agency: '시험 전문기관', programmeId: await voucherProgramme(), dryRun: 'true' });
    const codes = (elsewhere.body.sheets as Json[]).flatMap(({ rows }) => rows as Json[]).flatMap(({ remarks }) => remarks as Json[]).map(({ code }) => code as string);
    expect(codes.filter((code) => code === 'EVIDENCE_DUPLICATE').length).toBeGreaterThan(30);
  });

  it('keeps the run for the list of imports', async () => {
    const runs = await withSql('OWNER', async (sql) => (await sql.query<{ n: number }>(`select count(*)::int as n from import_run where kind = 'grant-register' and id = $1`, [imported.id])).rows);
    expect(runs).toEqual([{ n: 1 }]);
  });

  it('wants the budget of a call that is there, the agency of one that is opened, and the law of research', async () => {
    const poor = await openedCall({ budgetWon: '1000' });
    expect(refusal(await uploadGrants(BYTES, { callId: poor.id, dryRun: 'true' }))).toEqual([409, 'grant-register.budget-short']);
    expect(refusal(await uploadGrants(BYTES, { dryRun: 'true' }))).toEqual([400, 'grant-register.agency-missing', '/agency']);
    const subsidy = await openedCall({ regime: 'SUBSIDY' });
    expect(refusal(await uploadGrants(BYTES, { callId: subsidy.id, dryRun: 'true' }))).toEqual([409, 'grant-register.of-another-law']);
  });

  it('imports what the preview showed, or nothing', async () => {
    const answer = await uploadGrants(BYTES, { agency: '시험 전문기관', programmeId: await voucherProgramme(), amountWon: '1' });
    expect(refusal(answer)).toEqual([409, 'grant-register.total-differs']);
  });
});
