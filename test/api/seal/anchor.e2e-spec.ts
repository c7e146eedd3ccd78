import { describe, expect, it } from '@jest/globals';
import { Client } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';
import { notRefusedWith, refusalOf, withSql } from '../../support/sql.js';

const NOT_PERMITTED = '42501';

describe('anchoring the seals', () => {
  itIsClosedTo('auditor', 'anchorSeal', (client) => client.post('/seals/anchor', undefined));

  it('takes the head of the chain out of the house and says so', async () => {
    const { status, body } = await Client.as('compliance').post('/seals/anchor', undefined);
    expect(status).toBe(201);
    expect(body.anchors[0]).toMatchObject({ number: expect.any(Number), chainHash: expect.stringMatching(/^[0-9a-f]{64}$/), anchoredOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), stampedAt: null });
    const logged = await withSql('OWNER', async (sql) => (await sql.query(`select count(*)::integer as count from command_log where command = 'seal.anchor' and outcome = 'DONE'`)).rows as { count: number }[]);
    expect(logged[0]?.count).toBeGreaterThan(0);
  });

  it('needs an idempotency key', async () => {
    expect((await Client.as('compliance').post('/seals/anchor', undefined, { key: null })).body.code).toBe('idempotency.key-missing');
  });

  it('is an anchor of the chain or none: the database compares', async () => {
    await Client.as('compliance').post('/seals/anchor', undefined);
    const made = `insert into seal_anchor (batch_number, chain_hash, anchored_on) select max(number), repeat('a', 64), current_date from seal_batch`;
    expect(await refusalOf('APPLICATION', made)).toMatchObject({ code: '23514', constraint: 'seal_anchor_holds' });
  });

  it('is not for the application to seal, nor for anybody to change a seal', async () => {
    const seals = ['seal_batch', 'seal_page'].map((table) => `insert into ${table} select * from ${table}`);
    const changes = ['seal_batch', 'seal_page', 'seal_anchor', 'seal_timestamp'].flatMap((table) => [`delete from ${table}`, `update ${table} set ${table === 'seal_batch' ? 'number' : 'batch_number'} = 1`]);
    const clock = ['update seal_clock set system_identifier = 0', 'create or replace function seal_shift() returns bigint language sql return 9::bigint'];
    expect(await notRefusedWith(NOT_PERMITTED, 'APPLICATION', [...seals, ...changes, ...clock])).toEqual([]);
  });
});
