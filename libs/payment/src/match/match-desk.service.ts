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
import { PAYMENT_RUN_MOVES } from '../reconciliation/run-move.query.js';

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
  constructor(@Inject(PAYMENT_OPTIONS) private readonly options: PaymentOptions) {}

  private get sources(): readonly ExpectedMoveSource[] {
    return [...PAYMENT_RUN_MOVES, ...this.options.moves];
  }

  nameOf(kind: string): Bilingual {
    return this.sources.find((source) => source.kind === kind)?.name ?? { ko: kind, en: kind };
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
    const candidates = candidatesOf(asked, loose, terms);
    return { loose, lines: judged.map((each) => ({ ...each, candidates: candidates.get(each.line.id) ?? [] })) };
  }

  /** Movements that could be one of these lines by their days, and are none yet. */
  private async looseMoves(tx: Tx, rows: readonly BankLineRow[], { wideDays }: MatchTerms): Promise<ExpectedMove[]> {
    const days = rows.map(({ valueOn }) => valueOn).sort();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return [];
    const moves: ExpectedMove[] = [];
    // One after the other: they share one connection.
    for (const source of this.sources) moves.push(...(await source.list(tx, addDays(first, -wideDays), addDays(last, wideDays))));
    const taken = await recordsTaken(tx);
    return moves.filter(({ kind, recordId }) => !taken.has(`${kind} ${recordId}`));
  }
}

function stateOf({ reversed, openWon, amountWon }: BankLineRow, ownKind: OwnKind | null): LineState {
  if (reversed) return 'REVERSED';
  if (ownKind !== null) return 'OWN';
  if (openWon === '0') return 'MATCHED';
  return openWon === amountWon ? 'OPEN' : 'PARTLY';
}
