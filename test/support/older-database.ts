import { randomBytes } from 'node:crypto';
import { migrations } from '#migrations';
import { prepareDatabase } from '#libs/database';
import { invariant } from '#libs/errors';
import pg from 'pg';

/**
 * A database of its own as an older version of the program left it: the migrations before `next` have run, those from there on have
 * not. Rows come from the database of the specs, as far as the older tables have their columns; what an older program would have
 * stated otherwise is said by SQL.
 */
export class OlderDatabase {
  private constructor(
    private readonly url: string,
    private readonly name: string,
    private readonly client: pg.Client,
  ) {}

  static async before(next: string): Promise<OlderDatabase> {
    const at = migrations.findIndex(({ name }) => name === next);
    invariant(at > 0, `there is no migration ${next}`);
    const name = `older_${randomBytes(4).toString('hex')}`;
    await once(`create database ${name}`);
    const url = new URL(ownerUrl());
    url.pathname = `/${name}`;
    await prepareDatabase(url.toString(), migrations.slice(0, at), () => Promise.resolve());
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    return new OlderDatabase(url.toString(), name, client);
  }

  /** Statements that nobody checks: what was stated then was checked then. */
  async state(...statements: readonly string[]): Promise<void> {
    await this.client.query('set session_replication_role = replica');
    for (const sql of statements) await this.client.query(sql);
    await this.client.query('set session_replication_role = origin');
  }

  /** Rows of `table` in the database of the specs for which `where` holds. */
  async take(from: pg.Client, table: string, where = 'true'): Promise<void> {
    const columns = (await this.ask<{ name: string }>(`select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`)).map(({ name }) => name).join(', ');
    const { rows } = await from.query<{ told: string }>(`select coalesce(json_agg(t), '[]')::text as told from (select ${columns} from ${table} where ${where}) t`);
    await this.client.query('set session_replication_role = replica');
    await this.client.query(`insert into ${table} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${table}, $1)`, [rows[0]?.told]);
    await this.client.query('set session_replication_role = origin');
  }

  /** Brings it to this version of the program, as its first start does. */
  migrate(): Promise<void> {
    return prepareDatabase(this.url, migrations, () => Promise.resolve());
  }

  async ask<Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, parameters)).rows;
  }

  async close(): Promise<void> {
    await this.client.end();
    await once(`drop database ${this.name} with (force)`);
  }
}

function ownerUrl(): string {
  const url = process.env.BATON_TEST_OWNER_URL;
  invariant(url !== undefined, 'the test server is not running: use npm test');
  return url;
}

async function once(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
