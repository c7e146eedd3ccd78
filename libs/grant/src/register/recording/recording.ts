import { startOfSeoulDay, type LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import type { GrantCall } from '../../call/call.js';

/** An agreement of the register as it stands in the database. */
export interface RecordedAgreement {
  readonly id: string;
  readonly number: string;
  readonly partyId: string;
  readonly periodTo: LocalDate;
}

/** What the steps of one import share: who is called what in the database, and what is to be posted. */
export interface Recording {
  readonly tx: Tx;
  readonly context: CommandContext;
  readonly call: GrantCall;
  /** Parties by what an agreement of the register calls them: the business number, where it has one. */
  readonly parties: ReadonlyMap<string, string>;
  /** Agreements by `numberKey` of their number. */
  readonly agreements: Map<string, RecordedAgreement>;
  /** Lines by `budgetKey`. */
  readonly lines: Map<string, string>;
  /** What is posted, in the order in which it happened to money. */
  readonly entries: JournalEntry[];
}

/** A register tells what has happened: a fact counts as known from the start of its day, and never before it is told. */
export const knownFrom = (day: LocalDate, { now }: CommandContext): Date => new Date(Math.min(startOfSeoulDay(day).getTime(), now.getTime()));

/** The entries as ones about the past. */
export function addToBooks({ context, entries }: Recording, posted: readonly JournalEntry[]): void {
  entries.push(...posted.map((entry) => ({ ...entry, knownAt: knownFrom(entry.effectiveOn, context) })));
}

/** What the plan names; it names nothing that neither the record nor the file has. */
export function named<Found>(found: ReadonlyMap<string, Found>, key: string): Found {
  const it = found.get(key);
  invariant(it !== undefined, `the plan names ${key}, which nobody knows`);
  return it;
}
