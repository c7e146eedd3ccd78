import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { concludedAgreement, openedCall, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { demanded, TV12 } from '../../support/settlements.js';
import { balanceOf } from '../../support/sql.js';

const finance = Client.as('finance');
const STEPS = ['suspend', 'resume', 'complete', 'terminate', 'close'] as const;
const stepBody = (changes: Json = {}): Json => ({ happenedOn: '2021-09-01', reason: '현장점검 결과에 따름', ...changes });

describe('the life of an agreement', () => {
  let call: TestCall;
  const step = (id: string, verb: string, changes: Json = {}) => finance.post(`/grant-agreements/${id}/${verb}`, stepBody(changes));

  beforeAll(async () => {
    call = await openedCall();
  });

  for (const verb of STEPS) {
    itIsClosedTo('checker', `${verb}GrantAgreement`, (client) => client.post(`/grant-agreements/${NOWHERE}/${verb}`, stepBody()));
    itFindsNothingAt((id) => finance.post(`/grant-agreements/${id}/${verb}`, stepBody()));
  }

  describe.each<[verb: (typeof STEPS)[number], before: readonly (typeof STEPS)[number][]]>([
    ['suspend', []],
    ['resume', ['suspend']],
    ['complete', []],
    ['terminate', []],
  ])('%s', (verb, before) => {
    let id: string;
    beforeAll(async () => {
      ({ id } = await concludedAgreement(call.id));
      for (const each of before) expectStatus(await step(id, each), 200);
    });
    // The period is over for each of them, so that a second try could only be refused by its state.
    itWritesOncePerKey((ask, variation) => finance.post(`/grant-agreements/${id}/${verb}`, stepBody({ happenedOn: '2021-12-31', reason: variation === 'first' ? '현장점검 결과에 따름' : '다른 사유로 다시 함' }), ask));
  });

  describe('close', () => {
    let id: string;
    beforeAll(async () => {
      const stage = await demanded(TV12);
      id = stage.agreement.id;
      expectStatus(await step(id, 'complete', { happenedOn: today() }), 200);
    }, 120_000);
    itWritesOncePerKey((ask, variation) => finance.post(`/grant-agreements/${id}/close`, stepBody({ happenedOn: today(), reason: variation === 'first' ? '정산 확정' : '다른 사유로 종결' }), ask));
  });

  it('stops paying and pays again', async () => {
    const { id } = await concludedAgreement(call.id);
    expect((await step(id, 'suspend')).body).toMatchObject({ before: 'ACTIVE', after: 'SUSPENDED' });
    const twice = await step(id, 'suspend');
    expect([twice.status, twice.body.code]).toEqual([409, 'grant-agreement.not-in-this-state']);
    expect((await step(id, 'resume')).body.after).toBe('ACTIVE');
    expect((await finance.get(`/grant-agreements/${id}`)).body.events).toMatchObject([{ event: 'suspend', happenedOn: '2021-09-01' }, { event: 'resume' }]);
  });

  it('is completed when its period is over', async () => {
    const { id } = await concludedAgreement(call.id);
    const early = await step(id, 'complete');
    expect([early.status, early.body.code]).toEqual([422, 'rule.period-is-over']);
    expect((await step(id, 'complete', { happenedOn: '2021-12-31' })).body.after).toBe('COMPLETED');
  });

  it('gives what was never paid back to the budget when it is terminated', async () => {
    const { id } = await concludedAgreement(call.id);
    const before = await balanceOf(call.account('grant.available', '2021'));
    const ended = await step(id, 'terminate');
    expectStatus(ended, 200);
    expect([ended.body.after, await balanceOf(call.account('grant.committed', id)), (await balanceOf(call.account('grant.available', '2021'))) - before]).toEqual(['TERMINATED', 0n, 150_000_000n]);
  });

  it('is closed only when every stage is settled', async () => {
    const { id } = await concludedAgreement(call.id);
    await step(id, 'complete', { happenedOn: '2021-12-31' });
    const refused = await step(id, 'close', { happenedOn: '2022-04-01' });
    expect([refused.status, refused.body.code]).toEqual([422, 'rule.every-stage-is-settled']);
    expect((await step(id, 'close', { happenedOn: '2022-04-01', dryRun: true })).body.verdicts).toContainEqual(expect.objectContaining({ rule: 'every-stage-is-settled', result: 'BLOCK' }));
  });
});
