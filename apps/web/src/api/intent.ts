import { useMemo } from 'react';

/** A name for one intended write. `randomUUID` exists only in secure contexts, and intranets often are none. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const KEPT = 'baton.intent.';

/** A key that outlives the page: for a write whose answer is fetched after others have signed it. */
export function keptKey(name: string): string {
  const key = localStorage.getItem(KEPT + name) ?? newKey();
  localStorage.setItem(KEPT + name, key);
  return key;
}

/** The next write of that name is another one. */
export function dropKey(name: string): void {
  localStorage.removeItem(KEPT + name);
}

export interface Intent {
  /** The same key while the input is the same (a retry writes once), a new one when it has changed. */
  readonly headersFor: (input: unknown) => { 'Idempotency-Key': string; 'Approval-Supersedes'?: string };
  /** What was intended is done: the same input now means a second deed. */
  readonly done: () => void;
}

/** `supersedes`: the returned, recalled, failed or expired request that is drafted again. */
export function useIntent(supersedes?: string): Intent {
  return useMemo(() => {
    let last = '';
    let key = '';
    return {
      headersFor: (input) => {
        const text = JSON.stringify(input);
        if (text !== last) [last, key] = [text, newKey()];
        return { 'Idempotency-Key': key, ...(supersedes === undefined ? {} : { 'Approval-Supersedes': supersedes }) };
      },
      done: () => {
        last = '';
      },
    };
  }, [supersedes]);
}

/** For previews: they write nothing, so every one is an intent of its own. */
export const previewHeaders = (): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': newKey() });
