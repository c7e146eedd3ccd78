import { readFileSync } from 'node:fs';
import pg from 'pg';
import { OWNER_ROLE } from './cluster.js';
import type { Endpoint } from './postmaster.js';

/** Runs one piece of work on a connection of its own. Rejects with the driver's error. */
export async function withConnection<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 30_000 });
  // Without a listener, a server that goes away between two steps would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The address of a database of the embedded server, for its owner. The host in the query is the socket's folder; the one in
 * front is only there to make it an address that every URL parser accepts.
 */
export function ownerUrl(endpoint: Endpoint, passwordFile: string, databaseName: string): string {
  const port = String(endpoint.port);
  if (endpoint.socketFolder !== undefined) {
    return `postgres://${OWNER_ROLE}@localhost:${port}/${databaseName}?host=${encodeURIComponent(endpoint.socketFolder)}&sslmode=disable`;
  }
  return `postgres://${OWNER_ROLE}:${readFileSync(passwordFile, 'utf8').trim()}@127.0.0.1:${port}/${databaseName}?sslmode=disable`;
}

/** `name` is a plain identifier, see `openDatabase`. */
export async function ensureDatabase(maintenanceUrl: string, name: string): Promise<void> {
  await withConnection(maintenanceUrl, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    try {
      await client.query(`create database "${name}" template template0`);
    } catch (error) {
      // Another process was faster; the second code is what a tie looks like.
      if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
    }
  });
}
