import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { type Json } from '../../support/client.js';
import { draftedRun, exportedRun, exportRun, owedTranche, payingCall, releasedRun, runPage, stateOfDebt, stepRun, type PayingCall } from '../../support/payments.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { holdRole, scopedPerson } from '../../support/scoped.js';
import { today } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

describe('confirming a payment run from the statement of account', () => {
  let call: PayingCall;
  const paidOn = today();

  beforeAll(async () => {
    call = await payingCall();
  });

  itIsClosedTo('checker', 'confirmPaymentRun', (client) => client.post(`/payment-runs/${NOWHERE}/confirm`, { paidOn }));
  itFindsNothingAt((id) => stepRun(id, 'confirm', { paidOn }));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= (await exportedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000')).id;
    return stepRun(once, 'confirm', variation === 'first' ? { paidOn } : { paidOn, lines: [{ lineNo: 1 }] }, ask);
  });

  it('books what was paid, and settles the run once every line is', async () => {
    const debts = [await owedTranche(call.id, { amountWon: '3000000' }), await owedTranche(call.id, { amountWon: '2000000' })];
    const run = await exportedRun(call.book, debts.map(({ payableId }) => payableId), '5000000');
    const { items } = (await runPage(run.id)) as { items: { lineNo: number; payableId: string }[] };
    const lineNo = items.find(({ payableId }) => payableId === debts[0]?.payableId)?.lineNo ?? 0;
    const account = (chart: string, index: number): string => call.account(chart, debts[index]?.agreementId);
    const shown = await stepRun(run.id, 'confirm', { paidOn, lines: [{ lineNo, bankReference: '이체 0630-001' }], dryRun: true });
    expect([shown.body.dryRun, (shown.body.entries as Json[]).map(({ posting }) => posting)]).toEqual([true, ['grant.tranche-paid']]);
    expect(await balanceOf(account('grant.payable', 0))).toBe(3_000_000n);
    expectStatus(await stepRun(run.id, 'confirm', { paidOn, lines: [{ lineNo, bankReference: '이체 0630-001' }] }), 200);
    expect([await balanceOf(account('grant.payable', 0)), await balanceOf(account('grant.project-cash', 0)), await balanceOf(account('grant.payable', 1))]).toEqual([0n, 3_000_000n, 2_000_000n]);
    expect([await stateOfDebt(debts[0]?.payableId ?? ''), await stateOfDebt(debts[1]?.payableId ?? ''), (await runPage(run.id)).standing]).toEqual(['PAID', 'IN_RUN', 'EXPORTED']);
    expectStatus(await stepRun(run.id, 'confirm', { paidOn }), 200);
    expect(await runPage(run.id)).toMatchObject({ standing: 'SETTLED', paidWon: '5000000', counts: { open: 0, paid: 2, rejected: 0, returned: 0 } });
    expect(refusal(await stepRun(run.id, 'confirm', { paidOn }))).toEqual([409, 'payment-run.nothing-open']);
    expect(refusal(await stepRun(run.id, 'confirm', { paidOn, lines: [{ lineNo }] }))).toEqual([409, 'payment-run.line-not-open', '/lines/0/lineNo']);
  });

  it('takes no line twice in one breath, none that is not there, and none of a run that the bank does not know', async () => {
    const { id } = await exportedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    expect(refusal(await stepRun(id, 'confirm', { paidOn, lines: [{ lineNo: 1 }, { lineNo: 1 }] }))).toEqual([409, 'payment-run.line-not-open', '/lines/1/lineNo']);
    expect(refusal(await stepRun(id, 'confirm', { paidOn, lines: [{ lineNo: 2 }] }))).toEqual([400, 'payment-run.line-unknown', '/lines/0/lineNo']);
    const early = await releasedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    expect(refusal(await stepRun(early.id, 'confirm', { paidOn }))).toEqual([409, 'payment-run.not-exported']);
  });

  it('knows neither a day to come nor one before the bank was told', async () => {
    const { id } = await exportedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    expect(refusal(await stepRun(id, 'confirm', { paidOn: '2199-01-01' }))).toEqual([400, 'payment-run.answer-in-future', '/paidOn']);
    expect(refusal(await stepRun(id, 'confirm', { paidOn: '2021-01-01' }))).toEqual([400, 'payment-run.paid-before-its-day', '/paidOn']);
  });

  it('pays a line once, however many say so at the same moment', async () => {
    const debt = await owedTranche(call.id);
    const { id } = await exportedRun(call.book, [debt.payableId], '1000000');
    const answers = await Promise.all([1, 2, 3].map(() => stepRun(id, 'confirm', { paidOn })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await balanceOf(call.account('grant.project-cash', debt.agreementId))).toBe(1_000_000n);
  });

  it('is for somebody who did not release it', async () => {
    const person = await scopedPerson('FINANCE_CHECKER', ['*']);
    const { payableId } = await owedTranche(call.id);
    const { id } = await draftedRun(call.book, [payableId], '1000000');
    expectStatus(await person.post(`/payment-runs/${id}/release`, {}), 200);
    expectStatus(await exportRun(id), 200);
    await holdRole(person.id, 'FINANCE_CHECKER', []);
    await holdRole(person.id, 'FINANCE_MAKER', ['*']);
    expect(refusal(await person.post(`/payment-runs/${id}/confirm`, { paidOn }))).toEqual([422, 'rule.confirmer-is-not-the-releaser']);
  });
});
