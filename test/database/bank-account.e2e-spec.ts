import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { logCommand } from '../support/books.js';
import { newParty, registered } from '../support/bank-accounts.js';
import { refusalOf, type DatabaseRole } from '../support/sql.js';

const CHECK = '23514';
const UNIQUE = '23505';
const RESTRICTED = '23001';
const NOT_PERMITTED = '42501';

const sealed = (key = 'k1', body = 'B'.repeat(80)): string => `v1.${key}.${'A'.repeat(16)}.${body}`;
const hash = (digit: string): string => digit.repeat(64);

interface Secret {
  readonly content?: string;
  readonly indexKey?: string;
  readonly index?: string;
}

async function insertSecret(sql: pg.Client, { content = sealed(), indexKey = 'k1', index = hash('1') }: Secret = {}): Promise<string> {
  const id = randomUUID();
  await sql.query(`insert into bank_account_secret (id, content, number_index, index_key, content_hash, deposited_by, request_key) values ($1, $2, $3, $4, $5, gen_random_uuid(), 'raw')`, [
    id,
    content,
    index,
    indexKey,
    hash('2'),
  ]);
  return id;
}

interface Account {
  readonly secretId?: string;
  readonly contentHash?: string;
  readonly effectiveFrom?: string;
  readonly holder?: string;
}

async function insertAccount(sql: pg.Client, partyId: string, { secretId, contentHash = hash('2'), effectiveFrom = '2024-06-03', holder = '시*' }: Account = {}): Promise<string> {
  const id = randomUUID();
  await sql.query(
    `insert into bank_account (id, party_id, bank_code, number_tail, number_length, holder_masked, holder_is_party, secret_id, content_hash, effective_from, known_at, command_id)
     values ($1, $2, '004', '1234', 12, $3, true, $4, $5, $6, now(), $7)`,
    [id, partyId, holder, secretId ?? (await insertSecret(sql)), contentHash, effectiveFrom, await logCommand(sql, 'bank-account.register')],
  );
  return id;
}

const close = async (sql: pg.Client, accountId: string, closedOn: string): Promise<unknown> =>
  sql.query(`insert into bank_account_close (account_id, closed_on, reason, known_at, command_id) values ($1, $2, '변경', now(), $3)`, [accountId, closedOn, await logCommand(sql, 'bank-account.close')]);

describe('bank accounts by raw SQL', () => {
  let partyId: string;

  beforeAll(async () => {
    partyId = (await newParty()).id;
  });

  it.each<[string, Secret]>([
    ['a number in the clear', { content: '110-123-456789' }],
    ['JSON in the clear', { content: '{"account":"110123456789"}' }],
    ['something that only starts like it', { content: `v1.k1.${'A'.repeat(16)}.110123456789` }],
    ['a number behind an encrypted value', { content: `${sealed()} 110123456789` }],
    ['the name of another key', { indexKey: 'k2' }],
    ['a plain number for a hash', { index: '110123456789' }],
  ])('do not take %s', async (_, secret) => {
    expect(await refusalOf('APPLICATION', (sql) => insertSecret(sql, secret))).toMatchObject({ code: CHECK });
  });

  it('take what is encrypted, and point to it by its hash', async () => {
    expect(await refusalOf('APPLICATION', (sql) => insertAccount(sql, partyId))).toBeNull();
    expect(await refusalOf('APPLICATION', (sql) => insertAccount(sql, partyId, { contentHash: hash('3') }))).toEqual({ code: CHECK, constraint: 'bank_account_content_hash' });
    expect(await refusalOf('APPLICATION', (sql) => insertAccount(sql, partyId, { holder: '시험기업' }))).toMatchObject({ code: CHECK });
  });

  it('are no two of one party with one number at one time', async () => {
    const twice = (closedOn: string | null, from: string) => async (sql: pg.Client) => {
      const first = await insertAccount(sql, partyId);
      if (closedOn !== null) await close(sql, first, closedOn);
      await insertAccount(sql, partyId, { effectiveFrom: from });
    };
    const refusals = [await refusalOf('APPLICATION', twice(null, '2030-01-01')), await refusalOf('APPLICATION', twice('2024-12-31', '2024-12-31')), await refusalOf('APPLICATION', twice('2024-12-31', '2025-01-01'))];
    expect(refusals).toEqual([{ code: UNIQUE, constraint: 'bank_account_once' }, { code: UNIQUE, constraint: 'bank_account_once' }, null]);
  });

  it('do not end before they begin, or twice', async () => {
    expect(await refusalOf('APPLICATION', async (sql) => close(sql, await insertAccount(sql, partyId), '2024-06-02'))).toEqual({ code: CHECK, constraint: 'bank_account_close_after_opening' });
    const twice = async (sql: pg.Client): Promise<void> => {
      const id = await insertAccount(sql, partyId);
      for (const day of ['2024-12-31', '2025-01-31']) await close(sql, id, day);
    };
    expect(await refusalOf('APPLICATION', twice)).toMatchObject({ code: UNIQUE });
  });

  it.each<[string, DatabaseRole, string, string]>([
    ['the application does not encrypt anew', 'APPLICATION', `update bank_account_secret set content = content`, NOT_PERMITTED],
    ['the application deletes nothing', 'APPLICATION', `delete from bank_account_secret`, NOT_PERMITTED],
    ['an auditor writes nothing', 'AUDITOR', `update bank_account_secret set content = content`, NOT_PERMITTED],
    ['an auditor makes nobody forget', 'AUDITOR', `select forget_unused_bank_account_secrets()`, NOT_PERMITTED],
    ['not even the owner changes what an account refers to', 'OWNER', `update bank_account_secret set content_hash = repeat('0', 64)`, RESTRICTED],
    ['not even the owner changes who handed it in', 'OWNER', `update bank_account_secret set deposited_by = gen_random_uuid()`, RESTRICTED],
    ['the owner puts no plain text there', 'OWNER', `update bank_account_secret set content = '110123456789'`, CHECK],
    ['a number that an account refers to is not deleted', 'OWNER', `delete from bank_account_secret where id in (select secret_id from bank_account)`, '23503'],
    ['nobody truncates', 'OWNER', `truncate bank_account_secret cascade`, RESTRICTED],
  ])('%s', async (_, role, statement, code) => {
    await registered({ partyId });
    expect(await refusalOf(role, statement)).toMatchObject({ code });
  });
});
