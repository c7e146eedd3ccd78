import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { recordedDeal } from '../../support/deals.js';
import { businessNumber, decide, formFund, pendingDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const manager = Client.as('manager');
const trait = (changes: Json = {}): Json => ({ dimension: 'region', value: '대전', effectiveOn: '2024-06-03', reason: '본점 소재지 확인', ...changes });
const record = (id: string, changes: Json = {}): Promise<Answer> => manager.post(`/investments/${id}/traits`, trait(changes));
const traitsOf = async (id: string, query = ''): Promise<Record<string, string>> =>
  Object.fromEntries((((await manager.get(`/investments/${id}${query}`)).body.traits) as Json[]).map(({ dimension, value }) => [dimension as string, value as string]));

describe('recording what a deal is', () => {
  itIsClosedTo('finance', 'recordDealTrait', (client) => client.post(`/investments/${NOWHERE}/traits`, trait()));
  itFindsNothingAt((id) => record(id));

  it('adds to what follows from the facts, from a day on, and is taken away again', async () => {
    const { id: fundId } = await formFund(manager);
    const id = await pendingDeal(fundId, '1000000');
    expect(await traitsOf(id)).toEqual({ shares: 'NEW', place: 'DOMESTIC', market: 'UNLISTED', stage: 'EARLY' });
    expectStatus(await record(id, { effectiveOn: '2024-09-02' }), 201);
    expect([(await traitsOf(id, '?asOf=2024-09-01')).region, (await traitsOf(id, '?asOf=2024-09-02')).region]).toEqual([undefined, '대전']);
    await decide(id, 'QUALIFIED');
    expect(await traitsOf(id)).toMatchObject({ region: '대전', route: 'LAB_COMPANY', purpose: 'PUBLIC_TECHNOLOGY' });
    const { body } = await record(id, { value: undefined, effectiveOn: '2024-10-01' });
    expect((body.traits as Json[]).map(({ dimension }) => dimension as string)).not.toContain('region');
  });

  it('knows the age of a company by its years, the anniversary included', async () => {
    const { id } = await formFund(manager);
    const aged = async (incorporatedOn: string) => (await traitsOf((await recordedDeal(id, '1000', { company: { name: '(주)나이', businessNumber: businessNumber(), incorporatedOn } })).id)).stage;
    expect([await aged('2021-06-03'), await aged('2021-06-02'), await aged('2017-06-03'), await aged('2017-06-02')]).toEqual(['EARLY', 'STARTUP', 'STARTUP', undefined]);
  });

  it('is refused before the payment, for tomorrow, of what follows from facts, and of what was undone', async () => {
    const { id: fundId } = await formFund(manager);
    const { id } = await recordedDeal(fundId, '1000000');
    expect(refusal(await record(id, { effectiveOn: '2024-06-02' }))).toEqual([400, 'deal-trait.date', '/effectiveOn']);
    expect(refusal(await record(id, { effectiveOn: '2099-01-02' }))).toEqual([400, 'deal-trait.date', '/effectiveOn']);
    expect(refusal(await record(id, { dimension: 'market' }))).toEqual([400, 'request.invalid', '/dimension']);
    await manager.post(`/investments/${id}/void`, { reason: '중복 입력' });
    expect(refusal(await record(id))).toEqual([409, 'deal-trait.of-nothing']);
  });
});
