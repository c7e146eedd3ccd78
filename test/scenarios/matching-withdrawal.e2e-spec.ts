import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../support/client.js';
import { made } from '../support/grants.js';
import { concludedProject, decidedRelease, openedPool, payeeAccount, provenDeposit, roomOf, withdraw, type TestPool, type TestProject } from '../support/matching-money.js';
import { pdfText } from '../support/packs.js';
import { exportedRun, stepRun } from '../support/payments.js';
import { today } from '../support/services.js';
import { withSql } from '../support/sql.js';

/** S8 (docs/domain.md §7.8): private money is withdrawn after full release; 40 million go back, on a notice in words, into the Treasury. */
describe('a company takes back part of what was matched', () => {
  const [finance, checker] = [Client.as('finance'), Client.as('checker')];
  let pool: TestPool;
  let project: TestProject;
  let clawbackId: string;
  let recoveryId: string;

  beforeAll(async () => {
    pool = await openedPool();
    project = await concludedProject(pool);
    await payeeAccount(project);
  });

  it('after 250 million of its own were proven by the bank and 200 million of the government paid', async () => {
    await provenDeposit(project, '250000000');
    expect(await roomOf(project)).toEqual({ allowed: '200000000', room: '200000000', released: '0', over: '0' });
    const trancheId = await decidedRelease(project, '200000000');
    const payableId = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from payable where subject_id = $1', [trancheId])).rows[0]?.id ?? '');
    const run = await exportedRun(pool.book, [payableId], '200000000');
    made('confirming the payment', await stepRun(run.id, 'confirm', { paidOn: today() }));
    const [release] = (await finance.get(`/matching-pools/${pool.id}/releases`)).body as Json[];
    expect(release).toMatchObject({ id: trancheId, state: 'DECIDED', payment: 'PAID' });
  });

  it('is shown before it is recorded, and proposes 40 million by itself', async () => {
    const preview = made('the preview', await withdraw(project, '50000000', { dryRun: true }));
    expect(preview).toMatchObject({ id: null, clawbackWon: '40000000', clawbackId: null, after: { allowedWon: '160000000', roomWon: '0', overReleasedWon: '40000000' } });
    expect(await roomOf(project)).toMatchObject({ over: '0' });
    const recorded = made('the withdrawal', await withdraw(project, '50000000'));
    clawbackId = recorded.clawbackId as string;
    expect(recorded).toMatchObject({ clawbackWon: '40000000', before: { overReleasedWon: '0' } });
    const [proposal] = (await finance.get(`/matching-pools/${pool.id}/clawbacks`)).body as Json[];
    expect(proposal).toMatchObject({ id: clawbackId, state: 'PROPOSED', totalWon: '40000000', allowedWon: '160000000', releasedWon: '200000000' });
    expect((await finance.get(`/matching-pools/${pool.id}/rooms`)).body[0].alerts[0]).toMatchObject({ code: 'OVER_RELEASED', amountWon: '40000000' });
  });

  it('is decided by somebody else, due on a business day, and off the books of what is released', async () => {
    const decided = made('the decision', await checker.post(`/matching-clawbacks/${clawbackId}/decision`, { amountWon: '40000000', noticeOn: today() }));
    recoveryId = decided.recovery.id as string;
    expect(decided).toMatchObject({ after: { allowedWon: '160000000', releasedWon: '160000000', overReleasedWon: '0' }, recovery: { demandedWon: '40000000' } });
    const weekday = new Date(`${decided.recovery.dueOn}T00:00:00Z`).getUTCDay();
    expect([1, 2, 3, 4, 5]).toContain(weekday);
    expect((decided.recovery.dueOn as string) > today()).toBe(true);
    expect(await checker.post(`/matching-clawbacks/${clawbackId}/decision`, { amountWon: '40000000', noticeOn: today() })).toMatchObject({ status: 409, body: { code: 'matching-clawback.not-standing' } });
  });

  it('is demanded on a notice whose amounts are in words', async () => {
    const notice = await finance.get(`/grant-recoveries/${recoveryId}/notice`);
    expect(notice.status).toBe(200);
    const text = (await pdfText(notice)).replace(/\s+/g, '');
    for (const part of ['정부지원금환수통지서', '금40000000원(금사천만원)', '초과지급액', '160000000', project.number]) expect(text).toContain(part.replace(/\s+/g, ''));
  });

  it('comes back through the recovery of the grant and goes to the Treasury', async () => {
    made('the receipt', await finance.post(`/grant-recoveries/${recoveryId}/receive`, { amountWon: '40000000', valueOn: today(), bankReference: 'S8-2' }));
    const remitted = made('the remittance', await finance.post(`/grant-recoveries/${recoveryId}/remit`, { amountWon: '40000000', remittedOn: today(), noticeNumber: `S8-${project.number}` }));
    expect(remitted.after).toMatchObject({ openWon: '0' });
    const cash = await withSql('OWNER', async (sql) => (await sql.query<{ balance: string }>('select b.balance::text from ledger_account a join account_balance b on b.account_id = a.id where a.key = $1', [project.account('grant.project-cash')])).rows[0]?.balance);
    // 250 + 200 − 50 withdrawn − 40 given back
    expect(cash).toBe('360000000');
  });
});
