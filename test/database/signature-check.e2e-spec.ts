import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkSignatures } from '#libs/approval';
import type { Tx } from '#libs/database';
import { openKeyFile } from '#libs/secret';
import { DataSource } from 'typeorm';
import { draftCall, fundWithSignedCalls, sign } from '../support/approvals.js';
import { Client } from '../support/client.js';

/** What an outsider finds who has the public key: signatures that the owner of the database wrote past every trigger. */
describe('the signatures on approvals', () => {
  const keyring = openKeyFile(path.join(process.env.BATON_TEST_DATA_DIR ?? '', 'keys.json'));
  let source: DataSource;
  let requestId: string;

  beforeAll(async () => {
    source = await new DataSource({ type: 'postgres', url: process.env.BATON_TEST_OWNER_URL ?? '', synchronize: false }).initialize();
    const request = await draftCall(await fundWithSignedCalls([{ kind: 'APPROVE', role: 'COMMITTEE', quorum: 2 }]));
    await sign('committee1', request, { opinion: '각하, 가\u0301 그리고 👩🏽‍🔬' });
    requestId = request.id;
  });

  afterAll(() => source.destroy());

  /** What is found after `sql` by the owner with all triggers off; rolled back. */
  const badAfter = (sql: string, parameters: unknown[] = []): Promise<string[]> =>
    source
      .transaction(async (tx: Tx) => {
        await tx.query('set local session_replication_role = replica');
        await tx.query(sql, parameters);
        throw Object.assign(new Error('rolled back'), { bad: (await checkSignatures(tx, keyring)).bad.map(({ id }) => id) });
      })
      .catch((error: unknown) => (error as { bad: string[] }).bad);

  it('are all genuine, and there are some', async () => {
    const { checked, bad } = await source.transaction((tx) => checkSignatures(tx, keyring));
    expect(bad).toEqual([]);
    expect(checked).toBeGreaterThan(30);
  });

  it('are not made by copying one in the name of another', async () => {
    const id = randomUUID();
    const other = (await Client.as('committee2').get('/session')).body.user.id as string;
    const copied = await source.query(
      `select column_name as name from information_schema.columns where table_name = 'approval_signature' and column_name not in ('id', 'signer_id', 'recorded_at', 'seal_tick') order by ordinal_position`,
    );
    const columns = (copied as { name: string }[]).map(({ name }) => name).join(', ');
    expect(await badAfter(`insert into approval_signature (id, signer_id, ${columns}) select $1, $2, ${columns} from approval_signature where request_id = $3`, [id, other, requestId])).toEqual([id]);
  });

  const changes = [`position = 2`, `decision = 'RETURNED', opinion = '각하'`, `opinion = null`, `signed_at = signed_at + interval '1 second'`, `step_up_method = 'PASSKEY'`, `content_hash = repeat('0', 64)`, `key_name = 'k0'`, `signature = decode(repeat('00', 64), 'hex')`];
  it.each(changes)('do not outlive %s', async (change) => {
    const [{ id } = { id: '' }] = (await source.query('select id from approval_signature where request_id = $1', [requestId])) as { id: string }[];
    expect(await badAfter(`update approval_signature set ${change} where id = $1`, [id])).toEqual([id]);
  });

  it('are for what the request says', async () => {
    const [{ id } = { id: '' }] = (await source.query('select id from approval_signature where request_id = $1', [requestId])) as { id: string }[];
    expect(await badAfter(`update approval_request set content_hash = repeat('1', 64) where id = $1`, [requestId])).toEqual([id]);
  });
});
