import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError, invariant } from '#libs/errors';
import { ensureCluster, ensureDatabase, ownerUrl, SOCKET_PORT } from './cluster.js';
import { checkDatabaseUrl } from './database-url.js';
import { choosePlacement, dataFolderOf, openHome, socketFolderFor } from './placement.js';
import { askToStop, isTokenAlive, runningServer, type RunningServer } from './postmaster.js';
import { startFailed } from './refusals.js';
import { launch, lossSignal, supervise, type Launch, type ServerPlan } from './supervisor.js';

export interface OpenDatabaseOptions {
  /** Where the embedded server keeps its data and log; unused with `databaseUrl`. */
  readonly dataDir: string;
  /** A server that somebody else runs; empty means none. */
  readonly databaseUrl?: string | undefined;
  /** Of the embedded server, created when missing: lower-case letters, digits, underscores. Default `baton`. */
  readonly databaseName?: string | undefined;
  /** Takes progress, one line at a time. */
  readonly log?: ((line: string) => void) | undefined;
}

export interface DatabaseHandle {
  /** Connects as the owner of the database. Other roles use the same address with their own name. */
  readonly ownerUrl: string;
  readonly embedded: boolean;
  /** Stops the server if this process started it. */
  stop(): Promise<void>;
  /** Calls back once when the server is gone for good; what runs on it should end with a clear message then. */
  onLost(listener: (reason: string) => void): void;
}

interface Home {
  readonly folder: string;
  readonly logFile: string;
  /** Only Windows needs one: elsewhere the socket is private. */
  readonly passwordFile: string;
  readonly databaseName: string;
  readonly log: (line: string) => void;
}

/** For another process to finish its start, or its end. */
const PATIENCE_MS = 120_000;
const POLL_MS = 25;
const WATCH_MS = 2_000;
/** Looks that find no server before a process that attached to it gives up; its owner restarts it sooner than that. */
const WATCH_MISSES = 15;

/**
 * Gives access to PostgreSQL: the given server, or an embedded one on `dataDir` that lives as long as this process.
 * A second process on the same `dataDir` uses the server of the first. Throws `unavailable` with a sentence that says what to do.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<DatabaseHandle> {
  const databaseUrl = options.databaseUrl?.trim() ?? '';
  if (databaseUrl !== '') {
    await checkDatabaseUrl(databaseUrl);
    return { ownerUrl: databaseUrl, embedded: false, stop: () => Promise.resolve(), onLost: () => undefined };
  }
  const databaseName = options.databaseName ?? 'baton';
  invariant(/^[a-z][a-z0-9_]{0,62}$/.test(databaseName), `not a plain database name: ${databaseName}`);
  const folder = openHome(options.dataDir);
  const logFile = path.join(folder, 'postgres.log');
  const home = { folder, logFile, passwordFile: path.join(folder, 'postgres.password'), databaseName, log: options.log ?? (() => undefined) };
  return openEmbedded(home).catch((error: unknown) => {
    // What the system or the driver refuses (a full disk, a missing right) has a code; the rest are bugs.
    const refused = error instanceof Error && !(error instanceof DomainError) && 'code' in error;
    throw refused ? startFailed(error.message, logFile, error) : error;
  });
}

/** Attaches to the server that runs, or starts one; repeats while another process is in between. */
async function openEmbedded(home: Home): Promise<DatabaseHandle> {
  let told: number | undefined;
  let obstacle = 'another server on the same data neither becomes ready nor ends';
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(POLL_MS)) {
    const server = runningServer(dataFolderOf(home.folder));
    if (server === undefined) {
      const started = await start(home);
      if (started.kind === 'ready') return started.handle;
      obstacle = started.reason;
      if (!started.again) break;
      await sleep(POLL_MS * 8);
    } else if (server.status === 'ready' && isTokenAlive(server.ownerToken)) {
      const attached = await attach(home, server);
      if (typeof attached !== 'string') return attached;
      obstacle = attached;
    } else if (server.status === 'ready' && told !== server.pid) {
      // Its owner died where the kernel could not stop it along: nobody would restart it, or ever stop it.
      home.log(`Stopping PostgreSQL (process ${String(server.pid)}), whose owner has ended`);
      told = server.pid;
      askToStop(server.pid);
    }
  }
  throw startFailed(obstacle, home.logFile);
}

type Start = { readonly kind: 'ready'; readonly handle: DatabaseHandle } | Extract<Launch, { kind: 'failed' }>;

async function start(home: Home): Promise<Start> {
  const begin = performance.now();
  const placement = choosePlacement(home.folder);
  const socketFolder = socketFolderFor(placement);
  const made = await ensureCluster(placement, socketFolder === undefined ? home.passwordFile : undefined, home.logFile);
  const endpoint = { socketFolder, port: socketFolder === undefined ? await freePort() : SOCKET_PORT };
  const plan: ServerPlan = { placement, endpoint, logFile: home.logFile };
  const launched = await launch(plan);
  if (launched.kind === 'failed') return launched;
  const supervision = supervise(plan, launched.child, home.log);
  try {
    await ensureDatabase(ownerUrl(endpoint, home.passwordFile, 'postgres'), home.databaseName);
  } catch (error) {
    await supervision.stop();
    throw error;
  }
  const milliseconds = String(Math.round(performance.now() - begin));
  home.log(`PostgreSQL ${placement.binaries.version} ${made ? 'initialised and ' : ''}started in ${milliseconds} ms, data in ${placement.dataFolder}`);
  return { kind: 'ready', handle: { ownerUrl: ownerUrl(endpoint, home.passwordFile, home.databaseName), embedded: true, ...supervision } };
}

/** Returns what was in the way otherwise: the server may be going down. */
async function attach(home: Home, server: RunningServer): Promise<DatabaseHandle | string> {
  try {
    await ensureDatabase(ownerUrl(server.endpoint, home.passwordFile, 'postgres'), home.databaseName);
  } catch (error) {
    return (error as Error).message;
  }
  home.log(`Using PostgreSQL (process ${String(server.pid)}), which another process runs`);
  const loss = lossSignal();
  let misses = 0;
  const timer = setInterval(() => {
    misses = runningServer(dataFolderOf(home.folder)) === undefined ? misses + 1 : 0;
    if (isTokenAlive(server.ownerToken) && misses < WATCH_MISSES) return;
    clearInterval(timer);
    loss.lose('The process that ran PostgreSQL has ended or stopped it');
  }, WATCH_MS).unref();
  const stop = (): Promise<void> => Promise.resolve(clearInterval(timer));
  return { ownerUrl: ownerUrl(server.endpoint, home.passwordFile, home.databaseName), embedded: true, stop, onLost: loss.onLost };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
