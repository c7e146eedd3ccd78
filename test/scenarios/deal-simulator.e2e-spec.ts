import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../support/client.js';
import { businessNumber, obligation } from '../support/funds.js';

/** S2 of docs/domain.md: 5.5 billion into a deal that does not qualify, tried on the fund of the demo. */
describe('the manager tries a deal of 5.5 billion that does not qualify', () => {
  let fundId: string;
  let simulated: Json;
  const simulate = async (amountWon: string): Promise<Json> => {
    const body = { company: { name: '(주)큰물류', businessNumber: businessNumber() }, kind: 'NEW', instrument: 'COMMON', amountWon, paidOn: '2023-06-30', dryRun: true };
    return (await Client.as('manager').post(`/funds/${fundId}/investments`, body)).body;
  };

  beforeAll(async () => {
    fundId = ((await Client.as('manager').get('/funds')).body as Json[]).find(({ number }) => number === 'FND-2021-02').id as string;
    simulated = await simulate('5500000000');
  });

  it('is told by how much it is too large, by when, and under which clause', () => {
    expect(simulated.verdicts[0]).toMatchObject({
      rule: 'obligation-stays-reachable',
      result: 'BLOCK',
      clause: '규약 제23조',
      text: { en: 'With this deal the main-purpose obligation can no longer be met: short by 300,000,000 by 2025-11-14.', ko: expect.stringContaining('2025. 11. 14.까지 300,000,000원이 부족') },
      inputs: { amountWon: '5500000000', headroomWon: '5200000000', shortByWon: '300000000', deadlineOn: '2025-11-14' },
    });
    expect(simulated).toMatchObject({ blocked: true, id: null, after: { headroomWon: '-300000000', feasible: false, ratioPercent: '19.00' } });
  });

  it('is let through at exactly the headroom', async () => {
    expect(await simulate('5200000000')).toMatchObject({ blocked: false, after: { headroomWon: '0', feasible: true } });
    expect(await simulate('5200000001')).toMatchObject({ blocked: true, after: { headroomWon: '-1', feasible: false } });
  });

  it('leaves nothing behind', async () => {
    expect(await obligation(fundId)).toMatchObject({ investedWon: '6000000000', investmentCount: 5, feasibility: { headroomWon: '5200000000' } });
    const companies = ((await Client.as('manager').get(`/funds/${fundId}/investments`)).body as Json[]).map(({ company }) => company as string);
    expect(companies).not.toContain('(주)큰물류');
  });
});
