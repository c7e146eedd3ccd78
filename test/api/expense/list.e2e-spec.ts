import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { examined, payment, posted } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the expenses of a fund', () => {
  const [auditor, finance] = [Client.as('auditor'), Client.as('finance')];

  itIsClosedTo('admin', 'listExpenses', (client) => client.get(`/funds/${NOWHERE}/expenses`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/expenses`));

  it('come latest first, with due diligence and the plan for the whole life', async () => {
    const { id } = await formFund(Client.as('manager'));
    await posted(finance.post(`/funds/${id}/expenses`, payment('1000')));
    await posted(finance.post(`/funds/${id}/due-diligence`, examined('30000001', { paidOn: '2025-02-04' })));
    const { body } = await auditor.get(`/funds/${id}/expenses?asOf=2025-12-31`);
    expect((body.payments as Json[]).map(({ label, paidWon, payee }) => [label, paidWon, payee])).toEqual([
      ['실사비용 (주)검토기업', '15000000', '한빛회계법인'],
      ['회계감사 수수료', '1000', '한빛회계법인'],
    ]);
    expect((body.dueDiligence as Json[]).map(({ costWon, fundWon, generalPartnerWon }) => [costWon, fundWon, generalPartnerWon])).toEqual([['30000001', '15000000', '15000001']]);
    expect(body.plan).toMatchObject({ planWon: '2600000000', paidWon: '15001000', owedWon: '0', leftWon: '2584999000' });
    expect((await auditor.get(`/funds/${id}/expenses?asOf=2025-02-03`)).body.payments).toHaveLength(1);
  });
});
