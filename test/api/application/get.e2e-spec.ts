import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { appliedVoucher, openVoucherYear } from '../../support/vouchers.js';

describe('reading an application', () => {
  const finance = Client.as('finance');
  let yearId: string;
  let voucherId: string;

  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
    voucherId = await appliedVoucher(yearId, { phone: '042-000-0000', address: '대전광역시' });
    await finance.post(`/voucher-years/${yearId}/screenings`, { applications: [{ voucherId }] });
  });

  itIsClosedTo('admin', 'getApplication', (client) => client.get(`/vouchers/${NOWHERE}/application`));
  itFindsNothingAt((id) => finance.get(`/vouchers/${id}/application`));

  it('shows what it says, how each rule stands and what happened to it', async () => {
    const { body } = await Client.as('auditor').get(`/vouchers/${voucherId}/application`);
    expect(body).toMatchObject({ state: 'SCREENED', researcher: '박연구', officers: '대표이사 한대표, 사내이사 김이사', phone: '042-000-0000', evaluations: [], rank: null, agreedOn: null, ownPaidWon: '0' });
    expect([body.verdicts.length, body.steps.map((step: Json) => step.event)]).toEqual([8, ['screen']]);
  });

  it('shows no person in the list, and whose rules have objections', async () => {
    const { bytes, body } = await finance.get(`/voucher-years/${yearId}/applications`);
    expect(bytes.toString()).not.toMatch(/박연구|한대표|김이사|042-000/);
    expect((body as Json[])[0].rules.filter((each: Json) => each.result !== 'PASS')).toEqual([{ rule: 'company-is-in-business', result: 'WARN' }]);
  });

  it('shows an evaluator who is yet to score what others have declared, and not what they think', async () => {
    const [one, two] = [Client.as('committee1'), Client.as('committee2')];
    for (const client of [one, two]) await client.post(`/voucher-years/${yearId}/declarations`, { declarations: [{ voucherId, conflicted: false }] });
    await one.post(`/voucher-years/${yearId}/scores`, { scores: [{ voucherId, score: '77', comment: '기술성이 높음' }] });
    const seenBy = async (client: Client): Promise<Json> => (await client.get(`/vouchers/${voucherId}/application`)).body;
    const shown = (page: Json): unknown => [page.meanScore, page.scored, page.ownScore, page.evaluations.map(({ evaluator, score, comment }: Json) => [evaluator, score, comment])];
    expect(shown(await seenBy(two))).toEqual([null, 1, null, [['문보라', null, null], ['배도윤', null, null]]]);
    expect(shown(await seenBy(one))).toEqual(['77', 1, '77', [['문보라', '77', '기술성이 높음'], ['배도윤', null, null]]]);
    expect(shown(await seenBy(finance))).toEqual(['77', 1, null, [['문보라', '77', '기술성이 높음'], ['배도윤', null, null]]]);
    await two.post(`/voucher-years/${yearId}/scores`, { scores: [{ voucherId, score: '78' }] });
    expect(shown(await seenBy(two))).toEqual(['77.5', 2, '78', [['문보라', '77', '기술성이 높음'], ['배도윤', '78', null]]]);
  });
});
