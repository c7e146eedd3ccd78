import { useSyncExternalStore } from 'react';
import type { Problem } from './problem.js';
import { sessionState, subscribeSession } from './session-store.js';
import type { Progress } from './told-file.js';

/** A file that is fetched, or was: outside of every page, so that all of them can be used meanwhile. */
export interface Download {
  readonly id: number;
  readonly name: string;
  readonly state: 'RUNNING' | 'SAVED' | 'FAILED';
  /** What the server said last; null where it has said nothing yet. */
  readonly progress: Progress | null;
  readonly receivedBytes: number;
  /** Null while nobody knows it. */
  readonly sizeBytes: number | null;
  readonly problem: Problem | null;
  /** Fetches it once more; null while it runs. */
  readonly again: (() => void) | null;
}

export type DownloadNews = Partial<Omit<Download, 'id'>>;

/** One download as the code that fetches it sees it. */
export interface DownloadEntry {
  /** Aborted when the person stops it, or signs out. */
  readonly signal: AbortSignal;
  change(news: DownloadNews): void;
  close(): void;
}

let downloads: readonly Download[] = [];
const stops = new Map<number, AbortController>();
const listeners = new Set<() => void>();
let last = 0;

function set(next: readonly Download[]): void {
  downloads = next;
  for (const listener of listeners) listener();
}

export function openDownload(name: string): DownloadEntry {
  const id = (last += 1);
  const stop = new AbortController();
  stops.set(id, stop);
  set([...downloads, { id, name, state: 'RUNNING', progress: null, receivedBytes: 0, sizeBytes: null, problem: null, again: null }]);
  return {
    signal: stop.signal,
    change: (news) => set(downloads.map((each) => (each.id === id ? { ...each, ...news } : each))),
    close: () => closeDownload(id),
  };
}

/** Stops it where it runs, and takes it out of sight. */
export function closeDownload(id: number): void {
  stops.get(id)?.abort();
  stops.delete(id);
  set(downloads.filter((each) => each.id !== id));
}

export function useDownloadsInSight(): readonly Download[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => downloads,
  );
}

// Whoever sits down next takes nothing over from the one before.
subscribeSession(() => {
  if (sessionState().kind === 'signed-out') for (const { id } of downloads) closeDownload(id);
});
