import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { extension } from '../../support/formation.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('extending a fund', () => {
  const [manager, auditor] = [Client.as('manager'), Client.as('auditor')];
  let fundId: string;
  const extend = (id: string, changes: Json = {}, ask = {}): Promise<Answer> => manager.post(`/funds/${id}/extensions`, extension(changes), ask);
  const fund = async (id: string, query = ''): Promise<Json> => (await auditor.get(`/funds/${id}${query}`)).body as Json;

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('finance', 'extendFund', (client) => client.post(`/funds/${NOWHERE}/extensions`, extension()));
  itFindsNothingAt((id) => extend(id));
  itWritesOncePerKey((ask, variation) => extend(fundId, { reason: variation }, ask));

  it('ends the life later from the day of the decision on, and not before', async () => {
    const { id } = await formFund(manager);
    const extended = await extend(id);
    expectStatus(extended, 201);
    expect(extended.body).toMatchObject({ number: 1, before: { lifeTo: '2032-01-14' }, after: { lifeTo: '2033-01-14', investmentTo: '2028-01-14' }, verdicts: [{ result: 'PASS' }, { result: 'PASS' }] });
    expect([(await fund(id)).lifeTo, (await fund(id, '?asOf=2026-09-29')).lifeTo, (await fund(id, '?asOf=2026-09-30')).lifeTo]).toEqual(['2033-01-14', '2032-01-14', '2033-01-14']);
    expect((await auditor.get(`/funds/${id}/life`)).body).toMatchObject({ periods: { lifeTo: '2033-01-14' }, extensions: [{ number: 1, reason: '회수 지연' }], dissolution: null });
  });

  it('extends the investment period with it, and leaves the deadline of the obligation to the agreement', async () => {
    const { id } = await formFund(manager);
    await extend(id, { investmentTo: '2029-01-14' });
    expect(await fund(id)).toMatchObject({ investmentTo: '2029-01-14', lifeTo: '2033-01-14' });
    expect((await auditor.get(`/funds/${id}/obligation`)).body.rule.deadlineOn).toBe('2028-01-14');
  });

  it('warns of an extension that is longer, and of one more, than is usual', async () => {
    const { id } = await formFund(manager);
    const results = async (changes: Json): Promise<string[]> => ((await extend(id, changes)).body.verdicts as Json[]).map(({ result }) => result as string);
    expect(await results({ lifeTo: '2033-01-15' })).toEqual(['WARN', 'PASS']);
    expect(await results({ lifeTo: '2034-01-15' })).toEqual(['PASS', 'PASS']);
    expect(await results({ lifeTo: '2035-01-15' })).toEqual(['PASS', 'WARN']);
  });

  it('in a dry run extends nothing', async () => {
    const { id } = await formFund(manager);
    expect((await extend(id, { dryRun: true })).body).toMatchObject({ dryRun: true, id: null, after: { lifeTo: '2033-01-14' } });
    expect((await fund(id)).lifeTo).toBe('2032-01-14');
  });

  it.each<[string, Json, string, string]>([
    ['the same day', { lifeTo: '2032-01-14' }, 'fund.extension-not-later', '/lifeTo'],
    ['an earlier investment period', { investmentTo: '2028-01-14' }, 'fund.extension-not-later', '/investmentTo'],
    ['an investment period beyond the life', { investmentTo: '2033-01-15' }, 'fund.dates-out-of-order', '/investmentTo'],
    ['a decision that is still to come', { decidedOn: '2199-01-01' }, 'fund.decided-outside-life', '/decidedOn'],
    ['no reason', { reason: ' ' }, 'request.invalid', '/reason'],
    ['a file that nobody handed in', { documentId: NOWHERE }, 'document.unknown', '/documentId'],
  ])('refuses %s at its field', async (_what, changes, code, pointer) => {
    const { id } = await formFund(manager);
    expect(refusal(await extend(id, changes))).toEqual([400, code, pointer]);
  });

  it('refuses one that was decided before the last one', async () => {
    const { id } = await formFund(manager);
    await extend(id);
    expect(refusal(await extend(id, { lifeTo: '2034-01-14', decidedOn: '2026-09-29' }))).toEqual([400, 'fund.extension-out-of-turn', '/decidedOn']);
  });
});
