import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';

/** What an instrument owes and a run may pay: one row, paid at most once. */
export interface Payable {
  readonly id: string;
  /** The set of books that owes it, e.g. `grant/<id>`. */
  readonly book: string;
  /** Which kind of debt: a line of the registry of kinds, e.g. `grant.tranche`. */
  readonly kind: string;
  /** The thing paid, e.g. the tranche; the entries of its payment are about it. */
  readonly subjectId: string;
  readonly payeeId: string;
  /** What the payee reads: in Korean, as it stands on the statement of account. */
  readonly purpose: string;
  readonly amountWon: Won;
  /** Not paid before. */
  readonly dueOn: LocalDate;
  /** What its posting has to know beside, as the instrument wrote it (of a tranche: the agreement and the fiscal year). */
  readonly detail: Readonly<Record<string, string>>;
}

export type PayableDraft = Omit<Payable, 'id' | 'detail'> & Partial<Pick<Payable, 'detail'>>;

/** IN_RUN: waits in a run that has not been given up; PAID: the bank said so. */
export type PayableState = 'OWED' | 'IN_RUN' | 'PAID' | 'WITHDRAWN';

/** The account that a payee would be paid to on a day. */
export interface PayeeAccount {
  readonly id: string;
  readonly bankCode: string;
  readonly numberTail: string;
  readonly numberLength: number;
  readonly holderMasked: string;
  readonly holderIsParty: boolean;
  /** A second person signed its registration, having seen what the rules remarked. */
  readonly signed: boolean;
}

/** How the bank refused or sent back this debt before. */
export interface EarlierFailure {
  readonly runNumber: string;
  readonly outcome: 'REJECTED' | 'RETURNED';
  readonly happenedOn: LocalDate;
  readonly reasonCode: string | null;
  readonly reason: string | null;
}

export interface PayableRow extends Payable {
  /** The book as people call it. */
  readonly bookLabel: string;
  readonly payee: string;
  readonly businessNumber: string | null;
  readonly state: PayableState;
  readonly runId: string | null;
  readonly runNumber: string | null;
  /** Null: no account of the payee is open on the day asked for. */
  readonly account: PayeeAccount | null;
  readonly earlier: EarlierFailure | null;
}

/** What the bank did with one debt, and in which run. */
export interface SettledDebt {
  readonly payable: Payable;
  readonly happenedOn: LocalDate;
  readonly runNumber: string;
}

/** One lot of money in a debt, e.g. the public share. */
export interface PayablePart {
  readonly name: Bilingual;
  readonly amountWon: Won;
}

/** What an instrument brings so that its debts can be paid by runs. */
export interface PayableKind {
  readonly kind: string;
  readonly name: Bilingual;
  /** The posting that the payment makes in the book of the debt, about its subject. By `PAYING_COMMANDS`. */
  readonly paid: (payable: Payable, effectiveOn: LocalDate) => JournalEntry;
  /** The posting that undoes it where the bank sends the money back. By `RETURNING_COMMANDS`. */
  readonly returned: (payable: Payable, effectiveOn: LocalDate) => JournalEntry;
  /** What these postings have to know of this moment beside the detail of the debt (is the year closed that bears it), by the ids of the debts. */
  readonly detailsNow?: (tx: Tx, payables: readonly Payable[]) => Promise<ReadonlyMap<string, Payable['detail']>>;
  /** What the instrument itself records of debts that were paid or came back, beside the entry: in the same transaction, and each debt at most once in a call. */
  readonly settled?: (tx: Tx, context: CommandContext, outcome: 'PAID' | 'RETURNED', debts: readonly SettledDebt[]) => Promise<void>;
  /** The lots that the amount is made of, where there are several; together they are the amount. */
  readonly parts?: (payable: Payable) => readonly PayablePart[];
  /** Why some of these subjects may not be paid on a day although they are owed (suspended, in dispute), by their ids; asked when a run is drafted and again when it is released. */
  readonly hindrances?: (tx: Tx, subjectIds: readonly string[], on: LocalDate) => Promise<ReadonlyMap<string, Bilingual>>;
}
