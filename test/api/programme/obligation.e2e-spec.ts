import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from '../../support/client.js';
import { decide, formFund, pendingDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the obligation of a programme', () => {
  const manager = Client.as('manager');
  let programmeId: string;

  beforeAll(async () => {
    const programme = { code: `O-${randomUUID().slice(0, 8)}`, nameKo: '시험 사업', nameEn: 'Trial', horizonFrom: '2024-01-01', horizonTo: '2030-12-31', obligationRatioBasisPoints: 2000, targetCommitmentWon: '60000000000' };
    programmeId = (await manager.post('/programmes', programme)).body.id as string;
    const vintageId = (await manager.post(`/programmes/${programmeId}/vintages`, { year: 2024 })).body.id as string;
    const [first] = [await formFund(manager, { vintageId }), await formFund(manager, { vintageId })];
    for (const amountWon of ['3000000000', '4000000000', '3000000000']) await decide(await pendingDeal(first.id, amountWon), 'QUALIFIED');
  });

  itIsClosedTo('admin', 'getProgrammeObligation', (client) => client.get(`/programmes/${NOWHERE}/obligation`));
  itFindsNothingAt((id) => manager.get(`/programmes/${id}/obligation`));

  it('adds up its funds: met by the whole while one of the two is not', async () => {
    const { body } = await manager.get(`/programmes/${programmeId}/obligation`);
    expect(body).toMatchObject({ targetCommitmentWon: '60000000000', fundCount: 2, fundsMet: 1 });
    expect(body.position).toMatchObject({ baseWon: '40000000000', ratioPercent: '25.00', requiredWon: '8000000000', shortfallWon: '0', met: true });
  });

  it('had none of it recognised before any of it was known', async () => {
    const { body } = await manager.get(`/programmes/${programmeId}/obligation?knownAt=2024-12-31`);
    expect(body.position).toMatchObject({ baseWon: '40000000000', ratioPercent: '0.00' });
  });
});
