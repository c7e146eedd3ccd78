import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { lay } from '../../support/report-schedules.js';
import { itFindsNothingAt, itIsClosedTo } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';
import { withSql } from '../../support/sql.js';

/** What the calendar brings is told by a scenario with a clock of its own (scheduled-issue); here stands what the demo left behind. */
describe('drafting the reports of a schedule', () => {
  let fundId: string;
  let id: string;

  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    id = (await lay(fundId)).body.id as string;
  }, 120_000);

  const draft = (at = id, client = Client.as('finance')): ReturnType<Client['post']> => client.post(`/reports/schedules/${at}/draft`, {});
  itIsClosedTo('compliance', 'draftReportSchedule', (client) => draft(id, client));
  itFindsNothingAt((nowhere) => draft(nowhere));
  itFindsNothingAt((nowhere) => Client.as('auditor').get(`/reports/schedules/${nowhere}`));

  it('is nobody’s who does not see it', async () => {
    const narrow = await scopedPerson('FINANCE_MAKER', [`fund/${(await formFund(Client.as('manager'))).id}`]);
    expect([(await draft(id, narrow)).status, (await narrow.get(`/reports/schedules/${id}`)).status]).toEqual([404, 404]);
  });

  it('does nothing before the period is over', async () => {
    expect((await draft()).body).toEqual({ id, tried: 0, refused: 0 });
  });

  it('has happened in the demo: a report was issued and came to its recipients, and is drafted no second time', async () => {
    const finance = Client.as('finance');
    const known = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select distinct t.schedule_id as id from report_schedule_turn t where t.attempt = 1 and t.outcome = 'DRAFTED'`)).rows);
    const demo = known[0]?.id ?? '';
    expect((await draft(demo)).body).toEqual({ id: demo, tried: 0, refused: 0 });
    const { turns } = (await finance.get(`/reports/schedules/${demo}`)).body as { turns: Json[] };
    const issued = turns.find(({ state }) => state === 'ISSUED');
    const received = (await Client.as('auditor').get('/reports/deliveries')).body as Json[];
    expect(received.find(({ issueId }) => issueId === issued?.issueId)).toMatchObject({ number: issued?.issueNumber, asOf: issued?.periodEndsOn, state: 'NEW', takenAt: null });
    expect((await finance.get('/reports/deliveries')).body).toEqual([]);
  });

  it('comes to nobody who may not see the report, though they are named', async () => {
    const narrow = await scopedPerson('FINANCE_CHECKER', [`fund/${fundId}`]);
    const all = await lay(fundId, { subjectId: undefined, recipientIds: [narrow.id] });
    expect([all.status, (await narrow.get('/reports/deliveries')).body]).toEqual([201, []]);
  });
});
