import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { recordedExpense } from '../../support/expenses.js';
import { concludedAgreement, openedCall, type TestAgreement, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('attaching evidence to an expense', () => {
  let call: TestCall;
  let agreement: TestAgreement;
  const attach = (id: string, body: Json = { paper: 'INSPECTION', reference: '검수-2021-17' }, ask = {}) => Client.as('finance').post(`/grant-expenses/${id}/evidence`, body, ask);

  beforeAll(async () => {
    call = await openedCall();
    agreement = await concludedAgreement(call.id);
  });

  itIsClosedTo('checker', 'attachGrantEvidence', (client) => client.post(`/grant-expenses/${NOWHERE}/evidence`, { paper: 'QUOTES', reference: '1' }));
  itFindsNothingAt((id) => attach(id));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= (await recordedExpense(call.id, agreement.id)).id;
    return attach(once, { paper: 'QUOTES', reference: variation }, ask);
  });

  it('takes what was missing off the list', async () => {
    const { id } = await recordedExpense(call.id, agreement.id, { supplyWon: '21000000' });
    const answer = await attach(id);
    expectStatus(answer, 200);
    expect(answer.body).toMatchObject({ papers: ['INSPECTION'], missing: ['QUOTES'] });
  });

  it('wants a file or a place, a file that was uploaded, and an expense that stands', async () => {
    const { id } = await recordedExpense(call.id, agreement.id);
    expect(refusal(await attach(id, { paper: 'QUOTES' }))).toEqual([400, 'grant-evidence.nothing-attached', '/documentId']);
    expect(refusal(await attach(id, { paper: 'QUOTES', documentId: NOWHERE }))).toEqual([400, 'document.unknown', '/documentId']);
    await Client.as('finance').post(`/grant-expenses/${id}/void`, { reason: '금액을 잘못 적음' });
    expect(refusal(await attach(id))).toEqual([409, 'grant-expense.voided-already']);
  });
});
