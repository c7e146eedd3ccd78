import type { DomainErrorOptions, ErrorKind, Bilingual } from '#libs/errors';

/** What went wrong in a thread, in words that can be sent: a refusal stays one, whatever else becomes a fault of ours. */
export type Fault =
  | { readonly kind: 'REFUSED'; readonly error: ErrorKind; readonly code: string; readonly text: Bilingual; readonly options: DomainErrorOptions }
  | { readonly kind: 'BROKEN'; readonly message: string; readonly stack: string | undefined };

/** What a thread is told. `taken`: one more piece of its result has been read. `rows`: the next rows of a feed it asked for. */
export type ToThread =
  | { readonly kind: 'task'; readonly task: unknown }
  | { readonly kind: 'rows'; readonly feed: number; readonly rows: readonly unknown[]; readonly last: boolean }
  | { readonly kind: 'taken' };

/** What a thread says. */
export type FromThread =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'want'; readonly feed: number }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly fault: Fault };
