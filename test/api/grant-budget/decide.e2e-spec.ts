import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const finance = Client.as('finance');
const form = (changes: Json = {}): Json => ({ fiscalYear: 2021, stage: 'APPROVED', amountWon: '1000000000', decidedOn: '2021-01-02', clause: '2021년도 세출예산', ...changes });
const decide = (id: string, changes: Json = {}, ask = {}): Promise<Answer> => finance.post(`/grant-calls/${id}/budget`, form(changes), ask);

describe('the budget of a call', () => {
  itIsClosedTo('manager', 'decideGrantBudget', (client) => client.post(`/grant-calls/${NOWHERE}/budget`, form()));
  itIsClosedTo('admin', 'listGrantBudget', (client) => client.get(`/grant-calls/${NOWHERE}/budget`));
  itFindsNothingAt((id) => decide(id));
  itFindsNothingAt((id) => finance.get(`/grant-calls/${id}/budget`));
  const shared = openedCall({ budgetWon: '0' });
  itWritesOncePerKey(async (ask, variation) => decide((await shared).id, { amountWon: variation === 'first' ? '1000' : '2000' }, ask));

  it('is granted by fiscal year and posted as what may be agreed on', async () => {
    const { id, account } = await openedCall({ budgetWon: '0' });
    const answer = await decide(id);
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ before: { budgetWon: '0', availableWon: '0' }, after: { fiscalYear: 2021, budgetWon: '1000000000', availableWon: '1000000000', undrawnWon: '1000000000' } });
    expectStatus(await decide(id, { fiscalYear: 2022, stage: 'SUPPLEMENTARY', amountWon: '500000000' }), 201);
    expect([await balanceOf(account('grant.available', '2021')), await balanceOf(account('grant.available', '2022'))]).toEqual([1_000_000_000n, 500_000_000n]);
  });

  it('is on record and no more where the government proposed it', async () => {
    const { id, account } = await openedCall({ budgetWon: '0' });
    const answer = await decide(id, { stage: 'PROPOSAL', amountWon: '6200000000' });
    expectStatus(answer, 201);
    expect(answer.body.entries).toEqual([]);
    expect(await balanceOf(account('grant.available', '2021'))).toBe(0n);
    expect((await finance.get(`/grant-calls/${id}`)).body).toMatchObject({ proposedWon: '6200000000', budgetWon: '0' });
  });

  it('is cut down to what is not agreed, to the won', async () => {
    const { id } = await openedCall({ budgetWon: '1000000000' });
    const over = await decide(id, { change: 'CUT', stage: 'TRANSFER', amountWon: '1000000001' });
    expect([over.status, over.body.code]).toEqual([422, 'rule.cut-leaves-what-is-agreed']);
    expect(JSON.stringify(over.body)).toContain('1원을 더 줄일 수 없습니다');
    expectStatus(await decide(id, { change: 'CUT', stage: 'TRANSFER', amountWon: '1000000000' }), 201);
  });

  it('is tried without being decided', async () => {
    const { id } = await openedCall({ budgetWon: '0' });
    const tried = await decide(id, { dryRun: true });
    expectStatus(tried, 201);
    expect(tried.body).toMatchObject({ id: null, dryRun: true, after: { budgetWon: '1000000000' } });
    expect(tried.body.entries).toHaveLength(1);
    expect((await finance.get(`/grant-calls/${id}/budget`)).body).toEqual([]);
  });

  it.each([
    ['nothing', { amountWon: '0' }, [400, 'request.invalid', '/amountWon']],
    ['a stage nobody knows', { stage: 'HOPE' }, [400, 'request.invalid', '/stage']],
    ['a decision of tomorrow', { decidedOn: '2099-01-01' }, [400, 'grant-budget.not-decided-yet', '/decidedOn']],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(refusal(await decide((await shared).id, changes))).toEqual(expected);
  });
});
