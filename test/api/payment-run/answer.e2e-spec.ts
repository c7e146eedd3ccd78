import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { camt054Return, pain002 } from '../../support/bank-answers.js';
import { type Answer, type Ask, type Json } from '../../support/client.js';
import { draftedRun, exportedRun, exportRun, owedTranche, payingCall, runPage, stateOfDebt, stepRun, type PayingCall } from '../../support/payments.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const answer = (runId: string, content: string, ask: Omit<Ask, 'body'> = {}, body: Json = {}): Promise<Answer> => stepRun(runId, 'answer', { fileName: 'answer.xml', content, ...body }, ask);

describe('what the bank answers to a payment run', () => {
  let call: PayingCall;
  const paid = (lineNo: number) => ({ lineNo, status: 'ACSC' as const, amountWon: '1000000' });

  beforeAll(async () => {
    call = await payingCall();
  });

  itIsClosedTo('checker', 'answerPaymentRun', (client) => client.post(`/payment-runs/${NOWHERE}/answer`, { fileName: 'a.xml', content: pain002('PR-2199-0001', []) }));
  itFindsNothingAt((id) => answer(id, pain002('PR-2199-0001', [])));

  let once: { id: string; number: string } | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= await exportedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    return answer(once.id, pain002(once.number, variation === 'first' ? [paid(1)] : []), ask);
  });

  it('pays, rejects and leaves open line by line; what was rejected goes out again in another run', async () => {
    const debts = [await owedTranche(call.id), await owedTranche(call.id), await owedTranche(call.id)];
    const run = await exportedRun(call.book, debts.map(({ payableId }) => payableId), '3000000');
    const order = (await runPage(run.id)).items as { lineNo: number; payableId: string }[];
    const debtOf = (lineNo: number) => debts.find(({ payableId }) => order.some((line) => line.lineNo === lineNo && line.payableId === payableId));
    const said = pain002(run.number, [paid(1), { lineNo: 2, status: 'RJCT', amountWon: '1000000', reasonCode: 'AC01' }, { lineNo: 3, status: 'ACSP', amountWon: '1000000' }]);
    const shown = await answer(run.id, said, {}, { dryRun: true });
    expect([(shown.body.outcomes as Json[]).map(({ lineNo, outcome }) => [lineNo, outcome]), shown.body.untouched]).toEqual([[[1, 'PAID'], [2, 'REJECTED']], 1]);
    expectStatus(await answer(run.id, said), 200);
    expect(await runPage(run.id)).toMatchObject({ standing: 'EXPORTED', paidWon: '1000000', counts: { open: 1, paid: 1, rejected: 1, returned: 0 } });
    const rejected = debtOf(2)?.payableId ?? '';
    expect(await stateOfDebt(rejected)).toBe('OWED');
    const again = await draftedRun(call.book, [rejected], '1000000');
    expectStatus(await stepRun(again.id, 'release'), 200);
    expectStatus(await exportRun(again.id), 200);
    expectStatus(await answer(again.id, pain002(again.number, [paid(1)])), 200);
    expect([await stateOfDebt(rejected), await balanceOf(call.account('grant.project-cash', debtOf(2)?.agreementId))]).toEqual(['PAID', 1_000_000n]);
    // The first run hears again what it knows.
    expect((await answer(run.id, said)).body).toMatchObject({ outcomes: [], untouched: 3 });
  });

  it('undoes in the books what the bank sent back, once, and owes it again', async () => {
    const debt = await owedTranche(call.id);
    const run = await exportedRun(call.book, [debt.payableId], '1000000');
    expectStatus(await answer(run.id, pain002(run.number, [paid(1)])), 200);
    const returned = await answer(run.id, camt054Return(run.number, 1, '1000000'));
    expect((returned.body.entries as Json[]).map(({ posting }) => posting)).toEqual(['grant.tranche-returned']);
    expect([await stateOfDebt(debt.payableId), await balanceOf(call.account('grant.payable', debt.agreementId)), await balanceOf(call.account('grant.project-cash', debt.agreementId))]).toEqual(['OWED', 1_000_000n, 0n]);
    expect((await answer(run.id, camt054Return(run.number, 1, '1000000'))).body).toMatchObject({ outcomes: [], untouched: 1, entries: [] });
    expect(await runPage(run.id)).toMatchObject({ standing: 'SETTLED', paidWon: '0', counts: { open: 0, paid: 0, rejected: 0, returned: 1 } });
  });

  it('is refused as a whole where it is about anything else', async () => {
    const debt = await owedTranche(call.id);
    const run = await exportedRun(call.book, [debt.payableId], '1000000');
    const refused: [string, string][] = [
      [pain002('PR-2199-0001', [paid(1)]), 'payment-answer.of-another-run'],
      [pain002(run.number, [paid(1), paid(2)]), 'payment-answer.unknown-transfer'],
      [pain002(run.number, [{ ...paid(1), amountWon: '1000001' }]), 'payment-answer.other-amount'],
      [camt054Return(run.number, 1, '1000000'), 'payment-run.line-not-open'],
      ['<a><b></a>', 'payment-answer.not-xml'],
      [`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`, 'payment-answer.not-xml'],
      ['<a/>', 'payment-answer.unknown-message'],
    ];
    for (const [content, code] of refused) expect(refusal(await answer(run.id, content)).slice(1)).toEqual([code, '/content']);
    expect([await stateOfDebt(debt.payableId), (await runPage(run.id)).counts]).toEqual(['IN_RUN', { open: 1, paid: 0, rejected: 0, returned: 0 }]);
  });
});
