import { describe, expect, it } from '@jest/globals';
import { pain002 } from '../../support/bank-answers.js';
import { type Answer } from '../../support/client.js';
import { draftRun, exportRun, owedTranche, payingCall, runPage, stateOfDebt, stepRun } from '../../support/payments.js';
import { capturedService, debtsOf, yearInUse } from '../../support/services.js';
import { balanceOf, withSql } from '../../support/sql.js';

/**
 * A client that dies after any step does not know whether the step was done. It sends it again, with the same key or with a new one, and
 * goes on from what it finds. Whatever it was that died, and wherever: each debt is paid once.
 */
const STEPS = ['draft', 'release', 'export', 'answer'] as const;
type Step = (typeof STEPS)[number];

const WAYS = ['the same key', 'a new key', 'a lost answer and two that try at once'] as const;

/** One million won that an instrument owes, and what its books say once that is paid. */
interface Owed {
  readonly book: string;
  readonly payableId: string;
  readonly subjectId: string;
  readonly posting: string;
  /** The account that holds the debt. */
  readonly debtAccount: string;
}

const OWED: Readonly<Record<'grant' | 'voucher', () => Promise<Owed>>> = {
  grant: async () => {
    const call = await payingCall();
    const { payableId, trancheId, agreementId } = await owedTranche(call.id);
    return { book: call.book, payableId, subjectId: trancheId, posting: 'grant.tranche-paid', debtAccount: call.account('grant.payable', agreementId) };
  },
  voucher: async () => {
    const use = await yearInUse(1);
    const subjectId = await capturedService(use.voucherIds[0] ?? '', use.provider.id, { supplyWon: '1000000' });
    return { book: use.year.book, payableId: (await debtsOf([subjectId]))[0] ?? '', subjectId, posting: 'voucher.service-paid', debtAccount: use.year.account('voucher.payable-public', use.provider.partyId) };
  },
};
const CASES = (Object.keys(OWED) as (keyof typeof OWED)[]).flatMap((instrument) => STEPS.flatMap((step) => WAYS.map((how) => [instrument, step, how] as const)));

describe('a payment that was interrupted', () => {
  it.each(CASES)('of a %s at its %s, goes on with %s and pays once', async (instrument, broken, how) => {
    const debt = await OWED[instrument]();
    let run = { id: '', number: '' };
    const send = (step: Step, key: string): Promise<Answer> => {
      switch (step) {
        case 'draft':
          return draftRun(debt.book, { payableIds: [debt.payableId], totalWon: '1000000' }, { key });
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
    expect([await stateOfDebt(debt.payableId), await balanceOf(debt.debtAccount)]).toEqual(['PAID', 0n]);
    expect(await entriesOf(debt.subjectId, debt.posting)).toBe(1);
  });
});

/** The run that has a debt: what a client finds when it looks after a crash. */
async function runOf(payableId: string): Promise<{ id: string; number: string }> {
  return withSql('OWNER', async (sql) => {
    const { rows } = await sql.query<{ id: string; number: string }>('select r.id, r.number from payable_state s join payment_run r on r.id = s.run_id where s.payable_id = $1', [payableId]);
    return rows[0] ?? { id: '', number: '' };
  });
}

/** How often the payment of a debt stands in the books. */
async function entriesOf(subjectId: string, posting: string): Promise<number> {
  return withSql('OWNER', async (sql) => Number((await sql.query<{ count: string }>(`select count(*) from journal_entry where subject_id = $1 and posting = $2`, [subjectId, posting])).rows[0]?.count));
}
