import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decideTerms, FOUNDED, fundToHandOut, paidInFund, pay, waterfallTerms, type PaidInFund } from '../../support/distributions.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('the terms of a waterfall', () => {
  let fund: PaidInFund;
  const terms = (changes: Json = {}): Json => waterfallTerms({ effectiveFrom: '2020-01-01', ...changes });
  const inForce = async (on: string): Promise<Json> => (await Client.as('auditor').get(`/funds/${fund.id}/waterfall-terms?asOf=${on}`)).body;
  beforeAll(async () => {
    fund = await paidInFund();
  }, 120_000);

  itIsClosedTo('manager', 'decideWaterfallTerm', (client) => client.post(`/funds/${NOWHERE}/waterfall-terms`, terms()));
  itIsClosedTo('admin', 'getWaterfallTerms', (client) => client.get(`/funds/${NOWHERE}/waterfall-terms`));
  itFindsNothingAt((id) => decideTerms(id, terms()));
  itWritesOncePerKey((ask, variation) => Client.as('compliance').post(`/funds/${fund.id}/waterfall-terms`, terms({ clause: variation, effectiveFrom: FOUNDED }), ask));

  it('are the program’s defaults until somebody decides, and the general partner has the carry', async () => {
    const funds = (await Client.as('auditor').get('/funds')).body as Json[];
    const { body } = await Client.as('auditor').get(`/funds/${funds[0]?.id as string}/waterfall-terms`);
    expect([body.dayCount, body.interim, body.catchUpBasisPoints, (body.carried as Json[]).length > 0]).toEqual(['ACTUAL_365', 'PRINCIPAL_ONLY', null, true]);
  });

  it('are decided whole from a day on; before it the old ones hold', async () => {
    const [first = '', , , , general = ''] = fund.partnerIds;
    const parties = [{ partnerId: general, role: 'FIRST_LOSS', weight: 1000 }, { partnerId: first, role: 'CARRIED', weight: 1 }, { partnerId: general, role: 'CARRIED', weight: 3 }];
    const decided = await decideTerms(fund.id, terms({ hurdleBasisPoints: 700, catchUpBasisPoints: 5000, interim: 'NONE', parties, effectiveFrom: '2021-01-01' }));
    expectStatus(decided, 201);
    expect([decided.body.before.hurdleBasisPoints, decided.body.after.hurdleBasisPoints]).toEqual([500, 700]);
    expect([(await inForce('2020-12-31')).hurdleBasisPoints, (await inForce('2021-01-01')).hurdleBasisPoints]).toEqual([500, 700]);
    const after = await inForce('2021-01-01');
    expect([(after.firstLoss as Json[]).map((party) => [party.partnerId, party.weight]), (after.carried as Json[]).map((party) => [party.partnerId, party.weight])]).toEqual([[[general, '1000']], [[first, '1'], [general, '3']]]);
  });

  it('share the carry as they say', async () => {
    const other = await fundToHandOut();
    const [first = '', , , , general = ''] = other.partnerIds;
    const parties = [{ partnerId: first, role: 'CARRIED', weight: 1 }, { partnerId: general, role: 'CARRIED', weight: 3 }];
    expectStatus(await decideTerms(other.id, waterfallTerms({ parties, effectiveFrom: FOUNDED })), 201);
    const { body } = await pay(other.id, '32000000000', { dryRun: true });
    expect((body.parts as Json[]).map((part) => part.carryWon)).toEqual(['379548590', '0', '0', '0', '1138645771']);
  });

  it.each<[string, (ids: readonly string[]) => Json, string, string]>([
    ['a catch-up below the carry', () => ({ catchUpBasisPoints: 2000 }), 'waterfall.catch-up', '/catchUpBasisPoints'],
    ['a day before the founding', () => ({ effectiveFrom: '2017-10-31' }), 'waterfall.before-founding', '/effectiveFrom'],
    ['a stranger', () => ({ parties: [{ partnerId: NOWHERE, role: 'CARRIED', weight: 1 }] }), 'waterfall.not-a-partner', '/parties/0/partnerId'],
    ['a partner twice', ([id]) => ({ parties: [{ partnerId: id, role: 'CARRIED', weight: 1 }, { partnerId: id, role: 'CARRIED', weight: 1 }] }), 'waterfall.party-twice', '/parties/1/partnerId'],
    ['losses above the whole', ([one, two]) => ({ parties: [{ partnerId: one, role: 'FIRST_LOSS', weight: 9000 }, { partnerId: two, role: 'FIRST_LOSS', weight: 1001 }] }), 'waterfall.first-loss', '/parties'],
    ['no clause', () => ({ clause: '' }), 'request.invalid', '/clause'],
    ['a rule nobody knows', () => ({ interim: 'SOMETIMES' }), 'request.invalid', '/interim'],
    ['a weight of nothing', ([id]) => ({ parties: [{ partnerId: id, role: 'CARRIED', weight: 0 }] }), 'request.invalid', '/parties/0/weight'],
  ])('refuse %s', async (_what, changes, code, pointer) => {
    expect(refusal(await decideTerms(fund.id, terms(changes(fund.partnerIds))))).toEqual([400, code, pointer]);
  });
});
