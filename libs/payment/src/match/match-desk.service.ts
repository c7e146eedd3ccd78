import { Inject, Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import { won } from '#libs/money';
import { policiesInForce } from '#libs/policy';
import { PAYMENT_OPTIONS, type PaymentOptions } from '../payment.options.js';
import type { Candidate, ExpectedMove, ExpectedMoveSource, MatchTerms } from './match.js';
import { matchTermsOf, ownWordsOf } from './match.policy.js';
import { recordsTaken, type BankLineRow } from './match.query.js';
import { candidatesOf } from './match.rules.js';
import { ownKindOf, type OwnKind } from './own-line.rules.js';
import { RunMoves } from '../reconciliation/run-move.service.js';

export type LineState = 'OPEN' | 'PARTLY' | 'MATCHED' | 'OWN' | 'REVERSED';

export interface DeskLine {
  readonly line: BankLineRow;
  readonly state: LineState;
  /** What of the bank or the office it is; null for other lines. */
  readonly ownKind: OwnKind | null;
  readonly candidates: readonly Candidate[];
}

/** At one moment: lines with what each may be, and the records that no line is yet. */
export interface Desk {
  readonly lines: readonly DeskLine[];
  readonly loose: readonly ExpectedMove[];
}

/** What the instruments know of money that moves, laid beside the lines of a bank. */
@Injectable()
export class MatchDesk {
  private readonly sources: readonly ExpectedMoveSource[];

  constructor(@Inject(PAYMENT_OPTIONS) options: PaymentOptions, runs: RunMoves) {
    this.sources = [...runs.sources, ...options.moves];
  }

  sourceOf(kind: string): ExpectedMoveSource | null {
    return this.sources.find((source) => source.kind === kind) ?? null;
  }

  nameOf(kind: string): Bilingual {
    return this.sourceOf(kind)?.name ?? { ko: kind, en: kind };
  }

  /** Lays `rows` open; policies and knowledge are those of `today` and `now`. */
  async open(tx: Tx, rows: readonly BankLineRow[], today: LocalDate, now: Date): Promise<Desk> {
    const policies = await policiesInForce(tx, ['*'], today, new Date(now.getTime() + 1));
    const [terms, words] = [matchTermsOf(policies), ownWordsOf(policies)];
    const judged = rows.map((line) => {
      const ownKind = line.matches.length === 0 ? ownKindOf(line.kind, words) : null;
      return { line, ownKind, state: stateOf(line, ownKind) };
    });
    const loose = await this.looseMoves(tx, rows, terms);
    const asked = judged.filter(({ state }) => state === 'OPEN' || state === 'PARTLY').map(({ line }) => ({ ...line, openWon: won(line.openWon) }));
    // An account of one book holds that book's money alone.
    const candidates = new Map([...new Set(asked.map(({ book }) => book))].flatMap((book) => [...candidatesOf(asked.filter((line) => line.book === book), loose.filter(inBook(book)), terms)]));
    return { loose, lines: judged.map((each) => ({ ...each, candidates: candidates.get(each.line.id) ?? [] })) };
  }

  /** Movements that could be one of these lines by their days, and are none yet. */
  private async looseMoves(tx: Tx, rows: readonly BankLineRow[], { wideDays }: MatchTerms): Promise<ExpectedMove[]> {
    const days = rows.map(({ valueOn }) => valueOn).sort();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return [];
    const [book = null, ...others] = new Set(rows.map((row) => row.book));
    const moves: ExpectedMove[] = [];
    // One after the other: they share one connection.
    for (const source of this.sources) moves.push(...(await source.list(tx, addDays(first, -wideDays), addDays(last, wideDays), others.length === 0 ? book : null)));
    const taken = await recordsTaken(tx);
    return moves.filter(({ kind, recordId }) => !taken.has(`${kind} ${recordId}`));
  }
}

/** Movements that an account may show; `null`: an account of the house. */
export const inBook = (book: string | null) => (move: ExpectedMove): boolean => book === null || move.book === book;

function stateOf({ reversed, openWon, amountWon }: BankLineRow, ownKind: OwnKind | null): LineState {
  if (reversed) return 'REVERSED';
  if (ownKind !== null) return 'OWN';
  if (openWon === '0') return 'MATCHED';
  return openWon === amountWon ? 'OPEN' : 'PARTLY';
}
