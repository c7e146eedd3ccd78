import { DomainError } from '#libs/errors';

/** How many failed sign-ins one address may cause, over all accounts and all processes, before it has to wait. */
export interface SignInLimit {
  readonly maximumFailures: number;
  readonly windowMinutes: number;
}

/**
 * Generous, because a whole institution may share one address; a guesser of passwords is stopped all the same: a hundred
 * tries in a quarter of an hour over all accounts, where each single account allows five. Source: our own choice
 * [assumption].
 */
export const DEFAULT_SIGN_IN_LIMIT: SignInLimit = { maximumFailures: 100, windowMinutes: 15 };

/** Failures of one minute. */
export interface FailureCount {
  readonly minute: Date;
  readonly failures: number;
}

const MINUTE = 60_000;

/**
 * For how many whole seconds an address has to wait; 0 when it need not. It may go on when enough of its oldest failures
 * lie outside the window; `counts` are in order of time.
 */
export function waitSeconds(counts: readonly FailureCount[], limit: SignInLimit, now: Date): number {
  const windowMs = limit.windowMinutes * MINUTE;
  const inWindow = counts.filter(({ minute }) => minute.getTime() + windowMs > now.getTime());
  let failures = inWindow.reduce((sum, count) => sum + count.failures, 0);
  let wait = 0;
  for (const count of inWindow) {
    if (failures < limit.maximumFailures) break;
    failures -= count.failures;
    wait = count.minute.getTime() + windowMs - now.getTime();
  }
  return Math.ceil(wait / 1_000);
}

export function tooManyFailures(retryAfterSeconds: number): DomainError {
  return new DomainError(
    'throttled',
    'sign-in.throttled',
    {
      ko: `이 주소에서 로그인 실패가 너무 많았습니다. ${retryAfterSeconds}초 뒤에 다시 시도해 주세요.`,
      en: `There were too many failed sign-ins from this address. Try again in ${retryAfterSeconds} seconds.`,
    },
    { details: { retryAfterSeconds } },
  );
}
