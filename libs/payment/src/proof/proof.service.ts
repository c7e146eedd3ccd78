import { Injectable } from '@nestjs/common';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invariant } from '#libs/errors';
import { Ledger } from '#libs/ledger';
import { won } from '#libs/money';
import { MatchDesk } from '../match/match-desk.service.js';
import type { Arrival, Disproof, Proof, ProvingLine, RecordedMove } from '../match/match.js';
import { disproofsOf } from '../match/match.query.js';
import type { NewMatch } from '../match/match.store.js';

/** Lets each instrument act on what was found of its money: record what came, count it as proven, and take that back. */
@Injectable()
export class ProofService {
  constructor(
    private readonly desk: MatchDesk,
    private readonly ledger: Ledger,
  ) {}

  /** What the arrival is in the books from now on: the record it was, or what its instrument recorded it as. */
  async recorded(tx: Tx, context: CommandContext, arrival: Arrival): Promise<readonly RecordedMove[]> {
    const { kind, recordId, label, isRecorded } = arrival.move;
    const record = isRecorded ? undefined : this.desk.sourceOf(kind)?.record;
    if (record === undefined) return [{ kind, recordId, label, amountWon: arrival.amountWon }];
    const records = await record(tx, context, this.ledger, arrival);
    invariant(records.reduce((sum, { amountWon }) => sum + amountWon, 0n) === arrival.amountWon, `${kind} recorded all of what came`);
    return records;
  }

  /** Tells the instruments of matches that were just written. */
  async prove(tx: Tx, context: CommandContext, matches: readonly NewMatch[], lines: readonly ProvingLine[]): Promise<void> {
    for (const { id: matchId, lineId, kind, recordId, amountWon } of matches) {
      const [source, line] = [kind === null ? undefined : this.desk.sourceOf(kind), lines.find(({ id }) => id === lineId)];
      if (source?.proved === undefined || recordId === null || line === undefined) continue;
      const proof: Proof = { matchId, recordId, amountWon, line };
      await source.proved(tx, context, this.ledger, proof);
    }
  }

  /** Tells the instruments of matches that were just undone by a person. */
  async undone(tx: Tx, context: CommandContext, matchId: string, reason: string): Promise<void> {
    for (const { kind, ...proof } of await disproofsOf(tx, [matchId])) {
      await this.desk.sourceOf(kind)?.unproved?.(tx, context, this.ledger, { ...proof, amountWon: won(proof.amountWon), cause: 'UNDONE', on: context.today, reason });
    }
  }

  /** The same of matches whose lines the bank took back. What an instrument refuses stays as it is; a statement is never turned away for it. */
  async reversed(tx: Tx, context: CommandContext, matchIds: readonly string[]): Promise<void> {
    for (const { kind, reversedOn, ...proof } of await disproofsOf(tx, matchIds)) {
      const unproved = this.desk.sourceOf(kind)?.unproved;
      if (unproved === undefined) continue;
      const disproof: Disproof = { ...proof, amountWon: won(proof.amountWon), cause: 'REVERSED', on: reversedOn ?? context.today, reason: REVERSED_BY_BANK };
      try {
        // A savepoint: what is refused half way leaves nothing behind.
        await tx.transaction((inner) => unproved(inner, context, this.ledger, disproof));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
  }
}

const REVERSED_BY_BANK = '은행이 거래를 취소함';
