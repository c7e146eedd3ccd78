import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { confirmItems, keptAccount, pasteLines } from '../../support/bank.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { untiedGrants } from '../../support/grant-ties.js';
import { made } from '../../support/grants.js';
import { concludedProject, decidedRelease, openedPool, provenDeposit, roomOf, withdraw, type TestPool, type TestProject } from '../../support/matching-money.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { statement } from '../../support/statement.js';
import { today } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

const finance = Client.as('finance');
const REASON = '다른 과제의 반환을 잘못 기록';
const reverse = (id: string, body: Json = {}, ask = {}): Promise<Answer> => finance.post(`/matching-withdrawals/${id}/reversal`, { reason: REASON, ...body }, ask);

let pool: TestPool;
beforeAll(async () => {
  pool = await openedPool();
});

/** 100 million won are in, 60 million released: 75 million of private money are behind them. */
async function releasedProject(): Promise<TestProject> {
  const project = await concludedProject(pool, { privateWon: '100000000' });
  await provenDeposit(project, '100000000');
  await decidedRelease(project, '60000000');
  return project;
}
const gone = async (project: TestProject, amountWon: string): Promise<{ id: string; clawbackId: string | null }> => made('the withdrawal', await withdraw(project, amountWon)) as { id: string; clawbackId: string | null };
const clawbacksOf = async (project: TestProject): Promise<string[][]> =>
  ((await finance.get(`/matching-pools/${pool.id}/clawbacks`)).body as Json[]).filter(({ agreementId }) => agreementId === project.id).map(({ state, totalWon }) => [state as string, totalWon as string]);

describe('reversing a withdrawal of private money', () => {
  itIsClosedTo('checker', 'reverseMatchingWithdrawal', (client) => client.post(`/matching-withdrawals/${NOWHERE}/reversal`, { reason: REASON }));
  itFindsNothingAt((id) => reverse(id));

  describe('once', () => {
    let id: string;
    beforeAll(async () => {
      ({ id } = await gone(await releasedProject(), '1000000'));
    });
    itWritesOncePerKey((ask, variation) => reverse(id, variation === 'first' ? {} : { reason: '또 다른 사유' }, ask));
    it('and never again', async () => {
      expect(await reverse(id)).toMatchObject({ status: 409, body: { code: 'matching-withdrawal.reversed-already' } });
    });
  });

  it('lets the money count again and ends what was proposed for it, in the books as well', async () => {
    const project = await releasedProject();
    const cash = project.account('grant.project-cash');
    const before = [await roomOf(project), await balanceOf(cash), await balanceOf(project.account('grant.project-own'))];
    const { id } = await gone(project, '50000000');
    expect([(await roomOf(project)).over, await clawbacksOf(project)]).toEqual(['20000000', [['PROPOSED', '20000000']]]);
    expect((await reverse(id, { dryRun: true })).body).toMatchObject({ id: null, dryRun: true, clawbackWon: '0', clawbackId: null, after: { overReleasedWon: '0' } });
    expect((await roomOf(project)).over).toBe('20000000');
    const reversed = made('the reversal', await reverse(id)) as { entries: Json[] };
    expect(reversed.entries.map(({ posting }) => posting)).toEqual(['grant.own-share-return-reversed', 'matching.allowed-raised']);
    expect([await roomOf(project), await balanceOf(cash), await balanceOf(project.account('grant.project-own'))]).toEqual(before);
    expect(await clawbacksOf(project)).toEqual([['OVERTAKEN', '20000000']]);
    const listed = ((await finance.get(`/matching-pools/${pool.id}/withdrawals`)).body as Json[]).find((row) => row.id === id);
    expect(listed).toMatchObject({ reversedFor: REASON, reversedBy: '이나래', amountWon: '50000000' });
    expect(await untiedGrants([pool.id])).toEqual([]);
  });

  it('leaves what another withdrawal took, and proposes that alone', async () => {
    const project = await releasedProject();
    const [first] = [await gone(project, '30000000'), await gone(project, '30000000')];
    expect((await roomOf(project)).over).toBe('28000000');
    made('the reversal', await reverse(first.id));
    expect([(await roomOf(project)).over, await clawbacksOf(project)]).toEqual(['4000000', [['PROPOSED', '4000000'], ['OVERTAKEN', '28000000'], ['OVERTAKEN', '4000000']]]);
    expect(await untiedGrants([pool.id])).toEqual([]);
  });

  it('takes away what it had against a deposit', async () => {
    const project = await concludedProject(pool, { privateWon: '9000000' });
    const { depositId } = await provenDeposit(project, '9000000', { depositedOn: today() });
    const { id } = await gone(project, '9000000');
    const flags = async (): Promise<number> => (((await finance.get(`/matching-pools/${pool.id}/deposits`)).body as Json[]).find((row) => row.id === depositId)?.flags as Json[]).length;
    expect(await flags()).toBe(2);
    made('the reversal', await reverse(id));
    expect(await flags()).toBe(0);
  });

  it('is refused once the clawback was decided, and says which', async () => {
    const project = await releasedProject();
    const { id, clawbackId } = await gone(project, '50000000');
    const decided = made('the decision', await Client.as('checker').post(`/matching-clawbacks/${clawbackId ?? ''}/decision`, { amountWon: '20000000', noticeOn: today() })) as { recovery: { number: string } };
    const refused = await reverse(id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'matching-withdrawal.clawback-decided' } });
    expect(refused.body.detail).toContain(decided.recovery.number);
    // What leaves after the decision can still have been a mistake.
    made('the later reversal', await reverse((await gone(project, '1000000')).id));
  });

  it('is refused while a line of the bank is it', async () => {
    const project = await releasedProject();
    const { id } = await gone(project, '2000000');
    const year = today().slice(0, 4);
    const { accountId } = await keptAccount(`${year}-01-01`);
    made('a statement', await pasteLines(accountId, statement({ on: today(), withdrawal: '2000000', from: project.company })));
    const { lines } = made('the lines', await Client.as('checker').get(`/bank-lines?accountId=${accountId}&from=${year}-01-01&to=${year}-12-31`)) as { lines: Json[] };
    const { matches } = made('confirming', await confirmItems([{ lineId: lines[0]?.id as string, records: [{ kind: 'matching.withdrawal', recordId: id }] }])) as { matches: { id: string }[] };
    expect(await reverse(id)).toMatchObject({ status: 409, body: { code: 'matching-withdrawal.found-at-the-bank' } });
    made('undoing the match', await Client.as('checker').post(`/bank-matches/${matches[0]?.id ?? ''}/undo`, { reason: '잘못 연결한 거래' }));
    made('the reversal', await reverse(id));
  });

  it('wants a reason, and is no deed of others', async () => {
    const { id } = await gone(await releasedProject(), '1000000');
    expect((await reverse(id, { reason: '틀림' })).status).toBe(400);
    expect((await reverse(randomUUID())).status).toBe(404);
    for (const login of ['compliance', 'auditor'] as const) expect((await Client.as(login).post(`/matching-withdrawals/${id}/reversal`, { reason: REASON })).status).toBe(403);
  });
});
