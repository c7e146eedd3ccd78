import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

/** Old entries as time makes them: below every other number, recorded long ago. Only the owner with its guards off can write such rows. */
async function writeOldEntries(recordedAt: readonly string[]): Promise<string> {
  return withSql('OWNER', async (sql) => {
    await sql.query('begin');
    await sql.query('set local session_replication_role = replica');
    for (const [index, at] of recordedAt.entries()) {
      await sql.query(
        `insert into access_log (id, accessed_at, recorded_at, user_id, login, roles, action, subject_kind, subject_label) overriding system value
         values ($1, $2, $2, gen_random_uuid(), 'old', '{}', 'user.manage', 'user', '옛 기록')`,
        [index - recordedAt.length, at],
      );
    }
    const { rows } = await sql.query<{ row: string }>('select to_jsonb(l)::text as row from access_log l where id < 0 order by id');
    await sql.query('commit');
    const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
    return digest(rows.map(({ row }) => digest(row)).join(''));
  });
}

/** Whatever is destroyed, two people of compliance have signed for it. */
async function signedBySecond(approvalId: string): Promise<void> {
  const second = await Client.signIn('compliance2');
  const { contentHash } = (await second.get(`/approvals/${approvalId}`)).body as { contentHash: string };
  expectStatus(await second.post(`/approvals/${approvalId}/sign`, { contentHash }), 200);
}

describe('destroying old entries of the access log', () => {
  const compliance = Client.as('compliance');
  const body = { reason: '보관기간 만료 파기 결재' };
  const retention = async (): Promise<Json> => (await compliance.get('/access-log/retention')).body;

  itIsClosedTo('admin', 'purgeAccessLog', (client) => client.post('/access-log/purge', body));
  itIsClosedTo('auditor', 'purgeAccessLog', (client) => client.post('/access-log/purge', body));
  itIsClosedTo('finance', 'getAccessLogRetention', (client) => client.get('/access-log/retention'));

  it('has nothing to do while everything is young', async () => {
    expect(refusal(await compliance.post('/access-log/purge', body))).toEqual([422, 'access-log.nothing-to-purge']);
  });

  it('waits for a second person of compliance, then destroys what is past five years and leaves a row that says what went', async () => {
    const rowsHash = await writeOldEntries(['2015-02-03T10:00:00Z', '2016-03-04T10:00:00Z', '2017-04-05T10:00:00Z']);
    const before = await retention();
    expect(before).toMatchObject({ retentionYears: 5, destroyable: 3, oldestAt: '2015-02-03T10:00:00.000Z' });
    const asked = await compliance.post('/access-log/purge', body);
    expectStatus(asked, 202);
    expect((await retention()).destroyable).toBe(3);
    await signedBySecond(asked.body.approval.id as string);
    const after = await retention();
    expect(after.destroyable).toBe(0);
    expect((after.purges as Json[])[0]).toMatchObject({ rowCount: 3, firstAccessedAt: '2015-02-03T10:00:00.000Z', lastAccessedAt: '2017-04-05T10:00:00.000Z', rowsHash });
    expect(await withSql('OWNER', async (sql) => (await sql.query('select 1 from access_log where id < 0')).rowCount)).toBe(0);
  });
});
