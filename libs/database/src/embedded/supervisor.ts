import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fchownSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { programPath } from './binaries.js';
import { serverArguments } from './cluster.js';
import type { Placement } from './placement.js';
import { disarmStaleLocks, processToken, runningServer, type Endpoint } from './postmaster.js';
import { spawnSettings, stopWithParent } from './privileges.js';
import { gist } from './refusals.js';

export interface ServerPlan {
  readonly placement: Placement;
  readonly endpoint: Endpoint;
  readonly logFile: string;
}

export type Launch =
  | { readonly kind: 'ready'; readonly child: ChildProcess }
  /** `again`: the reason passes by itself, because a process of an earlier server is still at work. */
  | { readonly kind: 'failed'; readonly reason: string; readonly again: boolean };

export interface Supervision {
  readonly stop: () => Promise<void>;
  readonly onLost: LossSignal['onLost'];
}

interface LossSignal {
  readonly lose: (reason: string) => void;
  readonly onLost: (listener: (reason: string) => void) => void;
}

const POLL_MS = 20;
/** Replaying the log after a power cut may take minutes on a slow disk. */
const READY_MS = 300_000;
/** A fast shutdown ends with writing out what is in memory. */
const STOP_MS = 30_000;
const LOG_BYTES = 10_000_000;
/** The pauses before the restarts within one minute; there are no more restarts than pauses. */
const RESTART_PAUSES_MS = [0, 100, 250, 500, 1000];
const RESTART_WINDOW_MS = 60_000;
const LEFTOVER_MS = 20_000;

/** Starts the server and waits until it takes connections. */
export async function launch(plan: ServerPlan): Promise<Launch> {
  const { placement: { runner, binaries, dataFolder }, endpoint } = plan;
  disarmStaleLocks(dataFolder, endpoint);
  const log = openLog(plan);
  const logStart = fstatSync(log).size;
  const args = serverArguments(dataFolder, endpoint, processToken(process.pid));
  const [program = '', ...rest] = [...runner.prefix, ...stopWithParent(runner), programPath(binaries, 'postgres'), ...args];
  // A session of its own: Ctrl-C in a terminal is for this process, which stops the server when it has no more use for it.
  const child = spawn(program, rest, { ...spawnSettings(runner), stdio: ['ignore', log, log], detached: true, windowsHide: true });
  closeSync(log);
  let fault: string | undefined;
  child.once('error', (error) => (fault = error.message));
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline; ) {
    await sleep(POLL_MS);
    if (fault !== undefined || hasEnded(child)) {
      const said = readFileSync(plan.logFile).subarray(logStart).toString('utf8');
      return failure(fault ?? gist(said) ?? endOf(child));
    }
    const server = runningServer(dataFolder);
    if (server?.pid === child.pid && server?.status === 'ready') {
      child.unref();
      return { kind: 'ready', child };
    }
  }
  child.kill('SIGKILL');
  return failure(`no answer after ${String(READY_MS / 1000)} seconds`);
}

/** Like `launch`, but waits for the processes of a server that died to finish. */
async function launchPatiently(plan: ServerPlan): Promise<Launch> {
  for (const deadline = Date.now() + LEFTOVER_MS; ; await sleep(200)) {
    const result = await launch(plan);
    if (result.kind === 'ready' || !result.again || Date.now() > deadline) return result;
  }
}

/** Keeps a server that this process started running until it is told to stop. */
export function supervise(plan: ServerPlan, first: ChildProcess, log: (line: string) => void): Supervision {
  const loss = lossSignal();
  let child = first;
  let restarts: number[] = [];
  let restarting: Promise<void> = Promise.resolve();
  let stopping: Promise<void> | undefined;
  // Where the kernel does not stop the server with this process, this does unless the process is killed outright.
  const onExit = (): void => void child.kill('SIGINT');
  process.once('exit', onExit);

  const watch = (current: ChildProcess): void => {
    child = current;
    const ended = (): void => {
      if (stopping === undefined) restarting = restart().catch((error: unknown) => loss.lose(String(error)));
    };
    if (hasEnded(current)) ended();
    else current.once('exit', ended);
  };
  const restart = async (): Promise<void> => {
    for (let reason = endOf(child); stopping === undefined; ) {
      restarts = restarts.filter((at) => Date.now() - at < RESTART_WINDOW_MS);
      const pause = RESTART_PAUSES_MS[restarts.length];
      if (pause === undefined) return loss.lose(`PostgreSQL ended ${String(restarts.length + 1)} times within a minute (${reason}), see ${plan.logFile}`);
      restarts.push(Date.now());
      log(`PostgreSQL ended unexpectedly (${reason}), restart ${String(restarts.length)} of ${String(RESTART_PAUSES_MS.length)}`);
      await sleep(pause);
      const result = await launchPatiently(plan);
      if (result.kind === 'ready') return watch(result.child);
      reason = result.reason;
    }
  };
  const stopAll = async (): Promise<void> => {
    await restarting;
    await terminate(child);
    process.off('exit', onExit);
  };

  watch(first);
  return { stop: () => (stopping ??= stopAll()), onLost: loss.onLost };
}

/** Tells listeners once, those that come late included. */
export function lossSignal(): LossSignal {
  let lost: string | undefined;
  const listeners: ((reason: string) => void)[] = [];
  return {
    lose: (reason) => {
      if (lost !== undefined) return;
      lost = reason;
      for (const listener of listeners) setImmediate(listener, reason);
    },
    onLost: (listener) => {
      if (lost === undefined) listeners.push(listener);
      else setImmediate(listener, lost);
    },
  };
}

/** A fast shutdown; only a server that does not obey is killed. */
async function terminate(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  child.ref();
  const ended = new Promise<true>((resolve) => child.once('exit', () => resolve(true)));
  for (const [signal, patience] of [['SIGINT', STOP_MS], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    child.kill(signal);
    if (await Promise.race([ended, sleep(patience, false, { ref: false })])) return;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function endOf(child: ChildProcess): string {
  return child.signalCode === null ? `exit code ${String(child.exitCode)}` : `signal ${child.signalCode}`;
}

function failure(reason: string): Launch {
  return { kind: 'failed', reason, again: /lock file .* already exists|shared memory block .* is still in use/.test(reason) };
}

/** One earlier log is kept. The log belongs to the account of the server, which may be the ordinary user who starts it next. */
function openLog({ logFile, placement: { runner: { account } } }: ServerPlan): number {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  if (account !== undefined) fchownSync(log, account.uid, account.gid);
  return log;
}
