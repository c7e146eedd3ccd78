import { createHmac, sign, type KeyObject } from 'node:crypto';
import { DomainError } from '#libs/errors';
import type { Keyring } from '#libs/secret';

const MAC_PURPOSE = 'approval mac';
export const SIGNATURE_PURPOSE = 'approval signature';
const BLOCK_BYTES = 64;

/** The part of a database client that is needed here; the owner's connection at start. */
export interface SqlClient {
  query(sql: string, parameters: unknown[]): Promise<{ readonly rows: readonly { readonly same: boolean }[] }>;
}

/**
 * Gives the database what it checks signatures with. Throws `approval.other-keys` where it knows a key of that name with
 * another content: then the key file is not the one this database was used with, and nothing encrypted could be read.
 */
export async function syncApprovalKeys(client: SqlClient, keyring: Keyring): Promise<void> {
  for (const name of keyring.keyNames) {
    const key = padded(keyring.derive(MAC_PURPOSE, name));
    const halves = [name, masked(key, 0x36), masked(key, 0x5c)];
    await client.query('insert into approval_key (name, inner_key, outer_key) values ($1, $2, $3) on conflict (name) do nothing', halves);
    const { rows } = await client.query('select inner_key = $2 and outer_key = $3 as same from approval_key where name = $1', halves);
    if (rows[0]?.same !== true) throw otherKeys();
  }
}

/** What a signature is made of: the tag that the database checks, and the signature that an outsider checks. */
export interface Seals {
  readonly keyName: string;
  readonly mac: Buffer;
  readonly signature: Buffer;
}

export function sealText(keyring: Keyring, text: string): Seals {
  const key: KeyObject = keyring.signingKey(SIGNATURE_PURPOSE);
  return {
    keyName: keyring.currentKey,
    mac: createHmac('sha256', keyring.derive(MAC_PURPOSE)).update(text, 'utf8').digest(),
    signature: sign(null, Buffer.from(text, 'utf8'), key),
  };
}

function padded(key: Buffer): Buffer {
  return Buffer.concat([key, Buffer.alloc(BLOCK_BYTES - key.length)]);
}

function masked(key: Buffer, mask: number): Buffer {
  return Buffer.from(key.map((byte) => byte ^ mask));
}

function otherKeys(): DomainError {
  return new DomainError('unavailable', 'approval.other-keys', {
    ko: '이 데이터베이스는 다른 키 파일로 쓰였습니다. 원래의 키 파일(BATON_KEYS_FILE)을 지정해 주세요. 새 키로는 암호화된 값을 읽을 수 없습니다.',
    en: 'This database was used with another key file. Point BATON_KEYS_FILE to the original one: with new keys nothing encrypted can be read.',
  });
}
