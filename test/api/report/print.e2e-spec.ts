import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { issued } from '../../support/issues.js';
import { itFindsNothingAt, itIsClosedTo } from '../../support/routes.js';
import { today } from '../../support/services.js';

describe('printing an issued report', () => {
  let report: Json;

  beforeAll(async () => {
    report = await issued((await formFund(Client.as('manager'))).id, today());
  }, 120_000);

  itIsClosedTo('manager', 'printReport', (client) => client.post(`/reports/issues/${report.id as string}/print`, undefined));
  itFindsNothingAt((id) => Client.as('compliance').post(`/reports/issues/${id}/print`, undefined));

  it('makes nothing anew where the files are there', async () => {
    const before = (await Client.as('compliance').get(`/reports/issues/${report.id as string}`)).body.files;
    const answer = await Client.as('compliance').post(`/reports/issues/${report.id as string}/print`, undefined);
    expect([answer.status, answer.body.files]).toEqual([200, 4]);
    expect((await Client.as('compliance').get(`/reports/issues/${report.id as string}`)).body.files).toEqual(before);
  });
});
