import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { dissolution, extension } from '../../support/formation.js';
import { deal, formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('dissolving a fund', () => {
  const [manager, finance, auditor] = [Client.as('manager'), Client.as('finance'), Client.as('auditor')];
  let fundId: string;
  const dissolve = (id: string, changes: Json = {}, ask = {}): Promise<Answer> => manager.post(`/funds/${id}/dissolution`, dissolution(changes), ask);

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('finance', 'dissolveFund', (client) => client.post(`/funds/${NOWHERE}/dissolution`, dissolution()));
  itIsClosedTo('admin', 'getFundLife', (client) => client.get(`/funds/${NOWHERE}/life`));
  itFindsNothingAt((id) => dissolve(id));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/life`));
  itWritesOncePerKey((ask, variation) => dissolve(fundId, { reason: variation }, ask));

  it('says by when the ministry is told, holidays put off, and takes nothing new afterwards', async () => {
    const { id } = await formFund(manager);
    const dissolved = await dissolve(id);
    expectStatus(dissolved, 201);
    // The fourteenth day after Friday 30 October is Friday 13 November.
    expect(dissolved.body).toMatchObject({ noticeDueOn: '2026-11-13', blocked: false, verdicts: [{ result: 'PASS' }, { result: 'PASS' }] });
    expect((await auditor.get(`/funds/${id}/life`)).body.dissolution).toMatchObject({ dissolvedOn: '2026-10-30', cause: 'PARTNERS_DECIDED', liquidator: '시험기술지주(주)' });
    const call = { amountWon: '1000000', purpose: '해산 뒤', noticeOn: '2026-10-31', dueOn: '2026-11-20' };
    expect(refusal(await manager.post(`/funds/${id}/capital-calls`, call))).toEqual([400, 'fund.dissolved', '/noticeOn']);
    expect(refusal(await manager.post(`/funds/${id}/investments`, deal('1000', { paidOn: '2026-10-31' })))).toEqual([400, 'fund.dissolved', '/paidOn']);
    expect(refusal(await manager.post(`/funds/${id}/extensions`, extension({ decidedOn: '2026-11-01' })))).toEqual([400, 'fund.dissolved', '/decidedOn']);
    expect((await manager.post(`/funds/${id}/investments`, deal('1000', { paidOn: '2026-10-30' }))).status).toBe(201);
    expect(refusal(await dissolve(id))).toEqual([409, 'fund.dissolved-already']);
  });

  it('is refused before business on record, and shows in a dry run what is to be wound up', async () => {
    const { id } = await formFund(manager);
    expectStatus(await manager.post(`/funds/${id}/capital-calls`, { amountWon: '1000000', purpose: '1차', noticeOn: '2026-09-01', dueOn: '2026-09-30' }), 201);
    expectStatus(await manager.post(`/funds/${id}/investments`, deal('1000', { paidOn: '2026-09-02' })), 201);
    expect((await dissolve(id, { dissolvedOn: '2026-09-01' })).body.code).toBe('rule.dissolution-follows-the-last-business');
    const dry = (await dissolve(id, { dissolvedOn: '2026-09-02', dryRun: true })).body;
    expect(dry).toMatchObject({ blocked: false, verdicts: [{ result: 'PASS' }, { result: 'WARN', inputs: { openDeals: 1, unpaidWon: '1000000' } }] });
    expect((await auditor.get(`/funds/${id}/life`)).body.dissolution).toBeNull();
  });

  it.each<[string, Json, string, string]>([
    ['a day before the founding', { dissolvedOn: '2024-01-14' }, 'fund.decided-outside-life', '/dissolvedOn'],
    ['a day to come', { dissolvedOn: '2199-01-01' }, 'fund.decided-outside-life', '/dissolvedOn'],
    ['a cause that nobody knows', { cause: 'WHIM' }, 'request.invalid', '/cause'],
    ['nobody to wind it up', { liquidator: ' ' }, 'request.invalid', '/liquidator'],
    ['a file that nobody handed in', { documentId: NOWHERE }, 'document.unknown', '/documentId'],
  ])('refuses %s at its field', async (_what, changes, code, pointer) => {
    const { id } = await formFund(manager);
    expect(refusal(await dissolve(id, changes))).toEqual([400, code, pointer]);
  });

  it('still takes what winding up brings: money that was called before', async () => {
    const { id } = await formFund(manager);
    const call = (await manager.post(`/funds/${id}/capital-calls`, { amountWon: '1000000', purpose: '1차', noticeOn: '2026-09-01', dueOn: '2026-09-30' })).body as { id: string; shares: Json[] };
    await dissolve(id);
    expect((await finance.post(`/capital-calls/${call.id}/receipts`, { partnerId: call.shares[0]?.partnerId, amountWon: '1000', valueOn: '2026-11-02' })).status).toBe(201);
  });
});
