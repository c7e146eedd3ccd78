import { useSyncExternalStore } from 'react';

/** The emergency that this window works under: its writes say so, and each of them is on record with it. */
export interface OpenGlass {
  readonly id: string;
  readonly openUntil: string;
}

const STORED = 'baton.break-glass';
const listeners = new Set<() => void>();
let last: { readonly text: string; readonly glass: OpenGlass } | null = null;

/**
 * The emergency in force; null once its time is over. It lives in the window's own storage, which signing out clears: a
 * reload does not silently make an ordinary draft of what was meant for an emergency, and the next person starts without.
 */
function current(): OpenGlass | null {
  const text = sessionStorage.getItem(STORED);
  if (text === null) return null;
  if (last?.text !== text) last = { text, glass: JSON.parse(text) as OpenGlass };
  return Date.parse(last.glass.openUntil) > Date.now() ? last.glass : null;
}

/** From now on the writes of this window are made in this emergency; null: as usual. */
export function workUnder(glass: OpenGlass | null): void {
  if (glass === null) sessionStorage.removeItem(STORED);
  else sessionStorage.setItem(STORED, JSON.stringify(glass));
  for (const listener of listeners) listener();
}

/** What the writes of this window send as the header `Break-Glass`; null as usual. */
export function breakGlassId(): string | null {
  return current()?.id ?? null;
}

export function useOpenGlass(): OpenGlass | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}
