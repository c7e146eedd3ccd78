import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('a fund', () => {
  let fundId: string;
  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
  });

  itIsClosedTo('admin', 'getFund', (client) => client.get(`/funds/${NOWHERE}`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/funds/${id}`));

  it('shows its partners with their shares and units', async () => {
    const { body } = await Client.as('auditor').get(`/funds/${fundId}`);
    expect(body).toMatchObject({ id: fundId, book: `fund/${fundId}`, committedWon: '20000000000', vintageYear: 2024, investmentTo: '2028-01-14' });
    expect((body.partners as Json[]).map((partner) => [partner.name, partner.units, partner.sharePercent, partner.uncalledWon, partner.signedOn])).toEqual([
      ['시험 모태펀드', '10000', '50.00', '10000000000', '2024-01-15'],
      ['시험 공제회', '9800', '49.00', '9800000000', '2024-01-15'],
      ['시험기술지주(주)', '200', '1.00', '200000000', '2024-01-15'],
    ]);
  });

  it('shows every term with its clause and source, the agreement before the defaults', async () => {
    const { policies } = (await Client.as('auditor').get(`/funds/${fundId}`)).body as { policies: Json[] };
    const term = (key: string) => policies.filter((policy) => policy.key === key).map(({ value, clause, source }) => ({ value, clause, source }));
    expect(term('fund.obligation.ratio-basis-points')).toEqual([{ value: '5000', clause: '규약 제23조', source: 'AGREEMENT' }]);
    expect(term('fund.single-company-cap-basis-points')).toEqual([{ value: '2000', clause: '기본값: 동일기업 투자한도 약정총액의 20%', source: 'ASSUMPTION' }]);
  });

  it('is found however its identifier is capitalised', async () => {
    expect((await Client.as('auditor').get(`/funds/${fundId.toUpperCase()}`)).body.id).toBe(fundId);
  });
});
