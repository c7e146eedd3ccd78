import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { made } from '../../support/grants.js';
import { draftedRun, draftRun, owedTranche, payingCall, runPage, stepRun, type Debt, type PayingCall } from '../../support/payments.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { holdRole, scopedPerson } from '../../support/scoped.js';
import { today } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

describe('releasing a payment run', () => {
  const finance = Client.as('finance');
  let call: PayingCall;
  const drafted = async (debt?: Debt): Promise<string> => (await draftedRun(call.book, [(debt ?? (await owedTranche(call.id))).payableId], '1000000')).id;

  beforeAll(async () => {
    call = await payingCall();
  });

  itIsClosedTo('finance', 'releasePaymentRun', (client) => client.post(`/payment-runs/${NOWHERE}/release`, {}));
  itFindsNothingAt((id) => stepRun(id, 'release'));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= await drafted();
    return stepRun(variation === 'first' ? once : await drafted(), 'release', {}, ask);
  });

  it('books nothing: the bank has not paid yet', async () => {
    const debt = await owedTranche(call.id);
    const id = await drafted(debt);
    const account = call.account('grant.payable', debt.agreementId);
    const shown = await stepRun(id, 'release', { dryRun: true });
    expect([shown.body.dryRun, shown.body.totalWon, (shown.body.entries as Json[]).map(({ posting }) => posting)]).toEqual([true, '1000000', ['grant.tranche-paid']]);
    expect((await runPage(id)).standing).toBe('DRAFTED');
    expectStatus(await stepRun(id, 'release'), 200);
    expect([(await runPage(id)).standing, await balanceOf(account)]).toEqual(['RELEASED', 1_000_000n]);
    expect(refusal(await stepRun(id, 'release'))).toEqual([409, 'payment-run.not-in-this-state']);
  });

  it('happens once, however many press the button', async () => {
    const id = await drafted();
    const answers = await Promise.all([1, 2, 3, 4].map(() => stepRun(id, 'release')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('is for a third person: not for whoever drafted it, who is a checker by now', async () => {
    const person = await scopedPerson('FINANCE_MAKER', ['*']);
    const { payableId } = await owedTranche(call.id);
    const { id } = made('drafting', await person.post('/payment-runs', { book: call.book, payableIds: [payableId], totalWon: '1000000' })) as { id: string };
    await holdRole(person.id, 'FINANCE_MAKER', []);
    await holdRole(person.id, 'FINANCE_CHECKER', ['*']);
    expect(refusal(await person.post(`/payment-runs/${id}/release`, {}))).toEqual([422, 'rule.releaser-is-a-third-person']);
    expectStatus(await stepRun(id, 'release'), 200);
  });

  it('waits for its day', async () => {
    const { payableId } = await owedTranche(call.id);
    const { id } = made('drafting', await draftRun(call.book, { payableIds: [payableId], totalWon: '1000000', payOn: `${today().slice(0, 4)}-12-31` })) as { id: string };
    expect(refusal(await stepRun(id, 'release'))).toEqual(today().endsWith('12-31') ? [200, 'none'] : [422, 'payment-run.before-its-day']);
  });

  it('is stopped for a payee who closed yesterday, for an account that was closed, and for an agreement that was suspended', async () => {
    const [closed, gone, suspended] = [await owedTranche(call.id), await owedTranche(call.id), await owedTranche(call.id)];
    const runs = [await drafted(closed), await drafted(gone), await drafted(suspended)];
    made('a status', await finance.post('/business-statuses', { partyId: closed.payeeId, status: 'CLOSED', effectiveOn: today() }));
    expect(refusal(await stepRun(runs[0] ?? '', 'release'))).toEqual([422, 'rule.payee-is-in-business']);
    made('closing', await finance.post(`/bank-accounts/${gone.bankAccountId ?? ''}/close`, { closedOn: '2025-01-01', reason: '해지' }));
    expect(refusal(await stepRun(runs[1] ?? '', 'release'))).toEqual([422, 'rule.accounts-are-still-open']);
    made('suspending', await finance.post(`/grant-agreements/${suspended.agreementId}/suspend`, { happenedOn: today(), reason: '특별점검 실시' }));
    expect(refusal(await stepRun(runs[2] ?? '', 'release'))).toEqual([422, 'rule.nothing-hinders-the-lines']);
  });
});
