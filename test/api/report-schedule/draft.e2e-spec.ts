import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockedServer, type ClockedServer } from '../../support/clocked-server.js';
import { Client, type Json } from '../../support/client.js';
import { take } from '../../support/issues.js';
import { userId } from '../../support/report-schedules.js';
import { withSql } from '../../support/sql.js';

/** From one day to another issues want a signature; before and after they pass directly, as all specs but this one want it. */
async function letComplianceSign(from: string, to: string): Promise<void> {
  await withSql('OWNER', async (sql) => {
    await sql.query('begin');
    for (const [day, mode] of [[from, 'SIGNED'], [to, 'DIRECT']] as const) {
      const { rows } = await sql.query<{ id: string }>(
        `insert into approval_policy (id, command, scope, effective_from, expires_after_days, clause, source, known_at, command_id)
         select gen_random_uuid(), 'report.issue', '*', $1, 14, '위임전결 시험', 'ASSUMPTION', $1::date, id from command_log where command = 'policy.install' limit 1 returning id`,
        [day],
      );
      await sql.query('insert into approval_tier (policy_id, from_won, mode) values ($1, 0, $2)', [rows[0]?.id, mode]);
      if (mode === 'SIGNED') await sql.query(`insert into approval_step (policy_id, from_won, position, kind, role, min_rank, quorum) values ($1, 0, 1, 'APPROVE', 'COMPLIANCE', 'STAFF', 1)`, [rows[0]?.id]);
    }
    await sql.query('commit');
  });
}

/** The program with a clock of its own, on the database of the specs: Chuseok lies between the end of a quarter and its report. */
describe('a schedule of reports', () => {
  let server: ClockedServer;
  let scheduleId: string;

  beforeAll(async () => {
    server = await clockedServer('2025-09-22T10:00:00+09:00');
    const fundId = (await Client.as('manager').get('/funds')).body.find(({ number }: Json) => number === 'FND-2021-01').id as string;
    const [ownerId, auditorId, directorId] = [await userId('finance'), await userId('auditor'), await userId('director')];
    const timing = { period: 'QUARTER', daysAfter: 5, fromOn: '2025-07-01', untilOn: '2025-12-31' };
    const input = { name: '분기 준수 보고', kind: 'FUND_COMPLIANCE', subjectId: fundId, recipientIds: [auditorId, directorId], ...timing };
    scheduleId = (await server.ask({ lay: { ownerId, input } })) as string;
  }, 240_000);

  afterAll(() => server.stop());

  /** What so many processes draft that ask at the same moment. */
  const draftAt = async (set: string, draft = 1): Promise<unknown> => server.ask({ set, draft });
  const issues = (): Promise<Json[]> => withSql('OWNER', async (sql) => (await sql.query(`select i.id, i.number, i.as_of::text as "asOf" from report_schedule_issue p join report_issue i on i.id = p.issue_id where p.schedule_id = $1 order by i.as_of`, [scheduleId])).rows);
  const delivered = async (login: 'auditor' | 'director' | 'manager'): Promise<Json[]> => {
    const ids = (await issues()).map(({ id }) => id as string);
    return ((await Client.as(login).get('/reports/deliveries')).body as Json[]).filter(({ issueId }) => ids.includes(issueId as string));
  };

  it('waits for the first working day after its days', async () => {
    expect(await draftAt('2025-10-05T09:00:00+09:00')).toEqual([0]);
    expect([await draftAt('2025-10-09T23:00:00+09:00'), await issues()]).toEqual([[0], []]);
  });

  it('drafts the report of a period once, whoever asks and however often', async () => {
    const both = (await draftAt('2025-10-10T09:00:00+09:00', 2)) as number[];
    expect([...both].sort()).toEqual([0, 1]);
    expect(await draftAt('2025-10-10T09:00:01+09:00')).toEqual([0]);
    expect([await draftAt('2025-10-13T09:00:00+09:00'), (await issues()).map(({ asOf }) => asOf)]).toEqual([[0], ['2025-09-30']]);
  });

  it('gives it to its recipients and to nobody else, as new until each of them takes it away', async () => {
    expect(await delivered('auditor')).toMatchObject([{ state: 'NEW', takenAt: null, version: 1, status: 'VALID', asOf: '2025-09-30' }]);
    expect(await delivered('manager')).toEqual([]);
    const answer = await take((await issues())[0]?.id as string, 'csv', Client.as('auditor'));
    expect(answer.status).toBe(200);
    expect(await delivered('auditor')).toMatchObject([{ state: 'TAKEN', takenAt: expect.any(String) }]);
    expect(await delivered('director')).toMatchObject([{ state: 'NEW' }]);
  });

  it('leaves a draft waiting where signatures are wanted, and does not draft it again', async () => {
    await letComplianceSign('2025-12-20', '2026-02-01');
    expect(await draftAt('2026-01-05T09:00:00+09:00')).toEqual([1]);
    expect([await draftAt('2026-01-06T09:00:00+09:00'), (await issues()).length]).toEqual([[0], 1]);
  });

  it('ends with its last day', async () => {
    expect(await draftAt('2026-10-30T09:00:00+09:00')).toEqual([0]);
  });
});
