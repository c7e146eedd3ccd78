import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import type { Ledger } from '#libs/ledger';
import type { Won } from '#libs/money';

/** A movement that the books know of or wait for: what a line of a bank may be. */
export interface ExpectedMove {
  /** Which kind: a line of the registry of sources, e.g. `fund.capital-receipt`. */
  readonly kind: string;
  readonly recordId: string;
  /** The set of books it is in, e.g. `grant/<id>`. */
  readonly book: string;
  /** In above zero, out below. */
  readonly amountWon: Won;
  readonly on: LocalDate;
  /** Who pays or is paid; null where the books do not say. */
  readonly counterparty: string | null;
  /** Numbers that a payer may write into the memo: of the fund, the voucher, the run. */
  readonly references: readonly string[];
  readonly label: string;
  /** It stands in the books; otherwise it is waited for. */
  readonly isRecorded: boolean;
  /** Of what is waited for until `on` and is still taken when it comes late: the day from which it may come. */
  readonly waitedFrom?: LocalDate;
  /** Of what may come in parts: what is due on top of `amountWon` when it comes on that day, with its sign (interest for delay). */
  readonly surchargeOn?: (day: LocalDate) => Won;
}

/** The line that a person says a movement is. */
export interface ProvingLine {
  readonly id: string;
  readonly accountId: string;
  readonly valueOn: LocalDate;
  readonly counterparty: string | null;
  readonly memo: string | null;
  readonly reference: string | null;
}

/** A movement that is waited for and has come, as much of it as the line brings; `amountWon` with its sign. */
export interface Arrival {
  readonly move: ExpectedMove;
  readonly amountWon: Won;
  readonly line: ProvingLine;
}

/** What an arrival was recorded as; together they are its amount. */
export interface RecordedMove {
  readonly kind: string;
  readonly recordId: string;
  readonly amountWon: Won;
  readonly label: string;
}

/** A match that stands: this record is (a part of) this line. `amountWon` with its sign. */
export interface Proof {
  readonly matchId: string;
  readonly recordId: string;
  readonly amountWon: Won;
  readonly line: ProvingLine;
}

/** Why a proof is none any more: a person said so, or the bank took the movement back. */
export interface Disproof extends Proof {
  readonly cause: 'UNDONE' | 'REVERSED';
  /** The day of it: today, or the day of the bank. */
  readonly on: LocalDate;
  readonly reason: string;
}

/** What an instrument brings so that its money can be found on statements. Whatever a hook writes, it writes by the command that calls it. */
export interface ExpectedMoveSource {
  readonly kind: string;
  readonly name: Bilingual;
  /**
   * Movements dated from `from` to `to`, those the reader may see. Rows that another source tells of as well are left out. `book`:
   * the only one whose movements are asked for; a source for which that saves nothing may answer the others too.
   */
  readonly list: (tx: Tx, from: LocalDate, to: LocalDate, book: string | null) => Promise<readonly ExpectedMove[]>;
  /** What confirming does beyond saying which line it is; shown before it is done. */
  readonly confirming?: Bilingual;
  /** Records in the books what is only waited for, by `bank-match.confirm`; the line is then what it was recorded as. */
  readonly record?: (tx: Tx, context: CommandContext, ledger: Ledger, arrival: Arrival) => Promise<readonly RecordedMove[]>;
  /** A record was found on a statement, by `bank-match.confirm`; the match is written already. */
  readonly proved?: (tx: Tx, context: CommandContext, ledger: Ledger, proof: Proof) => Promise<void>;
  /**
   * It was not, after all: by `bank-match.undo` (UNDONE) or `bank-statement.import` (REVERSED); the match is undone already. What throws
   * a `DomainError` on REVERSED leaves the record as it stands: the statement is kept, and the record waits at the desk for a person.
   */
  readonly unproved?: (tx: Tx, context: CommandContext, ledger: Ledger, disproof: Disproof) => Promise<void>;
}

/** A line that is not wholly explained. */
export interface OpenLine {
  readonly id: string;
  readonly valueOn: LocalDate;
  /** What of it is left, with its sign. */
  readonly openWon: Won;
  readonly counterparty: string | null;
  readonly memo: string | null;
  readonly reference: string | null;
}

/** The numbers that matching works with (policy). */
export interface MatchTerms {
  /** Days between line and record at most, for what is proposed as certain or likely. */
  readonly nearDays: number;
  /** The same for what is only shown as possible. */
  readonly wideDays: number;
  /** A name cut short by the bank has at least so many letters. */
  readonly leastLetters: number;
  /** Wrong letters in a name at most. */
  readonly wrongLetters: number;
}

export type ReasonCode = 'AMOUNT_EQUAL' | 'AMOUNT_SUM' | 'AMOUNT_WITH_SURCHARGE' | 'SURCHARGE_EQUAL' | 'AMOUNT_PART' | 'NAME_EQUAL' | 'NAME_CUT' | 'NAME_FUZZY' | 'NAME_DIFFERS' | 'REFERENCE' | 'SAME_DAY' | 'NEAR_DAY' | 'IN_TIME' | 'LATE' | 'FAR_DAY';

export interface Reason {
  readonly code: ReasonCode;
  readonly score: number;
  readonly text: Bilingual;
}

/** CERTAIN: nothing else comes near; LIKELY: the best, and a person looks; POSSIBLE: amounts agree. */
export type Certainty = 'CERTAIN' | 'LIKELY' | 'POSSIBLE';

export interface Candidate {
  readonly moves: readonly ExpectedMove[];
  /** 0 to 100. */
  readonly score: number;
  readonly certainty: Certainty;
  readonly reasons: readonly Reason[];
}
