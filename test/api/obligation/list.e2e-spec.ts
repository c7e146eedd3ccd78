import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { CLAIM, decide, formFund, fundForm, pendingDeal, recordDeal } from '../../support/funds.js';
import { decidedRule, decideMandate, simulate } from '../../support/mandates.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

/** A programme of its own with four funds of 20 billion: rules of a whole programme must not touch the funds of other specs. */
async function programmeOfFour(): Promise<{ id: string; funds: string[] }> {
  const manager = Client.as('manager');
  const code = `RADAR-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  const programme = (await manager.post('/programmes', { code, nameKo: `레이더 ${code}`, nameEn: code, horizonFrom: '2024-01-01', horizonTo: '2032-12-31', obligationRatioBasisPoints: 5000, clause: '사업 계획' })).body as { id: string };
  const vintage = (await manager.post(`/programmes/${programme.id}/vintages`, { year: 2024 })).body as { id: string };
  const funds: string[] = [];
  for (let index = 0; index < 4; index += 1) {
    const formed = await manager.post('/funds', fundForm(vintage.id, { name: `레이더 ${code} ${index}` }));
    expectStatus(formed, 201);
    funds.push(formed.body.id as string);
  }
  return { id: programme.id, funds };
}

async function recognised(fundId: string, amountWon: string): Promise<void> {
  expectStatus(await decide(await pendingDeal(fundId, amountWon), 'QUALIFIED'), 201);
}

describe('the radar of obligations', () => {
  const [manager, auditor] = [Client.as('manager'), Client.as('auditor')];
  const radar = async (query = ''): Promise<Json[]> => (await auditor.get(`/obligations${query}`)).body.positions as Json[];

  itIsClosedTo('admin', 'listObligations', (client) => client.get('/obligations'));
  itIsClosedTo('admin', 'getFundObligations', (client) => client.get(`/funds/${NOWHERE}/obligations`));
  itIsClosedTo('admin', 'listObligationDeals', (client) => client.get(`/funds/${NOWHERE}/obligation-deals`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/obligations`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/obligation-deals`));

  it('shows the programme met beside funds that are not (TV-3 c)', async () => {
    const { id, funds } = await programmeOfFour();
    // 5.5 + 4.75 + 6 + 4 of 10 billion each, twice: what a fund may put into deals that are not decided yet is 7.4 billion.
    const amounts = [['5500000000', '5500000000'], ['4750000000', '4750000000'], ['6000000000', '6000000000'], ['4000000000', '4000000000']];
    for (const [index, fundId] of funds.entries()) for (const amount of amounts[index] ?? []) await recognised(fundId, amount);
    const rows = await radar();
    const of = (key: string): Json => rows.find(({ rule }) => rule.keyId === key);
    expect(of(id)).toMatchObject({ ratioPercent: '50.62', met: true, fundCount: 4, partial: false });
    expect(funds.map((fundId) => [of(fundId).ratioPercent as string, of(fundId).verdict as string])).toEqual([['55.00', 'MET'], ['47.50', 'IN_PROGRESS'], ['60.00', 'MET'], ['40.00', 'IN_PROGRESS']]);
    const order = rows.map(({ verdict }) => ['NOT_MET', 'UNREACHABLE', 'CURABLE', 'IN_GRACE', 'IN_PROGRESS', 'MET'].indexOf(verdict as string));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  it('a rule of the programme binds a fund that is met itself', async () => {
    const { id, funds } = await programmeOfFour();
    const [first = '', ...others] = funds;
    const ruleId = await decidedRule(id, { level: 'PROGRAMME', ratioBasisPoints: 5500, nameKo: '사업 전체 55%', counts: [{ conditions: [{ dimension: 'purpose', values: ['PUBLIC_TECHNOLOGY'] }] }] });
    await recognised(first, '7000000000');
    await recognised(first, '3000000000');
    for (const fundId of others) expectStatus(await recordDeal(manager, fundId, '7400000000'), 201);
    // 44 of 80 billion: 10 are there, the others can bring 10 each and no more, so 4 of the 7.4 left in the first have to count.
    expect((await simulate([first, '1', {}])).steps[0]).toMatchObject({ admitted: true, roomWon: '3400000000', binding: [ruleId] });
    expect(refusal(await recordDeal(manager, first, '3400000001'))).toEqual([422, 'rule.mandates-stay-reachable']);
    expectStatus(await recordDeal(manager, first, '3400000000'), 201);
    const { positions, reachable } = (await auditor.get(`/funds/${first}/obligations`)).body as Json;
    expect([(positions as Json[]).map(({ rule }) => rule.level as string), reachable]).toEqual([['FUND', 'PROGRAMME'], true]);
  });

  it('tells of a fund what stops it, by when it is needed, and which deals count', async () => {
    const { id } = await formFund(manager);
    const ruleId = await decidedRule(id, { ratioBasisPoints: 6000 });
    const claimed = await recordDeal(manager, id, '1000000000', { ...CLAIM, traits: [{ dimension: 'region', value: '대전' }] });
    const shown = (await auditor.get(`/funds/${id}/obligations`)).body as Json;
    expect(shown).toMatchObject({ reachable: true, conflict: [], dealCount: 1, remainingWon: '16400000000', room: { headroomWon: '5400000000', binding: [ruleId], boundByCapital: false } });
    expect((shown.positions as Json[]).find(({ rule }) => rule.id === ruleId)).toMatchObject({ neededBy: { on: '2028-01-14', neededWon: '11000000000' }, binding: true, lost: false });
    const [deal] = (await auditor.get(`/funds/${id}/obligation-deals`)).body as Json[];
    expect(deal).toMatchObject({ investmentId: claimed.body.id, countsFor: [ruleId], wouldCountFor: [`main:${id}`] });
  });

  it('names the rules that cannot be met together', async () => {
    const { id } = await formFund(manager);
    const rules = [await decidedRule(id, { ratioBasisPoints: 5000 }), (await decideMandate(id, { ratioBasisPoints: 5000, nameKo: '부산', counts: [{ conditions: [{ dimension: 'region', values: ['부산'] }] }] })).body.ruleId as string];
    const shown = (await auditor.get(`/funds/${id}/obligations`)).body as Json;
    expect([shown.reachable, [...(shown.conflict as string[])].sort(), shown.leastFurtherWon, (shown.positions as Json[]).every(({ reachable }) => reachable as boolean)]).toEqual([false, rules.toSorted(), '20000000000', true]);
  });
});
