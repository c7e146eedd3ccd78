import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { expenseRow, record, recordedExpense, taxInvoice } from '../../support/expenses.js';
import { concludedAgreement, openedCall, type TestAgreement, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

describe('undoing an expense', () => {
  let call: TestCall;
  let agreement: TestAgreement;
  const undo = (id: string, ask = {}, reason = '금액을 잘못 적음') => Client.as('finance').post(`/grant-expenses/${id}/void`, { reason }, ask);

  beforeAll(async () => {
    call = await openedCall();
    agreement = await concludedAgreement(call.id);
  });

  itIsClosedTo('checker', 'voidGrantExpense', (client) => client.post(`/grant-expenses/${NOWHERE}/void`, { reason: '잘못 기록함' }));
  itFindsNothingAt((id) => undo(id));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= (await recordedExpense(call.id, agreement.id, { supplyWon: '1000' })).id;
    return undo(once, ask, variation === 'first' ? '금액을 잘못 적음' : '다른 까닭으로');
  });

  it('gives the line its money back, and lets the same invoice pay for the row that takes its place', async () => {
    const [line, invoice] = [call.account('grant.line', agreement.lineOf('D4')), taxInvoice()];
    const before = await balanceOf(line);
    const { id } = await recordedExpense(call.id, agreement.id, { supplyWon: '700000', evidenceNumber: invoice });
    const preview = await Client.as('finance').post(`/grant-expenses/${id}/void`, { reason: '공급가액 오기', dryRun: true });
    expect([preview.body.dryRun, preview.body.postings[0].posting]).toEqual([true, 'grant.expense-voided']);
    expectStatus(await undo(id), 200);
    expect(await balanceOf(line)).toBe(before);
    expectStatus(await record(call.id, [expenseRow(agreement.id, { supplyWon: '70000', evidenceNumber: invoice })]), 201);
    expect(refusal(await record(call.id, [expenseRow(agreement.id, { evidenceNumber: invoice })]))).toEqual([422, 'rule.invoice-is-claimed-once']);
  });

  it('undoes once', async () => {
    const { id } = await recordedExpense(call.id, agreement.id, { supplyWon: '1000' });
    expectStatus(await undo(id), 200);
    expect(refusal(await undo(id))).toEqual([409, 'grant-expense.voided-already']);
  });
});
