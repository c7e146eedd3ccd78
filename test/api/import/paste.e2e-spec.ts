import { describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { obligation } from '../../support/funds.js';
import { dealSheet, overviewSheet, partnerSheet } from '../../support/register.js';
import { itIsClosedTo, itWritesOncePerKey } from '../../support/routes.js';

const newNumber = (): string => `FND-2021-${randomInt(1000, 10_000)}`;
const paste = (sheet: string, text: string, query = '', ask = {}): Promise<Answer> => Client.as('manager').post(`/imports/fund-register/paste${query}`, { sheet, text }, ask);
const rowsOf = ({ body }: Answer): Json[] => body.sheets[0].rows as Json[];

describe('pasting a sheet of a fund register', () => {
  const [repeated, other] = [overviewSheet(newNumber()), overviewSheet(newNumber())];
  itIsClosedTo('auditor', 'pasteFundRegister', (client) => client.post('/imports/fund-register/paste', { sheet: '조합개요', text: repeated }));
  itWritesOncePerKey((ask, variation) => paste('조합개요', variation === 'first' ? repeated : other, '', ask));

  it('builds a fund sheet by sheet, each upon what is on record', async () => {
    const number = newNumber();
    expect(rowsOf(await paste('조합원명부', partnerSheet(number), '?dryRun=true')).map(({ remarks }) => remarks[0].code as string)).toEqual(Array(3).fill('REFERENCE_UNKNOWN'));
    expect((await paste('조합개요', overviewSheet(number))).body).toMatchObject({ accepted: 1, rejected: 0, fileName: '조합개요 (붙여넣기)' });
    expect((await paste('조합원명부', partnerSheet(number))).body).toMatchObject({ accepted: 3, rejected: 0 });
    const deals = await paste('투자현황', dealSheet(number, [{ number: 'INV-2021-0001', paidOn: '2021-06-15', amount: '1,000,000,000', status: '인정', decidedOn: '2021-06-10' }]));
    expectStatus(deals, 201);
    expect(deals.body).toMatchObject({ accepted: 1, rejected: 0 });
    const fund = ((await Client.as('auditor').get('/funds')).body as Json[]).find((each) => each.number === number);
    expect(await obligation(fund.id, '?asOf=2021-12-31&knownAt=2021-12-31')).toMatchObject({ committedWon: '10000000000', qualifyingWon: '1000000000', decisive: { ratioPercent: '10.00' } });
  });

  it('rejects what lies in the future, row by row, and records the rest', async () => {
    const number = newNumber();
    await paste('조합개요', overviewSheet(number));
    await paste('조합원명부', partnerSheet(number));
    const deal = { amount: '100000000', status: '해당없음' };
    const answer = await paste('투자현황', dealSheet(number, [{ ...deal, number: 'INV-2021-0001', paidOn: '2021-06-15' }, { ...deal, number: 'INV-2021-0002', paidOn: '2199-06-15' }]));
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ accepted: 1, rejected: 1 });
    expect(rowsOf(answer).find(({ verdict }) => verdict === 'REJECTED')).toMatchObject({ row: 3, key: 'INV-2021-0002' });
  });

  it('records deals that broke the headroom as they happened, and says so', async () => {
    const number = newNumber();
    await paste('조합개요', overviewSheet(number));
    await paste('조합원명부', partnerSheet(number));
    const answer = await paste('투자현황', dealSheet(number, [{ number: 'INV-2021-0001', paidOn: '2021-06-15', amount: '5000000000', status: '해당없음' }]));
    expect(answer.body.accepted).toBe(1);
    expect((answer.body.notes as Json[]).map(({ en }) => en as string)).toEqual([expect.stringContaining('1 deals had broken the headroom')]);
    const fund = ((await Client.as('auditor').get('/funds')).body as Json[]).find((each) => each.number === number);
    expect((await obligation(fund.id)).feasibility).toMatchObject({ headroomWon: '-1000000000', feasible: false });
    const live = await Client.as('manager').post(`/funds/${fund.id}/investments`, { company: { name: '(주)다음', businessNumber: '124-81-00998' }, kind: 'NEW', instrument: 'COMMON', amountWon: '1', paidOn: '2021-07-01' });
    expect(refusal(live)).toEqual([422, 'rule.obligation-stays-reachable']);
  });

  it('explains a table that is none of ours, and records nothing of it', async () => {
    const answer = await paste('투자현황', '이름\t금액\r\n홍길동\t1000');
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ accepted: 0 });
    expect(rowsOf(answer)[0].remarks[0].text.ko).toMatch(/[가-힣]/);
  });

  it.each([
    ['a sheet that is none', { sheet: '메모', text: 'a' }, '/sheet'],
    ['no text', { sheet: '투자현황' }, '/text'],
    ['blanks', { sheet: '투자현황', text: ' \r\n\t' }, '/text'],
    ['more than two million characters', { sheet: '투자현황', text: 'a'.repeat(2_000_001) }, '/text'],
    ['a control character', { sheet: '투자현황', text: 'a\u0000b' }, '/text'],
  ])('refuses %s', async (_what, body, pointer) => {
    expect(refusal(await Client.as('manager').post('/imports/fund-register/paste', body))).toEqual([400, 'request.invalid', pointer]);
  });
});
