import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund, obligation, recordDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const EXPENSES = 'fund.lifetime-expenses-won';
const HEADROOM_ACTION = 'fund.headroom.action';

describe('deciding a term of a fund', () => {
  const [manager, compliance] = [Client.as('manager'), Client.as('compliance')];
  let fundId: string;
  const term = (key: string, value: string, changes: Json = {}): Json => ({ key, value, effectiveFrom: '2025-01-01', clause: '조합원총회 의결', source: 'AGREEMENT', reason: '규약 변경', ...changes });
  const decideTerm = (id: string, key: string, value: string, changes: Json = {}, ask = {}) => compliance.post(`/funds/${id}/policies`, term(key, value, changes), ask);

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('manager', 'decidePolicy', (client) => client.post(`/funds/${NOWHERE}/policies`, term(EXPENSES, '1')));
  itFindsNothingAt((id) => decideTerm(id, EXPENSES, '1'));
  itWritesOncePerKey((ask, variation) => decideTerm(fundId, 'fund.overdue-rate-basis-points', variation === 'first' ? '900' : '800', {}, ask));

  it('moves both limits with the expenses, in the figures and in the ledger', async () => {
    const { id } = await formFund(manager);
    const decided = await decideTerm(id, EXPENSES, '3600000000');
    expectStatus(decided, 201);
    expect([decided.body.before.headroomWon, decided.body.after.headroomWon, decided.body.after.remainingWon]).toEqual(['7400000000', '6400000000', '16400000000']);
    expect([await balanceOf(`fund/${id}/fund.headroom`), await balanceOf(`fund/${id}/fund.deal-capacity`)]).toEqual([6_400_000_000n, 16_400_000_000n]);
    expect((await decideTerm(id, EXPENSES, '2600000000', { effectiveFrom: '2025-02-01' })).body.after.headroomWon).toBe('7400000000');
    expect(await balanceOf(`fund/${id}/fund.headroom`)).toBe(7_400_000_000n);
  });

  it('is recorded even where it takes what is spent already', async () => {
    const { id } = await formFund(manager);
    await recordDeal(manager, id, '7400000000');
    expect((await decideTerm(id, EXPENSES, '2600000001')).body.after).toMatchObject({ headroomWon: '-1', feasible: false });
    expect(await balanceOf(`fund/${id}/fund.headroom`)).toBe(-1n);
  });

  it('in a dry run shows the effect and decides nothing', async () => {
    const { id } = await formFund(manager);
    expect((await decideTerm(id, EXPENSES, '3600000000', { dryRun: true })).body).toMatchObject({ dryRun: true, after: { headroomWon: '6400000000' } });
    expect((await obligation(id)).feasibility.headroomWon).toBe('7400000000');
  });

  it('makes the headroom advice where it says WARN, and a bar again where it says BLOCK', async () => {
    const { id } = await formFund(manager);
    expect((await recordDeal(manager, id, '7500000000')).status).toBe(422);
    await decideTerm(id, HEADROOM_ACTION, 'WARN');
    const warned = await recordDeal(manager, id, '7500000000');
    expect([warned.status, warned.body.verdicts[0].result, warned.body.after.headroomWon, warned.body.postings[0].posting]).toEqual([201, 'WARN', '-100000000', 'fund.investment-paid-under-warning']);
    await decideTerm(id, HEADROOM_ACTION, 'BLOCK', { effectiveFrom: '2025-01-02' });
    expect((await recordDeal(manager, id, '1')).status).toBe(422);
  });

  it('keeps what applied before, and shows what applies with its clause', async () => {
    const { id } = await formFund(manager);
    await decideTerm(id, 'fund.single-company-cap-basis-points', '2500', { effectiveFrom: '2025-06-01' });
    const cap = async (asOf: string) => ((await compliance.get(`/funds/${id}?asOf=${asOf}`)).body.policies as Json[]).find(({ key }) => key === 'fund.single-company-cap-basis-points');
    expect([(await cap('2025-05-31')).value, (await cap('2025-06-01')).value]).toEqual(['2000', '2500']);
    expect(await cap('2025-06-01')).toMatchObject({ clause: '조합원총회 의결', source: 'AGREEMENT' });
  });

  it.each([
    ['a term nobody may decide here', 'fund.unit-minimum-won', '4000', {}, 'request.invalid', '/key'],
    ['a term called __proto__', '__proto__', '1', {}, 'request.invalid', '/key'],
    ['an amount that is none', EXPENSES, '1e9', {}, 'policy.value', '/value'],
    ['a cap above the whole', 'fund.single-company-cap-basis-points', '10001', {}, 'policy.value', '/value'],
    ['an action that is none', HEADROOM_ACTION, 'IGNORE', {}, 'policy.value', '/value'],
    ['a day before the founding', EXPENSES, '1', { effectiveFrom: '2024-01-14' }, 'policy.before-founding', '/effectiveFrom'],
    ['limits of the future', EXPENSES, '1', { effectiveFrom: '2199-01-01' }, 'policy.limit-in-future', '/effectiveFrom'],
    ['no clause', EXPENSES, '1', { clause: ' ' }, 'request.invalid', '/clause'],
  ])('refuses %s', async (_what, key, value, changes, code, pointer) => {
    expect(refusal(await decideTerm(fundId, key, value, changes))).toEqual([400, code, pointer]);
  });
});
