import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/answers.js';
import { Client } from '../support/client.js';
import { amendment, extension, partnersOf, transfer } from '../support/formation.js';
import { formFund, recordDeal } from '../support/funds.js';

/** S12 of docs/domain.md: a rule that takes effect on 1 July 2026 leaves what is said of 30 June as it was, to the byte. */
describe('a change of the agreement from 1 July 2026', () => {
  const [manager, auditor] = [Client.as('manager'), Client.as('auditor')];
  const EARLIER = ['', '/obligation', '/performance', '/capital-calls', '/investments', '/transfers', '/life', '/duties'] as const;
  let fundId: string;
  let before: string[];
  /** Everything that is said of a day, as text, but for the instant at which it was asked. */
  const saidOf = async (day: string): Promise<string[]> => {
    const pages = await Promise.all(EARLIER.map((path) => auditor.get(`/funds/${fundId}${path}?asOf=${day}`)));
    return pages.map((page) => page.bytes.toString().replace(/"knownBefore":"[^"]*"/, ''));
  };

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
    await recordDeal(manager, fundId, '1200000000');
    before = await saidOf('2026-06-30');
    expectStatus(await manager.post(`/funds/${fundId}/agreement/versions`, amendment({ decidedOn: '2026-07-01', terms: [
      { key: 'fund.obligation.ratio-basis-points', value: '6000', clause: '규약 제23조(개정)' },
      { key: 'fund.obligation.deadline', value: '2029-01-14', clause: '규약 제23조(개정)' },
      { key: 'fund.lifetime-expenses-won', value: '2400000000', clause: '규약 제30조(개정)' },
      { key: 'fund.hurdle-basis-points', value: '600', clause: '규약 제40조(개정)' },
      { key: 'fund.overdue-rate-basis-points', value: '800', clause: '규약 제14조(개정)' },
    ] })), 201);
    const [, limited] = await partnersOf(auditor, fundId);
    expectStatus(await manager.post(`/funds/${fundId}/transfers`, transfer(limited?.id ?? '', { effectiveOn: '2026-07-02' })), 201);
    expectStatus(await manager.post(`/funds/${fundId}/extensions`, extension({ decidedOn: '2026-07-03', investmentTo: '2029-01-14' })), 201);
  });

  it.each(EARLIER.map((path, index) => [path === '' ? 'the fund' : path, index] as const))('leaves %s as of 30 June byte for byte what it was', async (_path, index) => {
    expect((await saidOf('2026-06-30'))[index]).toBe(before[index]);
  });

  it('counts from its day on: ratio, deadline, headroom, partners and periods', async () => {
    const obligation = (await auditor.get(`/funds/${fundId}/obligation?asOf=2026-07-03`)).body;
    expect(obligation.rule).toMatchObject({ ratioBasisPoints: 6000, deadlineOn: '2029-01-14', clause: '규약 제23조(개정)' });
    // C − E − required − what did not qualify: 20 − 2.4 − 12 − 1.2 billion.
    expect(obligation.feasibility.headroomWon).toBe('4400000000');
    expect((await partnersOf(auditor, fundId, '2026-07-03')).map(({ units }) => units)).toEqual(['10000', '9790', '200', '10']);
    expect((await auditor.get(`/funds/${fundId}?asOf=2026-07-03`)).body).toMatchObject({ investmentTo: '2029-01-14', lifeTo: '2033-01-14' });
  });
});
