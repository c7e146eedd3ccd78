import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { lay, listed } from '../../support/report-schedules.js';
import { itFindsNothingAt, itIsClosedTo } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';

describe('ending a schedule of reports', () => {
  let id: string;

  beforeAll(async () => {
    id = (await lay((await formFund(Client.as('manager'))).id)).body.id as string;
  }, 120_000);

  const end = (at = id, client = Client.as('compliance')): ReturnType<Client['post']> => client.post(`/reports/schedules/${at}/end`, { reason: '담당 변경' });
  itIsClosedTo('checker', 'endReportSchedule', (client) => end(id, client));
  itFindsNothingAt((nowhere) => end(nowhere));

  it('is nobody’s who does not see it', async () => {
    const narrow = await scopedPerson('FINANCE_MAKER', [`fund/${(await formFund(Client.as('manager'))).id}`]);
    expect((await end(id, narrow)).status).toBe(404);
  });

  it('happens once, and is for good', async () => {
    expectStatus(await end(), 200);
    expect(await listed(id)).toMatchObject({ nextOn: null, endedOn: expect.any(String), endReason: '담당 변경' });
    const again = await end();
    expect([again.status, again.body.code]).toEqual([409, 'report-schedule.ended-already']);
    const draft = await Client.as('finance').post(`/reports/schedules/${id}/draft`, {});
    expect([draft.status, draft.body.code]).toEqual([409, 'report-schedule.ended-already']);
  });
});
