import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { type Json } from '../../support/client.js';
import { draftedRun, exportedRun, owedTranche, payingCall, runPage, stateOfDebt, stepRun, type Debt, type PayingCall } from '../../support/payments.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

const returned = (changes: Json = {}): Json => ({ lineNo: 1, happenedOn: today(), reason: '예금주 불일치 반송', bankReference: '반송 0701', ...changes });

describe('a line whose money the bank sent back', () => {
  let call: PayingCall;
  const paidRun = async (debt: Debt): Promise<string> => {
    const { id } = await exportedRun(call.book, [debt.payableId], '1000000');
    expectStatus(await stepRun(id, 'confirm', { paidOn: today() }), 200);
    return id;
  };

  beforeAll(async () => {
    call = await payingCall();
  });

  itIsClosedTo('checker', 'returnLinePaymentRun', (client) => client.post(`/payment-runs/${NOWHERE}/return-line`, returned()));
  itFindsNothingAt((id) => stepRun(id, 'return-line', returned()));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= await paidRun(await owedTranche(call.id));
    return stepRun(once, 'return-line', returned(variation === 'first' ? {} : { reason: '다른 사유' }), ask);
  });

  it('is undone in the books, owed again, and can be paid by another run', async () => {
    const debt = await owedTranche(call.id);
    const id = await paidRun(debt);
    const year = Number(today().slice(0, 4));
    const appropriation = (): Promise<bigint> => balanceOf(call.account('grant.appropriation', String(year)));
    const before = await appropriation();
    const answer = await stepRun(id, 'return-line', returned());
    expect((answer.body.entries as Json[]).map(({ posting }) => posting)).toEqual(['grant.tranche-returned']);
    expect([await stateOfDebt(debt.payableId), (await appropriation()) - before, await balanceOf(call.account('grant.project-cash', debt.agreementId))]).toEqual(['OWED', 1_000_000n, 0n]);
    expect(((await runPage(id)).steps as Json[]).at(-1)).toMatchObject({ what: 'RETURNED', lineNo: 1, bankReference: '반송 0701', fromAnswer: false });
    expect((await draftedRun(call.book, [debt.payableId], '1000000')).number).toMatch(/^PR-/);
  });

  it('was paid before, and comes back once', async () => {
    const debt = await owedTranche(call.id);
    const { id } = await exportedRun(call.book, [debt.payableId], '1000000');
    expect(refusal(await stepRun(id, 'return-line', returned()))).toEqual([409, 'payment-run.line-not-open', '/lineNo']);
    expectStatus(await stepRun(id, 'confirm', { paidOn: today() }), 200);
    expectStatus(await stepRun(id, 'return-line', returned()), 200);
    expect(refusal(await stepRun(id, 'return-line', returned()))).toEqual([409, 'payment-run.line-not-open', '/lineNo']);
  });
});
