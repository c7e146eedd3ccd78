import { describe, expect, it } from '@jest/globals';
import { pain002 } from '../../support/bank-answers.js';
import { type Answer } from '../../support/client.js';
import { draftRun, exportRun, owedTranche, payingCall, runPage, stateOfDebt, stepRun } from '../../support/payments.js';
import { balanceOf, withSql } from '../../support/sql.js';

/**
 * A client that dies after any step does not know whether the step was done. It sends it again, with the same key or with a new one, and
 * goes on from what it finds. Whatever it was that died, and wherever: each debt is paid once.
 */
const STEPS = ['draft', 'release', 'export', 'answer'] as const;
type Step = (typeof STEPS)[number];

describe('a payment that was interrupted', () => {
  it.each(STEPS.flatMap((step) => [[step, 'the same key'], [step, 'a new key'], [step, 'a lost answer and two that try at once']] as const))('at its %s, goes on with %s and pays once', async (broken, how) => {
    const call = await payingCall();
    const debt = await owedTranche(call.id);
    let run = { id: '', number: '' };
    const send = (step: Step, key: string): Promise<Answer> => {
      switch (step) {
        case 'draft':
          return draftRun(call.book, { payableIds: [debt.payableId], totalWon: '1000000' }, { key });
        case 'release':
          return stepRun(run.id, 'release', {}, { key });
        case 'export':
          return exportRun(run.id, 'PAIN_001', { key });
        case 'answer':
          return stepRun(run.id, 'answer', { fileName: 'answer.xml', content: pain002(run.number, [{ lineNo: 1, status: 'ACSC', amountWon: '1000000' }]) }, { key });
      }
    };
    const files: Buffer[] = [];
    for (const step of STEPS) {
      const key = `step-${crypto.randomUUID()}`;
      const answers = [await send(step, key)];
      if (step === broken) {
        // The first answer never arrived.
        if (how === 'the same key') answers.push(await send(step, key));
        if (how === 'a new key') answers.push(await send(step, `step-${crypto.randomUUID()}`));
        if (how.startsWith('a lost')) answers.push(...(await Promise.all([send(step, key), send(step, `step-${crypto.randomUUID()}`)])));
      }
      expect(answers.every(({ status }) => status < 300 || status === 409)).toBe(true);
      if (step === 'draft') run = await runOf(debt.payableId);
      if (step === 'export') files.push(...answers.filter(({ status }) => status === 200).map(({ bytes }) => bytes));
    }
    expect(new Set(files.map((bytes) => bytes.toString('hex'))).size).toBe(1);
    expect(await runPage(run.id)).toMatchObject({ standing: 'SETTLED', paidWon: '1000000', counts: { open: 0, paid: 1, rejected: 0, returned: 0 } });
    expect([await stateOfDebt(debt.payableId), await balanceOf(call.account('grant.project-cash', debt.agreementId)), await balanceOf(call.account('grant.payable', debt.agreementId))]).toEqual(['PAID', 1_000_000n, 0n]);
    expect(await entriesOf(debt.trancheId)).toBe(1);
  });
});

/** The run that has a debt: what a client finds when it looks after a crash. */
async function runOf(payableId: string): Promise<{ id: string; number: string }> {
  return withSql('OWNER', async (sql) => {
    const { rows } = await sql.query<{ id: string; number: string }>('select r.id, r.number from payable_state s join payment_run r on r.id = s.run_id where s.payable_id = $1', [payableId]);
    return rows[0] ?? { id: '', number: '' };
  });
}

/** How often the payment of a tranche stands in the books. */
async function entriesOf(trancheId: string): Promise<number> {
  return withSql('OWNER', async (sql) => Number((await sql.query<{ count: string }>(`select count(*) from journal_entry where subject_id = $1 and posting = 'grant.tranche-paid'`, [trancheId])).rows[0]?.count));
}
