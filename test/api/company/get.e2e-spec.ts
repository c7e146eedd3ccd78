import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { company, recordedDeal } from '../../support/deals.js';
import { decide, formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const [manager, auditor] = [Client.as('manager'), Client.as('auditor')];

describe('a company', () => {
  itIsClosedTo('admin', 'getCompany', (client) => client.get(`/companies/${NOWHERE}`));
  itIsClosedTo('admin', 'listPortfolio', (client) => client.get(`/funds/${NOWHERE}/portfolio`));
  itFindsNothingAt((id) => auditor.get(`/companies/${id}`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/portfolio`));

  it('is shown over all funds and instruments, a conversion counted once', async () => {
    const chosen = company('(주)여러조합');
    const [one, two] = [await formFund(manager), await formFund(manager)];
    const bond = await recordedDeal(one.id, '1000000000', { company: chosen, instrument: 'CB' });
    const stock = await recordedDeal(one.id, '1000000000', { company: chosen, kind: 'FOLLOW_ON', originId: bond.id, instrument: 'COMMON', paidOn: '2024-09-02', shares: '10000', totalShares: '100000' });
    await recordedDeal(two.id, '500000000', { company: chosen });
    await decide(stock.id, 'NOT_QUALIFIED', { effectiveOn: '2024-09-02' });
    expectStatus(await manager.post(`/investments/${bond.id}/conversions`, { instrument: 'COMMON', convertedOn: '2025-03-04', shares: '20000', totalShares: '120000' }), 201);
    const { companyId } = (await auditor.get(`/investments/${bond.id}`)).body as { companyId: string };

    const shown = (await auditor.get(`/companies/${companyId}`)).body;
    expect([shown.name, (shown.funds as Json[]).length]).toEqual(['(주)여러조합', 2]);
    const first = (shown.funds as Json[]).find(({ fundId }) => fundId === one.id);
    expect(first).toMatchObject({ costWon: '2000000000', outstandingCostWon: '2000000000', fairValueWon: '2000000000', multiple: '1.0000', instruments: ['COMMON'], ownershipPercent: '25.00', limitWon: '4000000000', commitmentPercent: '10.00' });
    expect((first?.investments as Json[]).map(({ kind }) => kind as string)).toEqual(['NEW', 'FOLLOW_ON', 'CONVERSION']);
    expect((shown.events as Json[]).map(({ on, kind }) => [on, kind])).toEqual([['2025-03-04', 'CONVERSION'], ['2024-09-02', 'DEAL'], ['2024-06-03', 'DEAL'], ['2024-06-03', 'DEAL']]);

    const before = (await auditor.get(`/companies/${companyId}?asOf=2025-03-03`)).body;
    expect((before.funds as Json[]).find(({ fundId }) => fundId === one.id)).toMatchObject({ costWon: '2000000000', instruments: ['CB', 'COMMON'], ownershipPercent: '10.00' });

    const rows = (await auditor.get(`/funds/${one.id}/portfolio`)).body as Json[];
    expect(rows).toEqual([expect.objectContaining({ companyId, company: '(주)여러조합', dealCount: '2', costWon: '2000000000', ownershipPercent: '25.00', firstPaidOn: '2024-06-03' })]);
  });

  it('keeps deals out that were undone', async () => {
    const chosen = company('(주)해제');
    const { id } = await formFund(manager);
    const deal = await recordedDeal(id, '1000000000', { company: chosen });
    await manager.post(`/investments/${deal.id}/rescission`, { rescindedOn: '2024-09-02', reason: '선행조건 미이행' });
    expect((await auditor.get(`/funds/${id}/portfolio`)).body).toEqual([]);
    expect(((await auditor.get(`/funds/${id}/portfolio?asOf=2024-09-01`)).body as Json[])[0]).toMatchObject({ costWon: '1000000000' });
  });
});
