import {
  accessSync, chmodSync, chownSync, constants, cpSync, existsSync, lchownSync, lstatSync, mkdirSync,
  mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { copyBinaries, locateBinaries, programPath, runnableBinaries, type Binaries } from './binaries.js';
import { availableRunners, canEnter, runAs, runsAsOneself, type Account, type Runner } from './privileges.js';
import { belongsToAnother, folderNotWritable, noPrivileges } from './refusals.js';

/** Where the server lives and how it is run. */
export interface Placement {
  readonly runner: Runner;
  readonly binaries: Binaries;
  readonly dataFolder: string;
}

/** Folders that outlive a restart of the machine, best first. /var/tmp may be cleaned after a month, so it only comes second. */
const REFUGES = ['/var/lib', '/var/tmp'];

/** The kernel allows 107 bytes for the path of a socket on Linux, 103 on macOS. */
const SOCKET_PATH_BYTES = 100;

/** Makes the folder of the installation and returns its one true path, by which two processes recognise the same server. */
export function openHome(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (error) {
    throw folderNotWritable(dataDir, error);
  }
}

/**
 * The data folder of the server: `<home>/postgres`, unless the data had to move and left a note where to.
 * Only root leaves notes, and it believes none that another account could have written.
 */
export function dataFolderOf(home: string): string {
  const note = noteOf(home);
  const uid = lstatSync(note, { throwIfNoEntry: false })?.uid;
  return uid === 0 ? readFileSync(note, 'utf8').trim() : path.join(home, 'postgres');
}

/**
 * Chooses how to run PostgreSQL and from where: in place if the account that runs it gets there, else (root only, project
 * under a private home) with the binaries, the data or both in a refuge that the account can reach.
 * Throws `unavailable` when nothing works or the data belongs to somebody else.
 */
export function choosePlacement(home: string): Placement {
  const dataFolder = dataFolderOf(home);
  const runners = availableRunners(ownerOf(dataFolder), ownerOf(home)).filter((runner) => mayOwn(runner, dataFolder));
  const binaries = runnableBinaries(locateBinaries(), home);
  const inPlace = runners.find((runner) => canEnter(runner, path.dirname(dataFolder)) && canExecute(runner, binaries));
  if (inPlace !== undefined) return handOver({ runner: inPlace, binaries, dataFolder });
  for (const runner of runners) {
    const placement = runner.account === undefined ? undefined : inRefuge(home, runner, binaries, dataFolder);
    if (placement !== undefined) return handOver(placement);
  }
  if (process.getuid?.() !== 0 && ownerOf(dataFolder) !== undefined) throw belongsToAnother(dataFolder);
  throw noPrivileges();
}

/** A folder for the Unix socket that only the server's account can enter: the data folder, unless its path is too long. */
export function socketFolderFor(placement: Placement): string | undefined {
  if (process.platform === 'win32') return undefined;
  const { dataFolder, runner } = placement;
  if (fitsSocket(dataFolder)) return dataFolder;
  const base = [os.tmpdir(), '/tmp'].find((folder) => fitsSocket(path.join(folder, 'baton-123456789012')) && canEnter(runner, folder)) ?? '/tmp';
  const folder = path.join(base, `baton-${digest(dataFolder)}`);
  if (makePrivate(folder, runner)) return folder;
  const other = mkdtempSync(path.join(base, 'baton-'));
  if (runner.account !== undefined) chownSync(other, runner.account.uid, runner.account.gid);
  return other;
}

function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(path.join(folder, '.s.PGSQL.5432')) <= SOCKET_PATH_BYTES;
}

/** False when the name is taken by something that is not a private folder of the server's account. */
function makePrivate(folder: string, runner: Runner): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (runner.account !== undefined) chownSync(folder, runner.account.uid, runner.account.gid);
    return true;
  } catch {
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === runner.filesUid && (found.mode & 0o077) === 0;
  }
}

function noteOf(home: string): string {
  return path.join(home, 'postgres.location');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function ownerOf(folder: string): Account | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found === undefined ? undefined : { uid: found.uid, gid: found.gid };
}

/** Only root can give existing data to the account that is to run the server. */
function mayOwn(runner: Runner, dataFolder: string): boolean {
  const owner = ownerOf(dataFolder);
  return owner === undefined || owner.uid === runner.filesUid || runner.filesUid === undefined || runner.account !== undefined;
}

function canExecute(runner: Runner, binaries: Binaries): boolean {
  return runsAsOneself(runner) || runAs(runner, programPath(binaries, 'postgres'), ['--version']).status === 0;
}

function inRefuge(home: string, runner: Runner, installed: Binaries, dataFolder: string): Placement | undefined {
  const refuge = openRefuge(home, runner);
  if (refuge === undefined) return undefined;
  const binaries = canExecute(runner, installed) ? installed : copyBinaries(installed, refuge);
  if (!canExecute(runner, binaries)) return undefined;
  if (canEnter(runner, path.dirname(dataFolder))) return { runner, binaries, dataFolder };
  const moved = path.join(refuge, 'postgres');
  if (existsSync(dataFolder)) moveData(dataFolder, moved);
  writeFileSync(noteOf(home), `${moved}\n`);
  return { runner, binaries, dataFolder: moved };
}

/** A folder of root's own, so that nobody can slip in other binaries or data; its name follows from the home's path. */
function openRefuge(home: string, runner: Runner): string | undefined {
  const names = REFUGES.map((folder) => path.join(folder, `baton-${digest(home)}`));
  return names.find((folder) => {
    try {
      mkdirSync(folder, { recursive: true });
      const { uid, mode } = lstatSync(folder);
      if (uid !== process.getuid?.() || (mode & 0o022) !== 0) return false;
      chmodSync(folder, 0o755);
      return canEnter(runner, folder);
    } catch {
      return false;
    }
  });
}

/** Across file systems the original stays beside the note, renamed: data is never deleted here. */
function moveData(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const temporary = `${to}.${String(process.pid)}`;
    rmSync(temporary, { recursive: true, force: true });
    cpSync(from, temporary, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    chmodSync(temporary, 0o700);
    renameSync(temporary, to);
    renameSync(from, `${from}.before-move`);
  }
}

/** Gives root's own data to the account that runs the server; a folder that is no database is left alone. */
function handOver(placement: Placement): Placement {
  const { runner: { account }, dataFolder } = placement;
  const owner = ownerOf(dataFolder);
  if (account === undefined || owner === undefined || owner.uid === account.uid || !existsSync(path.join(dataFolder, 'PG_VERSION'))) return placement;
  for (const name of readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })) lchownSync(path.join(dataFolder, name), account.uid, account.gid);
  // Last, because it is what says that the rest is done.
  chownSync(dataFolder, account.uid, account.gid);
  return placement;
}
