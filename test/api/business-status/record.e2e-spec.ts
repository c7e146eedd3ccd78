import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { openVoucherYear, registerProvider } from '../../support/vouchers.js';

const finance = Client.as('finance');

describe('recording a business status', () => {
  let partyId: string;
  let yearId: string;
  const record = (status: string, effectiveOn: string, ask = {}) => finance.post('/business-statuses', { partyId, status, effectiveOn }, ask);

  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
    partyId = (await registerProvider(yearId)).partyId;
  });

  itIsClosedTo('compliance', 'recordBusinessStatus', (client) => client.post('/business-statuses', { partyId: NOWHERE, status: 'CLOSED', effectiveOn: '2021-01-01' }));
  itIsClosedTo('admin', 'listBusinessStatuses', (client) => client.get(`/business-statuses?partyId=${NOWHERE}`));
  itWritesOncePerKey((ask, variation) => record('ACTIVE', variation === 'first' ? '2020-01-01' : '2020-01-02', ask));

  it('keeps every answer with its day and where it came from; what applies on a day is the last one before it', async () => {
    await record('RESTING', '2021-03-02');
    await record('ACTIVE', '2021-04-01');
    expectStatus(await finance.post('/business-statuses', { partyId, status: 'CLOSED', effectiveOn: '2021-05-31', source: '홈택스 화면' }), 201);
    const records = (await Client.as('auditor').get(`/business-statuses?partyId=${partyId}`)).body as Json[];
    expect(records.slice(0, 3).map(({ status, effectiveOn, source, actor }) => [status, effectiveOn, source, actor])).toEqual([
      ['CLOSED', '2021-05-31', '홈택스 화면', 'finance'],
      ['ACTIVE', '2021-04-01', '국세청 휴폐업 조회', 'finance'],
      ['RESTING', '2021-03-02', '국세청 휴폐업 조회', 'finance'],
    ]);
    const provider = ((await finance.get(`/voucher-years/${yearId}/providers`)).body as Json[]).find((each) => each.partyId === partyId);
    expect(provider.status).toEqual({ status: 'CLOSED', effectiveOn: '2021-05-31', source: '홈택스 화면' });
  });

  it('refuses what has not happened yet, and a party that is not there', async () => {
    expect(refusal(await record('CLOSED', '2199-01-01'))).toEqual([400, 'business-status.in-future', '/effectiveOn']);
    expect(refusal(await finance.post('/business-statuses', { partyId: NOWHERE, status: 'CLOSED', effectiveOn: '2021-01-01' }))).toEqual([404, 'resource.not-found']);
  });
});
