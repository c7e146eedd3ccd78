import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { applicationForm, appliedVoucher, openVoucherYear, selectedVouchers } from '../../support/vouchers.js';

describe('rejecting an application', () => {
  const finance = Client.as('finance');
  const reason = '신청기간이 지난 신청';
  let yearId: string;
  let voucherId: string;
  const reject = (id: string, changes: Json = {}, ask = {}) => finance.post(`/vouchers/${id}/reject`, { reason, ...changes }, ask);

  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
    voucherId = await appliedVoucher(yearId);
  });

  itIsClosedTo('compliance', 'rejectApplication', (client) => client.post(`/vouchers/${NOWHERE}/reject`, { reason }));
  itFindsNothingAt((id) => reject(id));
  itWritesOncePerKey((ask, variation) => reject(voucherId, variation === 'first' ? {} : { reason: '다른 까닭입니다' }, ask));

  it('ends it with the reason, and opens its contract for a corrected application', async () => {
    const form = applicationForm();
    const first = (await finance.post(`/voucher-years/${yearId}/applications`, form)).body as { voucherId: string };
    expectStatus(await reject(first.voucherId, { reason: '계약일을 잘못 적음' }), 200);
    const page = (await finance.get(`/vouchers/${first.voucherId}/application`)).body as Json;
    expect([page.state, page.steps.map((step: Json) => [step.event, step.by, step.reason])]).toEqual(['REJECTED', [['reject', '이나래', '계약일을 잘못 적음']]]);
    const again = await finance.post(`/voucher-years/${yearId}/applications`, form);
    expect((again.body.verdicts as Json[]).filter(({ result }) => result === 'BLOCK')).toEqual([]);
  });

  it('is refused once a place was given, with the steps that are possible', async () => {
    const [selected = ''] = await selectedVouchers((await openVoucherYear()).id);
    const refused = await reject(selected);
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([409, 'voucher.not-in-this-state', { state: 'SELECTED', event: 'reject' }]);
  });

  it('wants a reason that says something', async () => {
    expect(refusal(await reject(await appliedVoucher(yearId), { reason: '음' }))).toEqual([400, 'request.invalid', '/reason']);
  });
});
