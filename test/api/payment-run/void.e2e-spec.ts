import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { draftedRun, exportedRun, owedTranche, payingCall, releasedRun, runPage, stateOfDebt, stepRun, type PayingCall } from '../../support/payments.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('voiding a payment run', () => {
  let call: PayingCall;
  const reason = '지급일 변경';

  beforeAll(async () => {
    call = await payingCall();
  });

  itIsClosedTo('manager', 'voidPaymentRun', (client) => client.post(`/payment-runs/${NOWHERE}/void`, { reason }));
  itFindsNothingAt((id) => stepRun(id, 'void', { reason }));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= (await draftedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000')).id;
    return stepRun(once, 'void', { reason: variation === 'first' ? reason : '다른 사유' }, ask);
  });

  it('lets its debts be drafted anew, before its release and after it', async () => {
    const { payableId } = await owedTranche(call.id);
    const first = await draftedRun(call.book, [payableId], '1000000');
    expectStatus(await stepRun(first.id, 'void', { reason }), 200);
    expect([await stateOfDebt(payableId), (await runPage(first.id)).standing]).toEqual(['OWED', 'VOIDED']);
    const second = await releasedRun(call.book, [payableId], '1000000');
    expectStatus(await stepRun(second.id, 'void', { reason }), 200);
    expect(await stateOfDebt(payableId)).toBe('OWED');
    expect((await draftedRun(call.book, [payableId], '1000000')).number).not.toBe(second.number);
    expect(refusal(await stepRun(second.id, 'release'))).toEqual([409, 'payment-run.not-in-this-state']);
  });

  it('comes too late once the bank may have the file', async () => {
    const { payableId } = await owedTranche(call.id);
    const { id } = await exportedRun(call.book, [payableId], '1000000');
    expect(refusal(await stepRun(id, 'void', { reason }))).toEqual([409, 'payment-run.not-in-this-state']);
    expect(await stateOfDebt(payableId)).toBe('IN_RUN');
  });
});
