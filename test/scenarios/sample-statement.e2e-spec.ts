import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/answers.js';
import { keptAccount } from '../support/bank.js';
import { Client, type Json } from '../support/client.js';
import { importGrants } from '../support/grant-registers.js';
import { importRoster, workbook } from '../support/rosters.js';
import { ownServer } from '../support/own-server.js';
import type { ServerProcess } from '../support/server-process.js';
import { voucherProgramme } from '../support/vouchers.js';

interface Expected {
  readonly matched: readonly { readonly line: number; readonly how: string; readonly amount: number; readonly records: readonly [string, string, number][] }[];
  readonly name_warnings: readonly { readonly line: number }[];
  readonly unmatched_deposits: readonly { readonly line: number }[];
  readonly interest_fees_tax_lines: readonly number[];
  readonly data_lines: number;
}

const expected = JSON.parse(readFileSync('test/fixtures/bank-statement-2021.expected.json', 'utf8')) as Expected;
/** The kind of record that a sheet brings in. That of matching projects is in the demo already. */
const KINDS: Readonly<Record<string, string>> = {
  'fund-register.xlsx/출자납입': 'fund.capital-receipt',
  'fund-register.xlsx/관리보수': 'fund.expense',
  'as-voucher-roster.xlsx/사용내역': 'voucher.payment',
  'prototype-grants.xlsx/지급': 'grant.tranche-of-register',
  'matching-projects.xlsx/민간입금': 'matching.deposit',
  'matching-projects.xlsx/정부지급': 'grant.tranche-of-register',
};
/** The same sheet tells with a minus what private payers got back. */
const kindOf = (file: string, sheet: string, amount: number): string | undefined => (sheet === '민간입금' && amount < 0 ? 'matching.withdrawal' : KINDS[`${file}/${sheet}`]);
const YEAR = 'from=2021-01-01&to=2021-12-31';

/** S: the statement of a year against what the workbooks of that year put into the books, through the program as it stands. */
describe('the statement of 2021 once the workbooks are imported', () => {
  let server: ServerProcess;
  let accountId: string;
  let lines: Json[];
  const at = (row: number): Json => lines.find(({ rowNo }) => rowNo === row) as Json;

  beforeAll(async () => {
    server = await ownServer();
    expectStatus(await Client.as('manager').upload('/imports/fund-register', workbook('fund-register'), 'fund-register.xlsx'), 201);
    const programme = { programmeId: await voucherProgramme() };
    await importRoster(workbook('as-voucher-roster'), { ...programme, legalRegime: 'PUBLIC_FINANCE' });
    await importGrants(workbook('prototype-grants'), { agency: '시험 전문기관', programmeId: await voucherProgramme() });
    accountId = (await keptAccount('2021-01-01', '3010147000021')).accountId;
    const taken = await Client.as('finance').upload(`/bank-statements?accountId=${accountId}`, readFileSync('test/fixtures/bank-statement-2021.csv'), 'bank-statement-2021.csv');
    expect([taken.status, taken.body.added, taken.body.differenceWon, taken.body.refused]).toEqual([201, expected.data_lines - 1, '0', []]);
    lines = (await Client.as('checker').get(`/bank-lines?accountId=${accountId}&${YEAR}`)).body.lines as Json[];
  }, 300_000);

  afterAll(() => server.stop());

  it('finds the record of every line that has one, and proposes no other: no false match', () => {
    const proposed = lines.flatMap(({ rowNo, candidates }) => {
      const [best] = candidates as Json[];
      return best === undefined || best.certainty === 'POSSIBLE' ? [] : [{ line: rowNo as number, fuzzy: best.certainty === 'LIKELY', kinds: (best.records as Json[]).map(({ kind }) => kind as string) }];
    });
    expect(proposed).toEqual(expected.matched.map(({ line, how, amount, records }) => ({ line, fuzzy: how === 'fuzzy', kinds: records.map(([file, sheet]) => kindOf(file, sheet, amount)) })));
    expect(proposed.length).toBeGreaterThan(60);
  });

  it('tells what waits: the name that is off, the deposit of nobody, and every day adds up', async () => {
    const waiting = (await Client.as('checker').get(`/reconciliation/exceptions?accountId=${accountId}&${YEAR}`)).body as Json[];
    const rowsOf = (code: string): number[] => waiting.filter((each) => each.code === code).map(({ lineId }) => lines.find(({ id }) => id === lineId)?.rowNo as number);
    expect(rowsOf('DEPOSITOR_NAME_FUZZY')).toEqual(expected.name_warnings.map(({ line }) => line));
    expect(rowsOf('BANK_UNMATCHED')).toEqual(expect.arrayContaining(expected.unmatched_deposits.map(({ line }) => line)));
    expect(waiting.filter(({ code }) => code === 'BALANCE_BREAK')).toEqual([]);
    expect(lines.filter(({ state }) => state === 'OWN').map(({ rowNo }) => rowNo as number)).toEqual(expected.interest_fees_tax_lines);
    const days = (await Client.as('checker').get(`/reconciliation/days?accountId=${accountId}&${YEAR}`)).body as Json;
    expect([days.openingWon, days.days.at(-1).closingWon, (days.days as Json[]).every(({ differenceWon }) => differenceWon === '0')]).toEqual(['1300000000', '4858515335', true]);
  });

  it('accepts all certain ones in one step, and leaves the one whose name is off for a person', async () => {
    const items = lines.filter(({ candidates }) => (candidates as Json[])[0]?.certainty === 'CERTAIN').map(({ id, candidates }) => ({ lineId: id as string, records: (candidates[0].records as Json[]).map(({ kind, recordId }) => ({ kind, recordId }) as Json) }));
    expectStatus(await Client.as('checker').post('/bank-matches', { items }), 201);
    lines = (await Client.as('checker').get(`/bank-lines?accountId=${accountId}&${YEAR}`)).body.lines as Json[];
    expect(lines.filter(({ state }) => state === 'MATCHED')).toHaveLength(items.length);
    const fuzzy = at(expected.name_warnings[0]?.line ?? 0);
    expect([fuzzy.state, fuzzy.candidates[0].certainty]).toEqual(['OPEN', 'LIKELY']);
    expect(items.length + expected.name_warnings.length).toBe(expected.matched.length);
  });
});
