import { createHash } from 'node:crypto';
import { normaliseName } from '#libs/identifier';
import { subtractWon, sumWon, type Won } from '#libs/money';
import type { KeyedLine, ReadStatement, StandingLine, StatementLine } from './statement.js';

/**
 * Gives each line the key that it has in every file. With a balance that is day, amount and balance, so that two formats of
 * one movement agree; without one, everything the bank says. Equal ones are told apart by their turn on the day: a file that
 * holds a day holds the whole of it.
 */
export function keyedLines(lines: readonly StatementLine[]): KeyedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line, index) => {
    const base = digest(contentOf(line));
    const turn = (seen.get(base) ?? 0) + 1;
    seen.set(base, turn);
    return { ...line, position: index + 1, lineKey: digest([base, String(turn)]) };
  });
}

function contentOf({ valueOn, amountWon, balanceWon, counterparty, kind, memo, reference }: StatementLine): readonly (string | null)[] {
  const moved = [valueOn, amountWon.toString()];
  return balanceWon === null ? [...moved, counterparty, kind, memo, reference] : [...moved, balanceWon.toString()];
}

const digest = (parts: readonly (string | null)[]): string => createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');

/** By how much the stated closing balance differs from what opening and lines add up to; null where a balance is not stated. */
export function balanceDifference({ openingWon, closingWon, lines }: ReadStatement): Won | null {
  if (openingWon === null || closingWon === null) return null;
  return subtractWon(subtractWon(closingWon, openingWon), sumWon(lines.map(({ amountWon }) => amountWon)));
}

/** The digits that both show agree, from the last one backwards. `printed` may cover digits with `*`. */
export function isSameAccount(printed: string, account: { readonly numberTail: string; readonly numberLength: number }): boolean {
  const shown = [...printed].slice(-account.numberTail.length);
  return printed.length === account.numberLength && shown.every((digit, index) => digit === '*' || digit === [...account.numberTail][index]);
}

/**
 * The line that a reversal takes back: the latest earlier one of the opposite amount and the same name, or of no other name
 * where the bank prints none. Null where there is none, or where two of one day cannot be told apart by name.
 */
export function reversedLine(reversal: StandingLine, earlier: readonly StandingLine[]): StandingLine | null {
  const name = reversal.counterparty === null ? null : normaliseName(reversal.counterparty);
  const fits = (line: StandingLine): boolean => name === null || line.counterparty === null || normaliseName(line.counterparty) === name;
  const opposite = earlier.filter((line) => !line.isReversal && line.id !== reversal.id && line.amountWon === -reversal.amountWon && line.valueOn <= reversal.valueOn && fits(line));
  const latest = opposite.reduce<StandingLine | null>((last, line) => (last === null || line.valueOn >= last.valueOn ? line : last), null);
  const names = new Set(opposite.filter(({ valueOn }) => valueOn === latest?.valueOn).map(({ counterparty }) => counterparty));
  return names.size > 1 ? null : latest;
}
