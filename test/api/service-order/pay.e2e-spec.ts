import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { registered } from '../../support/bank-accounts.js';
import { Client, type Json } from '../../support/client.js';
import { made } from '../../support/grants.js';
import { accreditedLab, business, certificate, moveOrder, orderOf, requestOrder } from '../../support/outcomes-of-grants.js';
import { draftedRun, exportedRun, payingCall, stateOfDebt, stepRun, type PayingCall } from '../../support/payments.js';
import { today } from '../../support/services.js';
import { balanceOf, withSql } from '../../support/sql.js';

const YEAR = today().slice(0, 4);

describe('the fee of a laboratory, paid by a run', () => {
  let call: PayingCall;
  let labId: string;
  beforeAll(async () => {
    call = await payingCall();
    const lab = business('수행기관');
    labId = await accreditedLab({ lab });
    await registered({ partyId: labId, holder: (lab as { name: string }).name });
  });

  /** An order of this year whose payment was decided: 1,500,000 won of the government. */
  async function approvedOrder(): Promise<{ id: string; payableId: string }> {
    const id = made('the order', await requestOrder(call.id, labId, { requestedOn: `${YEAR}-01-05` })).id as string;
    made('the acceptance', await moveOrder(id, 'accept', { on: `${YEAR}-01-06` }));
    made('the certificate', await moveOrder(id, 'certify', certificate({ companyPaidOn: `${YEAR}-01-07`, on: `${YEAR}-01-07` })));
    made('the approval', await moveOrder(id, 'approve', { amountWon: '1500000', payOn: today() }));
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ id: string }>('select id from payable where subject_id = $1', [id]));
    return { id, payableId: rows[0]?.id ?? '' };
  }

  it('leaves the budget of its year, and comes back to it when the bank sends it back', async () => {
    const { id, payableId } = await approvedOrder();
    const figures = () => Promise.all([balanceOf(call.account('grant.appropriation', YEAR)), balanceOf(call.account('grant.payable', id))]);
    const [before, owed] = await figures();
    expect(owed).toBe(1_500_000n);
    const run = await exportedRun(call.book, [payableId], '1500000');
    const paid = await stepRun(run.id, 'confirm', { paidOn: today() });
    expectStatus(paid, 200);
    expect((paid.body.entries as Json[]).map(({ posting }) => posting)).toEqual(['grant.service-order-paid']);
    expect([await figures(), (await orderOf(call.id, id)).paidOn]).toEqual([[before - 1_500_000n, 0n], today()]);

    const returned = await stepRun(run.id, 'return-line', { lineNo: 1, happenedOn: today(), reason: '예금주 불일치 반송', bankReference: '반송 0702' });
    expectStatus(returned, 200);
    expect((returned.body.entries as Json[]).map(({ posting }) => posting)).toEqual(['grant.service-order-returned']);
    expect([await figures(), (await orderOf(call.id, id)).paidOn, await stateOfDebt(payableId)]).toEqual([[before, 1_500_000n], null, 'OWED']);
    expect((await draftedRun(call.book, [payableId], '1500000')).number).toMatch(/^PR-/);
  });

  it('is not paid twice by two runs', async () => {
    const { payableId } = await approvedOrder();
    await draftedRun(call.book, [payableId], '1500000');
    const again = await Client.as('finance').post('/payment-runs', { book: call.book, payableIds: [payableId], totalWon: '1500000' });
    expect(again.status).toBeGreaterThanOrEqual(400);
    expect(await stateOfDebt(payableId)).toBe('IN_RUN');
  });
});
