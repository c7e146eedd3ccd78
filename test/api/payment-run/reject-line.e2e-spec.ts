import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { made } from '../../support/grants.js';
import { exportedRun, owedTranche, payingCall, runPage, stateOfDebt, stepRun, type PayingCall } from '../../support/payments.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

const failed = (changes: Json = {}): Json => ({ lineNo: 1, happenedOn: today(), reasonCode: 'AC04', reason: '계좌 해지', ...changes });

describe('a line that the bank did not pay', () => {
  let call: PayingCall;

  beforeAll(async () => {
    call = await payingCall();
  });

  itIsClosedTo('checker', 'rejectLinePaymentRun', (client) => client.post(`/payment-runs/${NOWHERE}/reject-line`, failed()));
  itFindsNothingAt((id) => stepRun(id, 'reject-line', failed()));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= (await exportedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000')).id;
    return stepRun(once, 'reject-line', failed(variation === 'first' ? {} : { reason: '다른 사유' }), ask);
  });

  it('is owed again, tells why, and leaves the books as they were', async () => {
    const debt = await owedTranche(call.id);
    const { id, number } = await exportedRun(call.book, [debt.payableId], '1000000');
    const answer = await stepRun(id, 'reject-line', failed());
    expectStatus(answer, 200);
    expect([answer.body.entries, await stateOfDebt(debt.payableId), await balanceOf(call.account('grant.payable', debt.agreementId))]).toEqual([[], 'OWED', 1_000_000n]);
    const due = made('what is due', await Client.as('finance').get(`/payables?book=${encodeURIComponent(call.book)}`)) as { payables: Json[] };
    expect(due.payables.find((each) => each.id === debt.payableId)?.earlier).toMatchObject({ runNumber: number, outcome: 'REJECTED', reasonCode: 'AC04', reason: '계좌 해지' });
    expect((await runPage(id)).standing).toBe('SETTLED');
  });

  it('was neither paid nor rejected before, and is one of the run', async () => {
    const { id } = await exportedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    expect(refusal(await stepRun(id, 'reject-line', failed({ lineNo: 2 })))).toEqual([400, 'payment-run.line-unknown', '/lineNo']);
    expect(refusal(await stepRun(id, 'reject-line', failed({ reasonCode: 'ac-4' })))).toEqual([400, 'payment-run.reason-code-malformed', '/reasonCode']);
    expect(refusal(await stepRun(id, 'reject-line', failed({ happenedOn: '2021-01-01' })))).toEqual([400, 'payment-run.paid-before-its-day', '/happenedOn']);
    expectStatus(await stepRun(id, 'confirm', { paidOn: today() }), 200);
    expect(refusal(await stepRun(id, 'reject-line', failed()))).toEqual([409, 'payment-run.line-not-open', '/lineNo']);
  });
});
