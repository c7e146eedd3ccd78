import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { issued, take } from '../../support/issues.js';
import { itFindsNothingAt, itIsClosedTo } from '../../support/routes.js';
import { today } from '../../support/services.js';

const withdraw = (id: string, client = Client.as('compliance')): ReturnType<Client['post']> => client.post(`/reports/issues/${id}/withdraw`, { reason: '자료 오류로 취소' });

describe('withdrawing a report', () => {
  let report: Json;

  beforeAll(async () => {
    report = await issued((await formFund(Client.as('manager'))).id, today());
  }, 120_000);

  itIsClosedTo('manager', 'withdrawReport', (client) => withdraw(report.id as string, client));
  itFindsNothingAt((id) => withdraw(id));

  it('says why, to everybody who looks it up, and leaves the file readable', async () => {
    expectStatus(await withdraw(report.id as string), 200);
    const { body } = await Client.as('manager').get(`/reports/issues/${report.id as string}`);
    expect(body).toMatchObject({ status: 'WITHDRAWN', withdrawnReason: '자료 오류로 취소', endedAt: expect.any(String) });
    expect((await take(report.id as string, 'pdf')).status).toBe(200);
    const again = await withdraw(report.id as string);
    expect([again.status, again.body.code]).toEqual([409, 'report.not-valid']);
  });
});
