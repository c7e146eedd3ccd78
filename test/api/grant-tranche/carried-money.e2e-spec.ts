import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { registered } from '../../support/bank-accounts.js';
import { Client, type Json } from '../../support/client.js';
import { untiedGrants } from '../../support/grant-ties.js';
import { concludedAgreement, decidedTranche, made, openedCall, type TestCall } from '../../support/grants.js';
import { designated, draftRun, exportedRun, stepRun } from '../../support/payments.js';
import { today } from '../../support/services.js';
import { balanceOf, withSql } from '../../support/sql.js';

const finance = Client.as('finance');

/** A tranche of 2021 that is paid today, years after its fiscal year: only out of what was carried over (국가재정법 제48조). */
describe('a tranche that is paid after its year', () => {
  let call: TestCall;
  beforeAll(async () => {
    call = await openedCall({ budgetWon: '600000000' });
    await designated(call.book);
  });

  async function owed(amountWon: string): Promise<{ agreementId: string; payableId: string }> {
    const { id: agreementId } = await concludedAgreement(call.id);
    const trancheId = await decidedTranche(agreementId, amountWon);
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ id: string; payee: string; name: string }>('select d.id, d.payee_id as payee, p.name from payable d join party p on p.id = d.payee_id where d.subject_id = $1', [trancheId]));
    const debt = rows[0];
    if (debt === undefined) throw new Error('the decision left no debt');
    await registered({ partyId: debt.payee, holder: debt.name });
    return { agreementId, payableId: debt.id };
  }
  const figures = () => Promise.all(['grant.appropriation', 'grant.appropriation-carried'].map((chart) => balanceOf(call.account(chart, '2021'))));

  it('waits for its year to be carried over, and goes back there when the bank returns it', async () => {
    const { agreementId, payableId } = await owed('75000000');
    const early = await draftRun(call.book, { payableIds: [payableId], totalWon: '75000000' });
    expect([early.status, early.body.code, await figures()]).toEqual([422, 'rule.books-can-pay-the-run', [600_000_000n, 0n]]);
    made('the close', await finance.post(`/grant-calls/${call.id}/years`, { fiscalYear: 2021, clause: '2021회계연도 마감', carryOvers: [{ agreementId, fiscalYear: 2021, kind: 'ACCIDENT', reason: '시제품 제작 지연', clause: '사고이월 승인' }] }));
    expect(await figures()).toEqual([0n, 150_000_000n]);
    const run = await exportedRun(call.book, [payableId], '75000000');
    expectStatus(await stepRun(run.id, 'confirm', { paidOn: today() }), 200);
    expect(await figures()).toEqual([0n, 75_000_000n]);
    const back = await stepRun(run.id, 'return-line', { lineNo: 1, happenedOn: today(), reason: '예금주 불일치 반송', bankReference: '반송 0703' });
    expect((back.body.entries as Json[]).map(({ posting }) => posting)).toEqual(['grant.tranche-returned']);
    expect([await figures(), await balanceOf(call.account('grant.payable', agreementId))]).toEqual([[0n, 150_000_000n], 75_000_000n]);
    const again = await exportedRun(call.book, [payableId], '75000000');
    expectStatus(await stepRun(again.id, 'confirm', { paidOn: today() }), 200);
    expect([await figures(), await untiedGrants([call.id])]).toEqual([[0n, 75_000_000n], []]);
  });
});
