import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { decide, formFund, obligation, pendingDeal, recordDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the obligation of a fund', () => {
  itIsClosedTo('admin', 'getObligation', (client) => client.get(`/funds/${NOWHERE}/obligation`));
  itFindsNothingAt((id) => Client.as('checker').get(`/funds/${id}/obligation`));

  describe('of the demo, on 30 June 2023 as known then', () => {
    let position: Json;
    beforeAll(async () => {
      const funds = (await Client.as('checker').get('/funds')).body as Json[];
      const id = funds.find((fund) => fund.number === 'FND-2021-02').id as string;
      position = await obligation(id, '?asOf=2023-06-30&knownAt=2023-06-30');
    });

    it('is the portfolio of docs/domain.md', () => {
      expect(position).toMatchObject({ investedWon: '6000000000', qualifyingWon: '3800000000', pendingWon: '1000000000', paidInWon: '8000000000', investmentCount: 5, qualifyingCount: 3, verdict: 'IN_PROGRESS' });
      expect(position.rule).toMatchObject({ ratioBasisPoints: 5000, denominator: 'COMMITTED', deadlineOn: '2025-11-14', clause: '규약 제23조', source: 'AGREEMENT' });
    });

    it.each([
      ['COMMITTED', '19.00', '24.00'],
      ['PAID_IN', '47.50', '60.00'],
      ['INVESTED', '63.33', '80.00'],
    ])('stands on %s at %s %%, and with the pending deal accepted at %s %%', (basis, now, accepted) => {
      const ratio = (bases: Json[]) => bases.find((each) => each.basis === basis).ratioPercent as string;
      expect([ratio(position.bases), ratio(position.basesIfPendingAccepted)]).toEqual([now, accepted]);
    });

    it('tells what can still be reached', () => {
      expect(position.feasibility).toEqual({
        capacityWon: '17400000000',
        remainingWon: '11400000000',
        shortfallWon: '6200000000',
        headroomWon: '5200000000',
        feasible: true,
        maxAttainablePercent: '76.00',
        requiredShareOfRemainingPercent: '54.38',
      });
      expect(position.pace).toMatchObject({ totalDays: 1461, elapsedDays: 593, expectedQualifyingWon: '4058863791', gapWon: '-258863791' });
      expect([position.minAdditionalQualifyingWon, position.maxAdditionalNonQualifyingWon]).toEqual(['0', '1600000000']);
    });

    it('divides what was invested by route', () => {
      const amounts = Object.fromEntries((position.byRoute as Json[]).map(({ route, amountWon, qualifyingWon }) => [route, [amountWon, qualifyingWon]]));
      expect(amounts).toEqual({
        LAB_COMPANY: ['2000000000', '2000000000'],
        TECH_TRANSFER: ['1500000000', '1500000000'],
        NONE: ['1200000000', '0'],
        GOV_RND: ['1000000000', '0'],
        RESEARCHER_SPINOFF: ['300000000', '300000000'],
      });
    });
  });

  it('is unreachable once a recognition is lost that nothing can replace, and not met after the deadline', async () => {
    const { id } = await formFund(Client.as('manager'));
    const lost = await pendingDeal(id, '7400000000');
    await decide(lost, 'QUALIFIED');
    expect((await recordDeal(Client.as('manager'), id, '7400000000')).status).toBe(201);
    await decide(lost, 'REVOKED', { effectiveOn: '2024-06-10' });
    const now = await obligation(id);
    expect([now.verdict, now.feasibility.feasible, now.feasibility.headroomWon]).toEqual(['UNREACHABLE', false, '-7400000000']);
    expect((await obligation(id, '?asOf=2024-06-09')).verdict).toBe('IN_PROGRESS');
    expect((await obligation(id, '?asOf=2028-01-14')).verdict).toBe('NOT_MET');
  });

  it('knows nothing before anything was known', async () => {
    const { id } = await formFund(Client.as('manager'));
    await recordDeal(Client.as('manager'), id, '1000000000');
    expect((await obligation(id)).investedWon).toBe('1000000000');
    expect((await obligation(id, '?knownAt=2024-12-31')).investedWon).toBe('0');
    expect((await obligation(id, '?asOf=2024-06-02')).investedWon).toBe('0');
  });
});
