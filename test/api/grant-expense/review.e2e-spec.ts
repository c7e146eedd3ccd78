import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { recordedExpense, review } from '../../support/expenses.js';
import { concludedAgreement, openedCall, type TestAgreement, type TestCall } from '../../support/grants.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('reviewing what was spent', () => {
  let call: TestCall;
  let agreement: TestAgreement;
  const spent = async (changes: Json = {}): Promise<string> => (await recordedExpense(call.id, agreement.id, { supplyWon: '10000', ...changes })).id;

  beforeAll(async () => {
    call = await openedCall();
    agreement = await concludedAgreement(call.id);
  });

  itIsClosedTo('finance', 'reviewGrantExpenses', (client) => client.post(`/grant-calls/${NOWHERE}/expense-reviews`, { items: [{ expenseId: NOWHERE, decision: 'ALLOWED' }] }));

  it('finds no call that is not there, and no expense of another call', async () => {
    const id = await spent();
    expect((await review(NOWHERE, [{ expenseId: id, decision: 'ALLOWED' }])).status).toBe(400);
    expect(refusal(await review((await openedCall()).id, [{ expenseId: id, decision: 'ALLOWED' }]))).toEqual([400, 'grant-expense.unknown', '/items/0/expenseId']);
  });

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= await spent();
    return review(call.id, [{ expenseId: once, decision: 'DISALLOWED', reason: variation === 'first' ? '과제와 무관' : '다른 사유' }], ask);
  });

  it('accepts many at once, and says who and when', async () => {
    const ids = [await spent(), await spent()];
    const answer = await review(call.id, ids.map((expenseId) => ({ expenseId, decision: 'ALLOWED' })));
    expectStatus(answer, 200);
    expect(answer.body.expenses).toHaveLength(2);
    expect(answer.body.expenses[0]).toMatchObject({ state: 'ALLOWED', disallowedWon: '0', reviewer: 'checker', recorder: 'finance' });
  });

  it('takes a part with its reason and article; the latest review counts, and the line shows it', async () => {
    const mine = await concludedAgreement(call.id);
    const { id } = await recordedExpense(call.id, mine.id, { supplyWon: '10000' });
    expectStatus(await review(call.id, [{ expenseId: id, decision: 'DISALLOWED', reason: '증빙 없음' }]), 200);
    expectStatus(await review(call.id, [{ expenseId: id, decision: 'PARTLY', disallowedWon: '4000', reason: '단가 과다', clause: '연구개발비 사용 기준' }]), 200);
    const { lines } = (await Client.as('auditor').get(`/grant-agreements/${mine.id}/lines`)).body as Json;
    expect(lines.find((line: Json) => line.lineId === mine.lineOf('D4'))).toMatchObject({ usedWon: '10000', disallowedWon: '4000', unreviewedWon: '0', leftWon: '79990000' });
  });

  it.each([
    [{ decision: 'DISALLOWED' }, 'grant-expense.review-without-reason', '/items/0/reason'],
    [{ decision: 'PARTLY', reason: '일부', disallowedWon: '10000' }, 'grant-expense.review-not-a-part', '/items/0/disallowedWon'],
    [{ decision: 'PARTLY', reason: '일부' }, 'grant-expense.review-not-a-part', '/items/0/disallowedWon'],
  ])('refuses %j at its field, and reviews none of the request', async (item, code, pointer) => {
    const [wrong, right] = [await spent(), await spent()];
    expect(refusal(await review(call.id, [{ expenseId: wrong, ...item }, { expenseId: right, decision: 'ALLOWED' }]))).toEqual([400, code, pointer]);
    const { expenses } = (await Client.as('auditor').get(`/grant-calls/${call.id}/expenses?state=UNREVIEWED&limit=500`)).body as Json;
    expect(expenses.map(({ id }: Json) => id)).toEqual(expect.arrayContaining([wrong, right]));
  });

  it('refuses the same expense twice in one request', async () => {
    const id = await spent();
    expect(refusal(await review(call.id, [{ expenseId: id, decision: 'ALLOWED' }, { expenseId: id, decision: 'ALLOWED' }]))).toEqual([400, 'grant-expense.reviewed-twice', '/items/1/expenseId']);
  });

  it('judges nothing that was undone', async () => {
    const id = await spent();
    expectStatus(await Client.as('finance').post(`/grant-expenses/${id}/void`, { reason: '금액을 잘못 적음' }), 200);
    expect(refusal(await review(call.id, [{ expenseId: id, decision: 'ALLOWED' }]))).toEqual([409, 'grant-expense.voided-already']);
  });
});
