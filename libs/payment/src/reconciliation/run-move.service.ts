import { Injectable } from '@nestjs/common';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Disproof, ExpectedMoveSource, Proof } from '../match/match.js';
import { OutcomeService } from '../outcome/outcome.service.js';
import { requirePossibleDay } from '../outcome/outcome.rules.js';
import { handsOf, personBehind } from '../run/payment-run.query.js';
import { confirmedByTheReleaser } from '../run/payment-run.rules.js';
import { getRunLine, RUN_LINES, RUN_RETURNS } from './run-move.query.js';

/** The money of payment runs on statements: a line that is found was paid, and one that the bank takes back came back. */
@Injectable()
export class RunMoves {
  constructor(private readonly outcomes: OutcomeService) {}

  get sources(): readonly ExpectedMoveSource[] {
    const confirming = { ko: '지급 완료로 확정하고 장부에 기록합니다', en: 'Confirms it as paid and books it' };
    return [{ ...RUN_LINES, confirming, proved: (tx, context, _, proof) => this.paid(tx, context, proof), unproved: (tx, context, _, disproof) => this.takenBack(tx, context, disproof) }, RUN_RETURNS];
  }

  /** As `payment-run.confirm` does it, by whom it lets do it; a line that the bank has answered for already is only found. */
  private async paid(tx: Tx, context: CommandContext, { recordId, line }: Proof): Promise<void> {
    const { runId, lineNo, payOn, state } = await getRunLine(tx, recordId);
    if (state !== 'OPEN') return;
    requirePossibleDay(line.valueOn, payOn, context.today, '/items');
    await this.outcomes.confirm.execute(tx, context, { runId, lines: [{ lineNo, bankReference: line.reference }], paidOn: line.valueOn });
  }

  /**
   * The bank took the payment back: it is owed again. A match that a person undoes says nothing of the kind: the payment stays
   * recorded and waits for its line, for what was paid must not become payable again by a slip at the desk.
   */
  private async takenBack(tx: Tx, context: CommandContext, { recordId, cause, on, line, reason }: Disproof): Promise<void> {
    const { runId, lineNo, state } = await getRunLine(tx, recordId);
    if (cause === 'UNDONE' || state !== 'PAID') return;
    if ((await handsOf(tx, runId)).released === (await personBehind(tx, context.actor.userId))) throw confirmedByTheReleaser();
    await this.outcomes.returnLine.execute(tx, context, { runId, lineNo, happenedOn: on, bankReference: line.reference, reasonCode: null, reason });
  }
}
