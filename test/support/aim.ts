import type { Target } from './scoped.js';

/** A request as somebody would send it who knows the ids of a fund. */
export interface AimedAsk {
  readonly path: string;
  readonly body?: unknown;
  readonly file?: { readonly bytes: Buffer; readonly name: string };
}

export interface Aim {
  readonly ask: (target: Target) => AimedAsk;
  /**
   * How a fund that lies outside one's scope answers: as if it were not there (403 or 404), with nothing in it, or by
   * leaving it alone (the answer is about the request itself).
   */
  readonly outside: 'ABSENT' | 'EMPTY' | 'UNTOUCHED';
}

/** Names no fund: asked all the same, to see that nothing of a fund comes back. `path` is left out where asking would change the asker. */
export interface Free {
  readonly because: string;
  readonly path?: string;
  /** What of a fund it may show all the same, to whom and why. */
  readonly shows?: 'PARTIES' | 'NAMES_TO_ADMIN';
}

export const aim = (ask: (target: Target) => AimedAsk, outside: Aim['outside'] = 'ABSENT'): Aim => ({ ask, outside });
export const look = (path: (target: Target) => string, outside: Aim['outside'] = 'ABSENT'): Aim => aim((target) => ({ path: path(target) }), outside);
export const free = (because: string, path?: string, shows?: Free['shows']): Free => ({ because, ...(path === undefined ? {} : { path }), ...(shows === undefined ? {} : { shows }) });
