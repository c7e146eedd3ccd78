import type { LocalDate } from '#libs/calendar';
import { addWon, subtractWon, ZERO_WON, type Won } from '#libs/money';

/** A line of an account in turn, with the balance that the bank states behind it. */
export interface BalancedLine {
  readonly id: string;
  readonly valueOn: LocalDate;
  readonly amountWon: Won;
  readonly balanceWon: Won | null;
  readonly isOpen: boolean;
}

/** Where the stated balance does not follow from the one before: a movement is missing, or stands twice. */
export interface BalanceBreak {
  readonly lineId: string;
  readonly on: LocalDate;
  readonly expectedWon: Won;
  readonly statedWon: Won;
}

export interface BalanceDay {
  readonly on: LocalDate;
  readonly lines: number;
  readonly openLines: number;
  readonly inWon: Won;
  readonly outWon: Won;
  /** As stated at the end of the day, or as it follows from the last one stated; null before the first. */
  readonly closingWon: Won | null;
  /** Stated less expected, summed over the day; zero where the day adds up. */
  readonly differenceWon: Won;
}

/** Walks the lines in turn. `openingWon`: before the first line; null where nobody stated it. */
export function checkBalances(lines: readonly BalancedLine[], openingWon: Won | null): { readonly breaks: readonly BalanceBreak[]; readonly days: readonly BalanceDay[] } {
  const breaks: BalanceBreak[] = [];
  const days = new Map<LocalDate, BalanceDay>();
  let balanceWon = openingWon;
  for (const line of lines) {
    const expectedWon = balanceWon === null ? null : addWon(balanceWon, line.amountWon);
    const isBroken = expectedWon !== null && line.balanceWon !== null && expectedWon !== line.balanceWon;
    if (isBroken) breaks.push({ lineId: line.id, on: line.valueOn, expectedWon, statedWon: line.balanceWon });
    balanceWon = line.balanceWon ?? expectedWon;
    days.set(line.valueOn, withLine(days.get(line.valueOn), line, balanceWon, isBroken ? subtractWon(line.balanceWon, expectedWon) : ZERO_WON));
  }
  return { breaks, days: [...days.values()] };
}

function withLine(day: BalanceDay | undefined, line: BalancedLine, closingWon: Won | null, differenceWon: Won): BalanceDay {
  const before = day ?? { on: line.valueOn, lines: 0, openLines: 0, inWon: ZERO_WON, outWon: ZERO_WON, closingWon: null, differenceWon: ZERO_WON };
  return {
    on: line.valueOn,
    lines: before.lines + 1,
    openLines: before.openLines + (line.isOpen ? 1 : 0),
    inWon: line.amountWon > 0n ? addWon(before.inWon, line.amountWon) : before.inWon,
    outWon: line.amountWon < 0n ? subtractWon(before.outWon, line.amountWon) : before.outWon,
    closingWon,
    differenceWon: addWon(before.differenceWon, differenceWon),
  };
}
