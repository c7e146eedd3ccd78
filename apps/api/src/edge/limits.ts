import { DomainError } from '#libs/errors';

/**
 * How much one client may ask for, and how long it may take to ask. Data of the configuration; the defaults are our own
 * choice [assumption], generous enough for a whole institution behind one address. The counts are of each process by
 * itself: they keep one client from drowning a process. What must hold over all processes (failed sign-ins) is counted
 * in the database.
 */
export interface EdgeLimits {
  readonly requestsPerMinutePerAddress: number;
  readonly requestsPerMinutePerUser: number;
  /** Tries to sign in, right or wrong: each costs the work of a password hash. */
  readonly signInsPerMinutePerAddress: number;
  /** Failed sign-ins of one address, over all accounts and processes, before it has to wait. */
  readonly signInFailures: number;
  readonly signInFailureMinutes: number;
  /** Whoever has not sent the headers by then is cut off. */
  readonly headerSeconds: number;
  /** Whoever has not sent the whole request by then is cut off. */
  readonly requestSeconds: number;
}

const VARIABLES = {
  requestsPerMinutePerAddress: ['BATON_REQUESTS_PER_MINUTE_PER_ADDRESS', 60_000],
  requestsPerMinutePerUser: ['BATON_REQUESTS_PER_MINUTE_PER_USER', 12_000],
  signInsPerMinutePerAddress: ['BATON_SIGN_INS_PER_MINUTE', 600],
  signInFailures: ['BATON_SIGN_IN_FAILURES', 100],
  signInFailureMinutes: ['BATON_SIGN_IN_FAILURE_MINUTES', 15],
  headerSeconds: ['BATON_HEADER_SECONDS', 20],
  requestSeconds: ['BATON_REQUEST_SECONDS', 120],
} as const satisfies Record<keyof EdgeLimits, readonly [variable: string, byDefault: number]>;

/** The longest window of failures that the database remembers. */
const LONGEST_FAILURE_MINUTES = 24 * 60;
const MOST = 1_000_000;

/** Reads the limits from the environment; throws `config.limit` with one sentence about the first that makes no sense. */
export function readLimits(environment: Readonly<Record<string, string | undefined>>): EdgeLimits {
  const limits = Object.entries(VARIABLES).map(([key, [variable, byDefault]]) => [key, readLimit(environment, variable, byDefault)]);
  return Object.fromEntries(limits) as EdgeLimits;
}

function readLimit(environment: Readonly<Record<string, string | undefined>>, variable: string, byDefault: number): number {
  const text = environment[variable]?.trim() ?? '';
  if (text === '') return byDefault;
  const most = variable === 'BATON_SIGN_IN_FAILURE_MINUTES' ? LONGEST_FAILURE_MINUTES : MOST;
  const value = Number(text);
  if (/^[1-9][0-9]*$/.test(text) && value <= most) return value;
  throw new DomainError('invalid', 'config.limit', {
    ko: `${variable} 값 '${text}'이(가) 올바르지 않습니다. 1~${most}의 정수를 지정해 주세요.`,
    en: `${variable} is '${text}'; give a whole number from 1 to ${most}.`,
  });
}
