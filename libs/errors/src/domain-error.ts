/** A sentence for people, in both languages of the product; Korean is shown first. */
export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

/**
 * What went wrong, seen from outside. The HTTP edge maps each kind to one status in one exhaustive switch:
 * invalid 400, unauthenticated 401, forbidden 403, not_found 404, conflict 409, rule_broken 422, throttled 429, unavailable 503.
 */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'rule_broken' | 'throttled' | 'unavailable';

export type DetailValue = string | number | boolean | null | readonly DetailValue[] | { readonly [key: string]: DetailValue };
export type Details = Readonly<Record<string, DetailValue>>;

/** One fault at one place of the input: `pointer` is a JSON pointer (RFC 6901) into the request body. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly text: Bilingual;
  /** What the user can do about it, when there is something better than the text itself. */
  readonly fix?: Bilingual;
}

/** The rule that refused: its identifier, and the clause of law, agreement or notice it rests on. */
export interface RuleReference {
  readonly id: string;
  readonly clause: string;
}

export interface DomainErrorOptions {
  readonly details?: Details;
  readonly faults?: readonly FieldFault[];
  readonly rule?: RuleReference;
  readonly cause?: unknown;
}

/**
 * A refusal that a user is meant to read. `code` is stable and dotted (`noun.what-is-wrong`); the text says what to do.
 * Bugs are not refusals: use `invariant` for those.
 */
export class DomainError extends Error {
  readonly details: Details;
  readonly faults: readonly FieldFault[];
  readonly rule: RuleReference | undefined;

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly text: Bilingual,
    options: DomainErrorOptions = {},
  ) {
    super(`${code}: ${text.en}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DomainError';
    this.details = options.details ?? {};
    this.faults = options.faults ?? [];
    this.rule = options.rule;
  }
}

/** Refuses malformed input at one field. */
export function invalidField(pointer: string, code: string, text: Bilingual, fix?: Bilingual): DomainError {
  return new DomainError('invalid', code, text, { faults: [fix === undefined ? { pointer, code, text } : { pointer, code, text, fix }] });
}

/** Says that an object of that name does not exist, or is not visible to the caller. */
export function notFound(noun: Bilingual, key: string): DomainError {
  return new DomainError(
    'not_found',
    'resource.not-found',
    { ko: `${noun.ko} '${key}'을(를) 찾을 수 없습니다.`, en: `There is no ${noun.en} '${key}'.` },
    { details: { noun: noun.en, key } },
  );
}
