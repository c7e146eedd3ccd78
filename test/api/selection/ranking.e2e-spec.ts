import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { appliedVoucher, evaluate, openVoucherYear } from '../../support/vouchers.js';

describe('the ranking', () => {
  const committee = Client.as('committee1');

  itIsClosedTo('admin', 'getRanking', (client) => client.get(`/voucher-years/${NOWHERE}/ranking`));
  itFindsNothingAt((id) => committee.get(`/voucher-years/${id}/ranking`));

  it('is open to the committee, with the line drawn where somebody would draw it', async () => {
    const { id } = await openVoucherYear();
    const [one, two] = [await appliedVoucher(id), await appliedVoucher(id)];
    expect((await committee.get(`/voucher-years/${id}/ranking`)).body.ranked).toEqual([]);
    await evaluate(id, { [one]: '70', [two]: '80' });
    const ranking = (await committee.get(`/voucher-years/${id}/ranking?cut=1`)).body as Json;
    expect(ranking.ranked.map(({ voucherId, score, outcome }: Json) => [voucherId, score, outcome])).toEqual([[two, '80', 'SELECTED'], [one, '70', 'WAITLISTED']]);
    expect([ranking.amountWon, ranking.after.vouchers]).toEqual(['5000000', 99]);
  });
});
