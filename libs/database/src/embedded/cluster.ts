import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { majorVersion, programPath } from './binaries.js';
import type { Placement } from './placement.js';
import { isTokenAlive, processToken, type Endpoint } from './postmaster.js';
import { spawnSettings } from './privileges.js';
import { gist, otherVersion, startFailed } from './refusals.js';

/** The superuser of the embedded server; nobody reaches it except through the private socket (or, on Windows, the password file). */
const OWNER_ROLE = 'baton_owner';

/** The port number is only part of the socket's file name: nothing listens on TCP outside Windows. */
export const SOCKET_PORT = 5432;

/** Sized for a desktop with two cores, and given on the command line so that an upgrade of the program also upgrades them. */
const SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  min_wal_size: '80MB',
  random_page_cost: '1.1',
  // Queries are short: compiling them, or spreading them over workers (whose shared memory containers limit), costs more than it gains.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '4',
  autovacuum_max_workers: '2',
  io_method: 'sync',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %u@%d ',
  log_checkpoints: 'off',
};

/**
 * The arguments of the `postgres` program. `ownerToken` names the process that runs the server; PostgreSQL writes its
 * arguments to postmaster.opts only after it holds the lock of the data folder, so the token found there is always the holder's.
 */
export function serverArguments(dataFolder: string, endpoint: Endpoint, ownerToken: string): string[] {
  const unix = endpoint.socketFolder !== undefined;
  const settings: Record<string, string> = {
    ...SETTINGS,
    port: String(endpoint.port),
    listen_addresses: unix ? '' : '127.0.0.1',
    unix_socket_directories: endpoint.socketFolder ?? '',
    unix_socket_permissions: '0700',
    'baton.owner': ownerToken,
  };
  return ['-D', dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/**
 * Makes the data folder if there is none; returns whether it did. It is made under another name and renamed when it is
 * whole, so that an interrupted beginning is never taken for a database.
 * Throws `unavailable` when initdb fails or the data was made by another major version.
 */
export async function ensureCluster(placement: Placement, passwordFile: string | undefined, logFile: string): Promise<boolean> {
  const { dataFolder, binaries, runner } = placement;
  const versionFile = path.join(dataFolder, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, 'utf8').trim();
    if (found !== String(majorVersion(binaries))) throw otherVersion(dataFolder, found, majorVersion(binaries));
    return false;
  }
  removeLeftovers(dataFolder);
  const temporary = mkdtempSync(`${dataFolder}.init-${processToken(process.pid)}.`);
  if (runner.account !== undefined) chownSync(temporary, runner.account.uid, runner.account.gid);
  if (passwordFile !== undefined) writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  const fault = await runInitdb(placement, initArguments(temporary, passwordFile));
  if (fault !== undefined) {
    rmSync(temporary, { recursive: true, force: true });
    appendFileSync(logFile, `${fault}\n`, { mode: 0o600 });
    throw startFailed(gist(fault) ?? fault, logFile);
  }
  try {
    renameSync(temporary, dataFolder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(versionFile)) throw error; // otherwise another process was faster
  }
  return true;
}

/** Returns what initdb complained about, if it failed. */
function runInitdb({ binaries, runner }: Placement, args: readonly string[]): Promise<string | undefined> {
  const [program = '', ...rest] = [...runner.prefix, programPath(binaries, 'initdb'), ...args];
  return new Promise((resolve) => {
    const child = spawn(program, rest, { ...spawnSettings(runner), stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.once('error', (error) => resolve(`initdb: ${error.message}`));
    child.once('close', (code, signal) => resolve(code === 0 ? undefined : complaint.trim() || `initdb: ${String(code ?? signal)}`));
  });
}

/** What interrupted processes have left; those still running keep theirs. */
function removeLeftovers(dataFolder: string): void {
  const prefix = `${path.basename(dataFolder)}.init-`;
  for (const name of readdirSync(path.dirname(dataFolder))) {
    const [token = ''] = name.slice(prefix.length).split('.');
    if (name.startsWith(prefix) && !isTokenAlive(token)) rmSync(path.join(path.dirname(dataFolder), name), { recursive: true, force: true });
  }
}

/** `passwordFile` is set where the server has to listen on TCP (Windows). */
function initArguments(dataFolder: string, passwordFile: string | undefined): string[] {
  const authentication = passwordFile === undefined ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const fixed = ['--encoding=UTF8', '--locale=C', '--data-checksums', '--no-instructions'];
  return [`--pgdata=${dataFolder}`, `--username=${OWNER_ROLE}`, ...authentication, ...fixed];
}

/** Runs one piece of work on a connection of its own. Rejects with the driver's error. */
async function withConnection<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
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
