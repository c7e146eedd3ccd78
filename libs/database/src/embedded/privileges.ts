import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** A way to run PostgreSQL, which refuses to run as root. */
export interface Runner {
  /** Words put before the command. */
  readonly prefix: readonly string[];
  /** The account the command switches to; undefined when it keeps that of this process. */
  readonly account: Account | undefined;
  /** The uid that owns the data as seen from outside; undefined on Windows. */
  readonly filesUid: number | undefined;
}

/** Accounts that are meant to own nothing of value, best first. */
const PREFERRED_ACCOUNTS = ['postgres', '_postgres', 'nobody', 'daemon'];

/**
 * The ways to run PostgreSQL here, best first; empty when there is none.
 * An ordinary user just runs it. Root first offers the account that owns the data already, or the folder they will be in;
 * then a user namespace, where root's own uid appears under another number so that no file changes its owner; then dropping
 * to an unprivileged account that exists. Accounts are never created.
 */
export function availableRunners(dataOwner: Account | undefined, homeOwner: Account | undefined): Runner[] {
  const uid = process.getuid?.();
  if (uid === undefined) return [{ prefix: [], account: undefined, filesUid: undefined }];
  const accounts = unprivilegedAccounts();
  const namespaced = namespaceRunner(uid, accounts[0]);
  const asOneself = { prefix: [], account: undefined, filesUid: uid };
  // initdb wants a name for its uid, and containers start processes under numbers that have none.
  if (uid !== 0) return hasName() ? [asOneself] : [namespaced, asOneself].filter(canStart);
  // New data need an owner with a name, for initdb.
  const owner = dataOwner ?? accounts.find((account) => account.uid === homeOwner?.uid);
  const first = owner === undefined || owner.uid === 0 ? [] : [owner];
  const rest = accounts.slice(0, 2).filter((account) => account.uid !== owner?.uid);
  return [...first.map(accountRunner), namespaced, ...rest.map(accountRunner)].filter(canStart);
}

/** Runs a command to its end in the given way. */
export function runAs(runner: Runner, command: string, args: readonly string[]): SpawnSyncReturns<string> {
  const [program = command, ...rest] = [...runner.prefix, command, ...args];
  return spawnSync(program, rest, { ...spawnSettings(runner), encoding: 'utf8' });
}

/** What every start of a PostgreSQL program needs, besides its words. */
export function spawnSettings(runner: Runner): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  // PG… variables are meant for clients of another server; the log is read by this program, so it has to be in English.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  const env = { ...Object.fromEntries(inherited), LC_ALL: 'C' };
  // The current folder may be closed to the account.
  const cwd = path.parse(process.execPath).root;
  return runner.account === undefined ? { cwd, env } : { cwd, env, uid: runner.account.uid, gid: runner.account.gid };
}

/** The words that make the kernel stop the server when this process dies, however it dies; none where that does not exist. */
export function stopWithParent(runner: Runner): string[] {
  if (process.platform !== 'linux') return [];
  const words = ['setpriv', '--pdeathsig=INT'];
  return runAs(runner, 'setpriv', ['--pdeathsig=INT', 'true']).status === 0 ? words : [];
}

/** Whether the account behind the runner reaches what is inside the folder. */
export function canEnter(runner: Runner, folder: string): boolean {
  return runsAsOneself(runner) || runAs(runner, 'test', ['-x', folder]).status === 0;
}

export function runsAsOneself(runner: Runner): boolean {
  return runner.prefix.length === 0 && runner.account === undefined;
}

function accountRunner(account: Account): Runner {
  return { prefix: [], account, filesUid: account.uid };
}

function namespaceRunner(uid: number, shownAs: Account | undefined): Runner {
  const { uid: user, gid: group } = shownAs ?? { uid: 65534, gid: 65534 };
  return { prefix: ['unshare', '--user', `--map-user=${String(user)}`, `--map-group=${String(group)}`, '--'], account: undefined, filesUid: uid };
}

function canStart(runner: Runner): boolean {
  return runsAsOneself(runner) || runAs(runner, 'true', []).status === 0;
}

function hasName(): boolean {
  try {
    return os.userInfo().username !== '';
  } catch {
    return false;
  }
}

function unprivilegedAccounts(): Account[] {
  const rank = (name: string): number => {
    const index = PREFERRED_ACCOUNTS.indexOf(name);
    return index < 0 ? PREFERRED_ACCOUNTS.length : index;
  };
  return accountLines()
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
    .sort((a, b) => rank(a.name) - rank(b.name))
    .map(({ uid, gid }) => ({ uid, gid }));
}

function accountLines(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  } catch {
    return [];
  }
}
