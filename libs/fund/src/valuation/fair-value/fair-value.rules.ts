import { addDays, compareDates, maxDate, type LocalDate } from '#libs/calendar';
import { won, ZERO_WON, type Won } from '#libs/money';

/** The life of one deal as far as its fair value goes. Amounts in won. */
export interface ValuedDeal {
  readonly amountWon: Won;
  readonly paidOn: LocalDate;
  /** False for a deal that was voided: it is worth nothing on any day. */
  readonly standing: boolean;
  readonly exits: readonly { readonly exitedOn: LocalDate; readonly costWon: Won }[];
  /** In the order in which they were known, where two are of one day. */
  readonly valuations: readonly { readonly valuedOn: LocalDate; readonly fairValueWon: Won; readonly impairmentWon: Won }[];
}

/** What the books carry beside the cost at the end of a day: fair value = cost + unrealised gain − impairment. */
export interface Carrying {
  readonly unrealisedWon: Won;
  readonly impairmentWon: Won;
}

export interface CarryingStep extends Carrying {
  readonly on: LocalDate;
}

const NOTHING: Carrying = { unrealisedWon: ZERO_WON, impairmentWon: ZERO_WON };

/**
 * What the books are to carry beside the cost from each day on which something happened: the last valuation on or before the
 * day against the cost that is left; nothing before the first valuation, and nothing once all is sold (docs/domain.md §2.9).
 */
export function carryingSteps(deal: ValuedDeal): CarryingStep[] {
  const days = [deal.paidOn, ...deal.exits.map((exit) => exit.exitedOn), ...deal.valuations.map((valuation) => valuation.valuedOn)];
  const ordered = [...new Set(days)].filter((day) => day >= deal.paidOn).sort(compareDates);
  return ordered.map((on) => ({ on, ...carryingOn(deal, on) }));
}

function carryingOn(deal: ValuedDeal, on: LocalDate): Carrying {
  const taken = deal.exits.reduce((sum, exit) => (exit.exitedOn <= on ? sum + exit.costWon : sum), 0n);
  const costWon = deal.amountWon - taken;
  const last = deal.valuations.reduce<ValuedDeal['valuations'][number] | null>((latest, each) => (each.valuedOn <= on && (latest === null || each.valuedOn >= latest.valuedOn) ? each : latest), null);
  if (!deal.standing || costWon <= 0n || last === null) return NOTHING;
  return { unrealisedWon: won(last.fairValueWon - costWon + last.impairmentWon), impairmentWon: last.impairmentWon };
}

/**
 * What is to be posted, by day, so that entries up to the end of every day add up to what the books are to carry on it. A
 * fact of the past changes its day and takes the change back on the day of the next one: no later figure moves. Days whose
 * books are closed move to the first open one, `closedThrough` + 1; what was reported for them stays as it was.
 */
export function carryingChanges(wanted: readonly CarryingStep[], posted: readonly CarryingStep[], closedThrough: LocalDate | null): CarryingStep[] {
  const firstOpen = closedThrough === null ? null : addDays(closedThrough, 1);
  const open = (day: LocalDate): LocalDate => (firstOpen === null ? day : maxDate(day, firstOpen));
  const days = [...new Set([...wanted, ...posted].map((step) => open(step.on)))].sort(compareDates);
  let settled: Carrying = NOTHING;
  return days.flatMap((on) => {
    const target = wanted.filter((step) => open(step.on) <= on).at(-1) ?? NOTHING;
    const held = total(posted.filter((step) => open(step.on) <= on));
    const change = { unrealisedWon: won(target.unrealisedWon - held.unrealisedWon - settled.unrealisedWon), impairmentWon: won(target.impairmentWon - held.impairmentWon - settled.impairmentWon) };
    settled = total([settled, change]);
    return change.unrealisedWon === 0n && change.impairmentWon === 0n ? [] : [{ on, ...change }];
  });
}

function total(parts: readonly Carrying[]): Carrying {
  return parts.reduce((sum, part) => ({ unrealisedWon: won(sum.unrealisedWon + part.unrealisedWon), impairmentWon: won(sum.impairmentWon + part.impairmentWon) }), NOTHING);
}
