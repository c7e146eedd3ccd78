import { randomBytes, randomUUID } from 'node:crypto';
import { migrations } from '#migrations';
import { enterScopes, prepareDatabase, type Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { anchorOf, listBatches, listSealedTables, sealDueRows, Sealer, verifyDatabase, type AnchorFile, type SealedTable, type Verification } from '#libs/seal';
import { Keyring } from '#libs/secret';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** Texts that a careless digest would take for each other or trip over. */
const TEXTS = ['한글 이름', '한글 이름'.normalize('NFD'), '😀 이모지 👩‍👩‍👧', `따옴표 ' " \\ / 와 줄\n바꿈\r\t\b\f\u0001\u001f\u007f\u0085\u2028`];
/** Who sees everything, as row-level security asks. */
const EVERYBODY = { userId: '00000000-0000-0000-0000-000000000000', scopes: ['*'] };

export interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly generated: boolean;
  readonly isKey: boolean;
}

/** A database of its own, in the cluster of the test server, whose rows nobody else writes. */
export class SealedDatabase {
  private constructor(
    readonly name: string,
    readonly source: DataSource,
    readonly keyring: Keyring,
    readonly sealer: Sealer,
    readonly tables: readonly SealedTable[],
    readonly columns: readonly Column[],
  ) {}

  /** With every migration run; what people may not write (checks, uniqueness, foreign keys) is taken away, because forgers keep to nothing. */
  static async open(): Promise<SealedDatabase> {
    const url = ownerUrl();
    const name = `seal_${randomBytes(4).toString('hex')}`;
    await once(url, `create database ${name}`);
    const own = atDatabase(url, name);
    await prepareDatabase(own, migrations, () => Promise.resolve());
    const source = await new DataSource({ type: 'postgres', url: own, synchronize: false, poolSize: 4 }).initialize();
    const keyring = new Keyring({ current: 'k1', keys: new Map([['k1', randomBytes(32)]]) });
    const tables = await listSealedTables(source.manager);
    const columns = await readColumns(source.manager);
    await liftRules(source.manager);
    return new SealedDatabase(name, source, keyring, new Sealer(source, keyring), tables, columns);
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await once(ownerUrl(), `drop database ${this.name} with (force)`);
  }

  columnsOf(table: string): Column[] {
    return this.columns.filter((column) => column.table === table);
  }

  /** A few rows in every table, with the seal tick of an honest insert. */
  async fill(rounds = TEXTS.length): Promise<void> {
    await this.source.transaction(async (tx) => {
      await actAsForger(tx);
      for (let round = 0; round < rounds; round += 1) {
        for (const { name } of this.tables) await this.insert(tx, name, round);
        const [entry] = (await tx.query('select id from journal_entry order by seal_tick desc, id desc limit 1')) as { id: string }[];
        for (const line of [1, 2]) await this.insert(tx, 'entry_line', round, { entry_id: entry?.id, line_no: line });
      }
    });
  }

  async insert(tx: Tx, table: string, round: number, given: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const columns = this.columnsOf(table).filter(({ generated }) => !generated);
    const values = columns.map(({ name, type }) => given[name] ?? (name === 'seal_tick' ? null : valueOf(type, round)));
    const list = columns.map(({ name }) => `"${name}"`).join(', ');
    const marks = columns.map(({ name }, at) => (name === 'seal_tick' && given['seal_tick'] === undefined ? `coalesce($${at + 1}, seal_tick())` : `$${at + 1}`)).join(', ');
    await tx.query(`insert into "${table}" (${list}) values (${marks})`, values);
  }

  /** Seals until nothing is left; other databases of the cluster may hold the horizon back for a moment. */
  async seal(): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await this.sealer.sealNow();
      if ((await this.verify()).unsealed === 0) return;
    }
    throw new Error('the horizon of the seal clock does not move');
  }

  /** What a verification finds when `tampering` has been done; all of it is undone afterwards. */
  async verifyAfter(tampering: (tx: Tx) => Promise<unknown>, anchors: readonly AnchorFile[] = []): Promise<Verification> {
    const runner = this.source.createQueryRunner();
    await runner.startTransaction('REPEATABLE READ');
    try {
      await actAsForger(runner.manager);
      await tampering(runner.manager);
      return await this.check(runner.manager, anchors);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  verify(anchors: readonly AnchorFile[] = []): Promise<Verification> {
    return this.verifyAfter(() => Promise.resolve(), anchors);
  }

  /** Every head of the chain, as somebody outside keeps it. */
  async anchors(): Promise<AnchorFile[]> {
    const batches = await listBatches(this.source.manager, null, 100);
    return batches.map((batch) => ({ name: `anchor-${batch.number}.json`, anchor: anchorOf(batch, '2026-11-22', this.keyring.publicKey('seal')) }));
  }

  /** Seals what a forger has left, with the stolen key or another one. */
  async sealAsForger(tx: Tx, keyring = this.keyring): Promise<void> {
    await sealDueRows(tx, keyring);
  }

  private async check(tx: Tx, anchors: readonly AnchorFile[]): Promise<Verification> {
    await enterScopes(tx, EVERYBODY);
    return verifyDatabase(tx, { keyOf: (name) => (name === 'k1' ? this.keyring.publicKey('seal', name) : null), anchors });
  }
}

/** What somebody does who has the database's own password: no trigger and no foreign key asks. */
export async function actAsForger(tx: Tx): Promise<void> {
  await tx.query('set local session_replication_role = replica');
}

function ownerUrl(): string {
  const url = process.env.BATON_TEST_OWNER_URL;
  invariant(url !== undefined, 'the test server is not running: use npm test');
  return url;
}

const atDatabase = (url: string, name: string): string => url.replace(/^(postgres(?:ql)?:\/\/[^/?#]*\/)[^?#]*/, `$1${name}`);

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function readColumns(tx: Tx): Promise<Column[]> {
  return tx.query(
    `select c.relname::text as "table", a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type, a.attgenerated <> '' as generated,
            exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey::int2[])) as "isKey"
       from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`,
  );
}

/** Keys stay: without them rows could not be told apart. */
async function liftRules(tx: Tx): Promise<void> {
  await tx.query(`do $$
    declare rule record;
    begin
      for rule in select conrelid::regclass as "table", conname from pg_constraint
                   where connamespace = 'public'::regnamespace and contype in ('c', 'f') loop
        execute format('alter table %s drop constraint %I', rule."table", rule.conname);
      end loop;
      for rule in select a.attrelid::regclass as "table", a.attname as conname from pg_attribute a join pg_class c on c.oid = a.attrelid
                   where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' loop
        execute format('alter table %s alter column %I drop identity', rule."table", rule.conname);
      end loop;
      for rule in select i.indexrelid::regclass as index from pg_index i join pg_class c on c.oid = i.indrelid
                   where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary
                     and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid) loop
        execute format('drop index %s', rule.index);
      end loop;
      for rule in select conrelid::regclass as "table", conname from pg_constraint
                   where connamespace = 'public'::regnamespace and contype = 'u' loop
        execute format('alter table %s drop constraint %I', rule."table", rule.conname);
      end loop;
    end $$`);
}

let serial = 1_000;

/** Some value of a type; another one at every call. */
export function valueOf(type: string, round: number): unknown {
  serial += 1;
  if (type.endsWith('[]')) return type.startsWith('uuid') ? [randomUUID()] : type.startsWith('inet') ? ['10.0.0.1'] : [`${TEXTS[round % TEXTS.length] ?? ''} ${serial}`];
  const [, base = type, size] = /^([a-z ]+?)(?:\((\d+)(?:,\d+)?\))?$/.exec(type) ?? [];
  switch (base) {
    case 'uuid':
      return randomUUID();
    case 'text':
    case 'character varying':
      return `${TEXTS[round % TEXTS.length] ?? ''} ${serial}`;
    case 'character':
      return serial.toString(16).padStart(Number(size ?? 1), 'a').slice(-Number(size ?? 1));
    case 'bigint':
    case 'integer':
    case 'smallint':
    case 'xid8':
      return serial;
    case 'numeric':
      // Five digits, two of them behind the point.
      return (serial % 100_000) / 100;
    case 'boolean':
      return round % 2 === 0;
    case 'date':
      return new Date(Date.UTC(2020, 0, 1) + (serial % 20_000) * 86_400_000).toISOString().slice(0, 10);
    case 'timestamp with time zone':
      return new Date(Date.UTC(2024, 0, 1) + serial * 61_001);
    case 'inet':
      return `10.${serial % 200}.0.1`;
    case 'time without time zone':
      return `1${serial % 10}:${10 + (serial % 50)}:00`;
    case 'jsonb':
      return JSON.stringify({ 이름: TEXTS[round % TEXTS.length], serial });
    case 'bytea':
      return randomBytes(8);
    default:
      throw new Error(`no value is known for a column of type '${type}'`);
  }
}
