import { DomainError } from '#libs/errors';
import { absolute } from './integer.js';

declare const brand: unique symbol;

/** An amount of Korean won: a whole number inside ±`MAX_WON`, made only by the constructors of this lib. */
export type Won = bigint & { readonly [brand]: 'Won' };

/** Largest magnitude of an amount: a PostgreSQL bigint, taken symmetrically so that every amount has its negative. */
export const MAX_WON = 9_223_372_036_854_775_807n;

/** Largest amount a client may send: the largest whole number a JSON number of any client still holds exactly. */
export const MAX_INPUT_WON = 9_007_199_254_740_991n;

const WHOLE_NUMBER = /^-?0*[0-9]{1,19}$/;

/**
 * Makes an amount from a bigint, a safe integer, or a text of digits with an optional leading '-'.
 * Throws `money.not-whole-won` for anything else and outside ±`MAX_WON`. For texts typed by people see `parseWonText`.
 */
export function won(value: bigint | string | number): Won {
  const whole = wholeNumber(value);
  if (whole === null || !isWon(whole)) throw notWholeWon(String(value));
  return whole;
}

export const ZERO_WON = won(0n);

export function isWon(value: unknown): value is Won {
  return typeof value === 'bigint' && absolute(value) <= MAX_WON;
}

/** Sum of the amounts; 0 of none. Throws `money.not-whole-won` when the result is out of range. */
export function addWon(...amounts: readonly Won[]): Won {
  return sumWon(amounts);
}

/** Sum of any number of amounts; only the final sum has to be in range. */
export function sumWon(amounts: Iterable<Won>): Won {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return won(sum);
}

export function subtractWon(minuend: Won, subtrahend: Won): Won {
  return won(minuend - subtrahend);
}

export function negateWon(amount: Won): Won {
  return subtractWon(ZERO_WON, amount);
}

export function maxWon(first: Won, ...others: readonly Won[]): Won {
  return others.reduce((largest, amount) => (amount > largest ? amount : largest), first);
}

export function minWon(first: Won, ...others: readonly Won[]): Won {
  return others.reduce((smallest, amount) => (amount < smallest ? amount : smallest), first);
}

function wholeNumber(value: bigint | string | number): bigint | null {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  return WHOLE_NUMBER.test(value) ? BigInt(value) : null;
}

function notWholeWon(value: string): DomainError {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return new DomainError(
    'invalid',
    'money.not-whole-won',
    {
      ko: `'${shown}'은(는) 원 단위 정수 금액이 아닙니다. 쉼표·소수점·단위 없이 숫자만 적으십시오(최대 ${MAX_WON}원).`,
      en: `'${shown}' is not an amount in whole won. Write digits only, without commas, decimals or units (at most ${MAX_WON} won).`,
    },
    { details: { value: shown } },
  );
}
