import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
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
}

/** What an instrument brings so that its money can be found on statements. */
export interface ExpectedMoveSource {
  readonly kind: string;
  readonly name: Bilingual;
  /** Movements dated from `from` to `to`, those the reader may see. Rows that another source tells of as well are left out. */
  readonly list: (tx: Tx, from: LocalDate, to: LocalDate) => Promise<readonly ExpectedMove[]>;
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

export type ReasonCode = 'AMOUNT_EQUAL' | 'AMOUNT_SUM' | 'NAME_EQUAL' | 'NAME_CUT' | 'NAME_FUZZY' | 'NAME_DIFFERS' | 'REFERENCE' | 'SAME_DAY' | 'NEAR_DAY' | 'FAR_DAY';

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
