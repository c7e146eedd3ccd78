import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../support/answers.js';
import { type Client, type Json } from '../support/client.js';
import { pain002 } from '../support/bank-answers.js';
import { openedCall } from '../support/grants.js';
import { ADDRESS, draftedRun, owedTranche, payingCall, type Debt, type PayingCall } from '../support/payments.js';
import { PAYMENT_ROUTES } from '../support/payment-routes.js';
import { scopedPerson } from '../support/scoped.js';
import { today } from '../support/services.js';

/** Whoever works for one programme neither sees nor moves what another one owes. */
describe('somebody of another programme', () => {
  let call: PayingCall;
  let debt: Debt;
  let run: { id: string; number: string };
  let maker: Client;
  let checker: Client;

  beforeAll(async () => {
    call = await payingCall();
    debt = await owedTranche(call.id);
    run = await draftedRun(call.book, [debt.payableId], '1000000');
    const elsewhere = [`programme/${(await openedCall({ budgetWon: '0' })).programmeId}`];
    maker = await scopedPerson('FINANCE_MAKER', elsewhere);
    checker = await scopedPerson('FINANCE_CHECKER', elsewhere);
  });

  const failed = { lineNo: 1, happenedOn: today(), reason: '반송' };
  const absent: Readonly<Partial<Record<keyof typeof PAYMENT_ROUTES, () => Promise<Json>>>> = {
    getPaymentRun: () => maker.get(`/payment-runs/${run.id}`),
    releasePaymentRun: () => checker.post(`/payment-runs/${run.id}/release`, {}),
    downloadPaymentRun: () => maker.post(`/payment-runs/${run.id}/download`, { reason: '지급 내역 보관' }),
    exportPaymentRun: () => maker.post(`/payment-runs/${run.id}/export`, { format: 'PAIN_001', reason: '은행 이체 접수' }),
    confirmPaymentRun: () => maker.post(`/payment-runs/${run.id}/confirm`, { paidOn: today() }),
    answerPaymentRun: () => maker.post(`/payment-runs/${run.id}/answer`, { fileName: 'a.xml', content: pain002(run.number, []) }),
    rejectLinePaymentRun: () => maker.post(`/payment-runs/${run.id}/reject-line`, failed),
    returnLinePaymentRun: () => maker.post(`/payment-runs/${run.id}/return-line`, failed),
    voidPaymentRun: () => maker.post(`/payment-runs/${run.id}/void`, { reason: '취소' }),
  };
  const unknown: typeof absent = {
    draftPaymentRun: () => maker.post('/payment-runs', { book: call.book, dryRun: true }),
    designatePayingAccount: () => maker.post('/paying-accounts', { book: call.book, bankAccountId: call.accountId, effectiveFrom: today(), ...ADDRESS }),
  };
  const empty: typeof absent = {
    listPayables: () => maker.get(`/payables?book=${encodeURIComponent(call.book)}`),
    listBooksToPay: () => maker.get('/payables/books'),
    listPayingAccounts: () => maker.get('/paying-accounts'),
    listPaymentRuns: () => maker.get('/payment-runs'),
  };

  it('is asked about every route', () => {
    expect([absent, unknown, empty].flatMap((asks) => Object.keys(asks)).sort()).toEqual(Object.keys(PAYMENT_ROUTES).sort());
  });

  it.each(Object.keys(absent) as (keyof typeof PAYMENT_ROUTES)[])('%s: finds no such run', async (route) => {
    const answer = await absent[route]?.();
    expect(refusal(answer)).toEqual([404, 'resource.not-found']);
    expect(JSON.stringify(answer.body)).not.toContain(run.number);
  });

  it.each(Object.keys(unknown) as (keyof typeof PAYMENT_ROUTES)[])('%s: knows no such book', async (route) => {
    expect(refusal(await unknown[route]?.())).toEqual([400, 'payment.unknown-book', '/book']);
  });

  it.each(Object.keys(empty) as (keyof typeof PAYMENT_ROUTES)[])('%s: shows nothing of it', async (route) => {
    const { status, bytes } = await empty[route]?.();
    expect(status).toBe(200);
    for (const mark of [run.id, run.number, debt.payableId, debt.payee, call.book, call.accountId]) expect(bytes.toString()).not.toContain(mark);
  });
});
