import { syncApprovalKeys } from '#libs/approval';
import { openDatabase } from '#libs/database';
import { DomainError, invariant } from '#libs/errors';
import { addKey, keyringOf, openKeyFile, type EncryptedColumn, type Keyring } from '#libs/secret';
import pg from 'pg';
import type { Config } from '../config.js';
import { ENCRYPTED_COLUMNS } from '../registry.js';

/** What was carried over to the current key. */
export interface RotatedColumn {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
}

export interface RotationOptions {
  /** Rows of one transaction; a run that ends in the middle loses at most that much work. */
  readonly batchSize?: number;
  readonly onBatch?: (column: EncryptedColumn, rows: number) => void;
}

const BATCH_SIZE = 500;

/** How many values are still under an earlier key than the current one. */
export async function countUnderEarlierKeys(client: pg.Client, keyring: Keyring, columns: readonly EncryptedColumn[]): Promise<number> {
  let count = 0;
  for (const { table, column } of columns) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${quoted(table)} where ${keyOf(column)} <> $1`, [keyring.currentKey]);
    count += Number(rows[0]?.count ?? 0);
  }
  return count;
}

/**
 * Encrypts every value under the current key that is under an earlier one, and makes the keyed hashes beside them anew; as
 * the owner, because nobody else may change these columns. Batch by batch: whatever stops it, the next run goes on with
 * what is left, and a run with nothing left changes nothing. Throws `secret.unreadable-row` naming the first row that
 * cannot be read, with every batch before it done.
 */
export async function rotateKeys(client: pg.Client, keyring: Keyring, columns: readonly EncryptedColumn[], options: RotationOptions = {}): Promise<RotatedColumn[]> {
  const rotated: RotatedColumn[] = [];
  for (const column of columns) {
    let rows = 0;
    for (;;) {
      const batch = await rotateBatch(client, keyring, column, options.batchSize ?? BATCH_SIZE);
      if (batch === 0) break;
      rows += batch;
      options.onBatch?.(column, batch);
    }
    rotated.push({ table: column.table, column: column.column, rows });
  }
  return rotated;
}

interface SealedRow {
  readonly key: string;
  readonly sealed: string;
}

async function rotateBatch(client: pg.Client, keyring: Keyring, target: EncryptedColumn, size: number): Promise<number> {
  const [table, key, column] = [target.table, target.key, target.column].map(quoted) as [string, string, string];
  await client.query('begin');
  try {
    const { rows } = await client.query<SealedRow>(
      `select ${key}::text as key, ${column} as sealed from ${table} where ${keyOf(target.column)} <> $1 order by ${key} limit $2 for update`,
      [keyring.currentKey, size],
    );
    if (rows.length > 0) await writeBatch(client, target, rows.map((row) => carriedOver(keyring, target, row)));
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

interface CarriedRow extends SealedRow {
  readonly index: string | null;
  readonly indexKey: string;
}

function carriedOver(keyring: Keyring, { table, purpose, index }: EncryptedColumn, row: SealedRow): CarriedRow {
  try {
    const plain = keyring.decrypt(row.sealed, purpose);
    const sealed = keyring.encrypt(plain, purpose);
    const indexKey = keyring.keyOf(sealed);
    return { key: row.key, sealed, indexKey, index: index === undefined ? null : keyring.blindIndex(index.text(plain), index.purpose, indexKey) };
  } catch (error) {
    throw unreadableRow(table, row.key, error);
  }
}

async function writeBatch(client: pg.Client, target: EncryptedColumn, rows: readonly CarriedRow[]): Promise<void> {
  const { index } = target;
  const hashes = index === undefined ? '' : `, ${quoted(index.column)} = r.index, ${quoted(index.keyColumn)} = r."indexKey"`;
  const { rowCount } = await client.query(
    `update ${quoted(target.table)} t set ${quoted(target.column)} = r.sealed${hashes}
       from jsonb_to_recordset($1::jsonb) as r (key text, sealed text, index text, "indexKey" text) where t.${quoted(target.key)}::text = r.key`,
    [JSON.stringify(rows)],
  );
  invariant(rowCount === rows.length, `${target.table}: ${rows.length} rows were to be encrypted anew, ${String(rowCount)} were`);
}

/** The name of the key is the second part of every encrypted value. */
const keyOf = (column: string): string => `split_part(${quoted(column)}, '.', 2)`;

/** Names come from the code; they are quoted so that none has to be looked at. */
const quoted = (name: string): string => pg.escapeIdentifier(name);

function unreadableRow(table: string, key: string, cause: unknown): DomainError {
  return new DomainError(
    'unavailable',
    'secret.unreadable-row',
    {
      ko: `${table} 표의 ${key} 행을 읽을 수 없어 키 교체를 멈췄습니다. 그 앞까지는 끝났습니다. 키 파일이 맞는지, 행이 바뀌지 않았는지(npx baton verify) 확인한 뒤 다시 실행해 주세요.`,
      en: `Row ${key} of ${table} cannot be read, so the change of keys stopped; all before it is done. Check that the key file is the right one and that the row was not changed (npx baton verify), then run it again.`,
    },
    { details: { table, key }, cause },
  );
}

/**
 * `npx baton rotate-keys`: gives the installation a new key and carries everything over to it; after a run that was stopped
 * it finishes that one first, without a further key. Servers may go on running: they see the new key in the file at once.
 * Keys that come from the environment are added there by whoever keeps them; then this carries over what is left.
 */
export async function rotateKeysOfInstallation(config: Config, say: (line: string) => void): Promise<readonly RotatedColumn[]> {
  const database = await openDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log: say });
  const client = new pg.Client({ connectionString: database.ownerUrl });
  try {
    await client.connect();
    const keyring = config.keys === undefined ? openKeyFile(config.keysFile) : keyringOf(config.keys, 'BATON_KEYS');
    if (config.keys === undefined) await addKeyUnlessUnfinished(client, keyring, config.keysFile, say);
    const rotated = await rotateKeys(client, keyring, ENCRYPTED_COLUMNS, { onBatch: ({ table }, rows) => say(`${table}: +${rows}`) });
    say(`키 교체를 마쳤습니다. 현재 키: ${keyring.currentKey} (all encrypted values are under the key ${keyring.currentKey})`);
    return rotated;
  } finally {
    await client.end();
    await database.stop();
  }
}

async function addKeyUnlessUnfinished(client: pg.Client, keyring: Keyring, file: string, say: (line: string) => void): Promise<void> {
  const left = await countUnderEarlierKeys(client, keyring, ENCRYPTED_COLUMNS);
  if (left > 0) {
    say(`앞선 키 교체를 이어서 합니다: ${left}건 남음 (going on with the unfinished change of keys: ${left} left)`);
    return;
  }
  // The database checks signatures: it knows the key before anything is signed with it.
  const name = await addKey(file, (ring) => syncApprovalKeys(client, ring));
  say(`새 키 ${name}을(를) 추가했습니다. 예전 키는 예전 백업과 서명을 읽는 데 계속 필요하니 키 파일을 함께 보관하십시오. (added the key ${name}; keep the earlier ones: backups and signatures need them)`);
}
