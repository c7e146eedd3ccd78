import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { belongsToAnother } from './refusals.js';

export interface Endpoint {
  /** The private folder of the Unix socket; undefined on Windows, where the server listens on the loopback address. */
  readonly socketFolder: string | undefined;
  readonly port: number;
}

/** A server that runs on a data folder, as its own files tell. */
export interface RunningServer {
  readonly pid: number;
  readonly status: 'starting' | 'ready' | 'stopping';
  readonly endpoint: Endpoint;
  /** Whose process runs it, see `processToken`; empty when it was not started by this program. */
  readonly ownerToken: string;
}

/**
 * The server that runs on the data folder, if one does. Throws `unavailable` when the folder may not be looked into.
 * Format of postmaster.pid: pid, folder, start, port, socket folder, address, shared memory key, status; one to a line.
 */
export function runningServer(dataFolder: string): RunningServer | undefined {
  const [pid, , , port, socketFolder, , , status] = linesOf(path.join(dataFolder, 'postmaster.pid'));
  if (!isServerOf(Number(pid), dataFolder)) return undefined;
  const ownerToken = /baton\.owner=([0-9-]+)/.exec(linesOf(path.join(dataFolder, 'postmaster.opts')).join(' '))?.[1] ?? '';
  return {
    pid: Number(pid),
    status: readStatus(status),
    endpoint: { port: Number(port), socketFolder: socketFolder === '' ? undefined : socketFolder },
    ownerToken,
  };
}

/**
 * After a crash the lock files name a process that is gone. PostgreSQL sees through that unless its number has been given
 * to another process, which is common in containers. Then the number of this process is put in: PostgreSQL ignores its own
 * parent, and still finds out by the remaining lines whether anybody uses the old shared memory.
 */
export function disarmStaleLocks(dataFolder: string, endpoint: Endpoint): void {
  const locks = [path.join(dataFolder, 'postmaster.pid')];
  if (endpoint.socketFolder !== undefined) locks.push(path.join(endpoint.socketFolder, `.s.PGSQL.${String(endpoint.port)}.lock`));
  for (const lock of locks) {
    const [pid, ...rest] = linesOf(lock);
    if (pid === undefined || !isRunning(Number(pid)) || isServerOf(Number(pid), dataFolder)) continue;
    writeFileSync(lock, [String(process.pid), ...rest].join('\n'));
  }
}

function readStatus(text: string | undefined): RunningServer['status'] {
  const word = text?.trim();
  return word === 'ready' || word === 'stopping' ? word : 'starting';
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw belongsToAnother(path.dirname(file), error);
    return [];
  }
}

/** Whether a process of that number exists; its number may have been given to another process since. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A fast shutdown; the process may have ended by itself meanwhile. */
export function askToStop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Names a process so that another one that inherits its number is told apart where the system allows it: `<pid>-<start>`. */
export function processToken(pid: number): string {
  return `${String(pid)}-${startOf(pid)}`;
}

export function isTokenAlive(token: string): boolean {
  const pid = Number.parseInt(token, 10);
  return isRunning(pid) && processToken(pid) === token;
}

/** Whether the process is a PostgreSQL server of that data folder (on Windows: any PostgreSQL). */
export function isServerOf(pid: number, dataFolder: string): boolean {
  if (!isRunning(pid)) return false;
  const line = commandLine(pid);
  return line.includes('postgres') && (process.platform === 'win32' || line.includes(dataFolder));
}

/** The start in clock ticks since boot: field 22 of /proc/<pid>/stat, counted after the name, which may contain anything. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return '0';
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') return readProc(pid, 'cmdline');
  const options = { encoding: 'utf8' } as const;
  const number = String(pid);
  const windows = process.platform === 'win32';
  const asked = windows ? spawnSync('tasklist', ['/NH', '/FI', `PID eq ${number}`], options) : spawnSync('ps', ['-ww', '-o', 'command=', '-p', number], options);
  return asked.error === undefined ? asked.stdout : '';
}

function readProc(pid: number, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
