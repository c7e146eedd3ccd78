import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decide, formFund, pendingDeal, recordDeal } from '../../support/funds.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the evidence desk', () => {
  const manager = Client.as('manager');
  let fundId: string;
  let [waiting, decided, bare] = ['', '', ''];
  const desk = async (query = '', client = Client.as('auditor')): Promise<Json> => (await client.get(`/evidence-desk?fundId=${fundId}${query}`)).body;
  const rowOf = (shown: Json, id: string) => (shown.rows as Json[]).find(({ investmentId }) => investmentId === id);

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
    waiting = await pendingDeal(fundId, '1000000000');
    decided = await pendingDeal(fundId, '2000000000');
    await manager.post(`/investments/${decided}/evidence`, { evidence: [{ kind: '벤처기업확인서', issuedOn: '2023-06-01', validTo: '2025-05-31' }] });
    await decide(decided, 'QUALIFIED');
    bare = (await recordDeal(manager, fundId, '500000000', { recognition: { route: 'JOINT_RND', companyBasis: 'VENTURE' } })).body.id as string;
  });

  itIsClosedTo('admin', 'getEvidenceDesk', (client) => client.get('/evidence-desk'));

  it('tells what waits, lacks and runs out, with the effect on the ratio, the largest first', async () => {
    const answer = await Client.as('compliance').get(`/evidence-desk?fundId=${fundId}&asOf=2025-05-01`);
    expectStatus(answer, 200);
    expect((answer.body.rows as Json[]).map(({ investmentId }) => investmentId as string)).toEqual([decided, waiting, bare]);
    expect(rowOf(answer.body, decided)).toMatchObject({
      concerns: ['EXPIRING'],
      dueOn: '2025-05-31',
      expiring: [{ kind: '벤처기업확인서', daysLeft: 30 }],
      frozen: true,
      effect: { kind: 'IF_LOST', beforePercent: '10.00', afterPercent: '0.00', changePercent: '10.00' },
    });
    expect(rowOf(answer.body, waiting)).toMatchObject({ concerns: ['DECISION'], missing: [], effect: { kind: 'IF_ACCEPTED', beforePercent: '10.00', afterPercent: '15.00', changePercent: '5.00' } });
    expect(rowOf(answer.body, bare)).toMatchObject({ concerns: ['DECISION', 'MISSING'], missing: ['공동연구계약서', '성과귀속 확인서', '벤처기업확인서'] });
    expect(answer.body.counts).toContainEqual({ concern: 'DECISION', count: 2, amountWon: '1500000000' });
  });

  it('raises the alarm as the days go by, and as far ahead as asked', async () => {
    const concerns = async (query: string): Promise<unknown> => rowOf(await desk(query), decided)?.concerns;
    expect([await concerns('&asOf=2025-03-31'), await concerns('&asOf=2025-04-01'), await concerns('&asOf=2025-06-01')]).toEqual([undefined, ['EXPIRING'], ['EXPIRED']]);
    expect(await concerns('&asOf=2024-07-01&withinDays=365')).toEqual(['EXPIRING']);
  });

  it('shows one concern alone, and counts all', async () => {
    const shown = await desk('&asOf=2025-05-01&concern=MISSING');
    expect([(shown.rows as Json[]).map(({ investmentId }) => investmentId), shown.total, (shown.counts as Json[]).length]).toEqual([[bare], 1, 5]);
  });

  it('is as it was known: nothing before the deals were recorded', async () => {
    expect((await desk('&asOf=2025-05-01&knownAt=2024-12-31')).rows).toEqual([]);
  });

  it.each([
    ['an unknown concern', 'concern=LATE', '/concern'],
    ['days that are none', 'withinDays=many', '/withinDays'],
    ['a fund that is no identifier', 'fundId=x', '/fundId'],
  ])('refuses %s', async (_what, query, pointer) => {
    expect(refusal(await manager.get(`/evidence-desk?${query}`))).toEqual([400, 'request.invalid', pointer]);
  });

  it('knows no fund that nobody has', async () => {
    expect((await manager.get(`/evidence-desk?fundId=${NOWHERE}`)).status).toBe(404);
  });
});
