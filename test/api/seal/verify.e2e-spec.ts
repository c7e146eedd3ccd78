import { describe, expect, it } from '@jest/globals';
import { baseUrl, Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

interface Watched {
  readonly topic: string;
  readonly payload: Json;
}

async function watch(client: Client): Promise<Watched[]> {
  const response = await fetch(`${baseUrl()}/api/seals/verification`, { headers: client.headers({ key: null }) });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/event-stream')]);
  const text = await response.text();
  return [...text.matchAll(/^data: (.+)$/gm)].map(([, data = '']) => JSON.parse(data) as Watched);
}

describe('verifying the seals from the screen', () => {
  itIsClosedTo('manager', 'verifySeals', (client) => client.get('/seals/verification'));

  it('tells how far it is and ends with what it found: the demo, and all that the tests did, is as it was sealed', async () => {
    const events = await watch(Client.as('auditor'));
    expect(events.some(({ topic }) => topic === 'progress')).toBe(true);
    const result = events.at(-1);
    expect(result).toMatchObject({ topic: 'result', payload: { sound: true, findings: [], head: { number: expect.any(Number) } } });
    expect(result?.payload.rows).toBeGreaterThan(500);
  });

  it('is on record, with the outcome', async () => {
    await watch(Client.as('compliance'));
    const rows = await withSql('OWNER', async (sql) => (await sql.query(`select subject_label from access_log where action = 'seal.verify' and login = 'compliance' order by id desc limit 1`)).rows as { subject_label: string }[]);
    expect(rows[0]?.subject_label).toContain('이상 없음');
  });

  it('is done one at a time', async () => {
    const free = await withSql('OWNER', async (sql) => {
      await sql.query('begin');
      await sql.query('select pg_advisory_xact_lock(837439)');
      return watch(Client.as('auditor'));
    });
    expect(free).toEqual([{ topic: 'refused', payload: { code: 'seal.busy', text: { ko: expect.any(String), en: expect.any(String) } } }]);
  });
});
