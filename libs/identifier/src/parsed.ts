import type { Bilingual } from '#libs/errors';

/** Something a person should look at, though the value was accepted. */
export interface ParseWarning {
  readonly code: string;
  readonly text: Bilingual;
}

/** Reading an identifier yields a value, never an exception: one bad row of a batch must not stop the others. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly ParseWarning[] }
  | {
      readonly ok: false;
      /** Stable code in capitals, as import verdicts print it. */
      readonly code: string;
      readonly text: Bilingual;
      /** What would make it right, where that can be guessed. */
      readonly fix?: Bilingual;
    };

export function accepted<T>(value: T, warnings: readonly ParseWarning[] = []): Parsed<T> {
  return { ok: true, value, warnings };
}

export function refused(code: string, text: Bilingual, fix?: Bilingual): Parsed<never> {
  return fix === undefined ? { ok: false, code, text } : { ok: false, code, text, fix };
}
