import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { lockCall } from '../../call/call.query.js';
import { callBook } from '../../call/call.charts.js';
import { recordTrancheEvents } from '../../tranche/tranche.store.js';
import { tranchesOf } from '../../tranche/tranche.query.js';
import { commitmentReleased } from '../agreement.posting.js';
import { getAgreement, lockAgreements } from '../agreement.query.js';
import { insertFunding } from '../agreement.store.js';
import type { Agreement, GrantEvent } from '../agreement.js';
import { closedYears, fundingOf } from '../conclusion.query.js';
import { moneyOfAgreement } from '../standing/agreement-money.query.js';
import { everyStageIsSettled, nothingWaitsForPayment, periodIsOver } from './life.rules.js';
import { unsettledStages } from './life.query.js';
import { recordGrantEvent } from './life.store.js';

export interface StepOfAgreement {
  readonly agreementId: string;
  readonly happenedOn: LocalDate;
  readonly reason: string;
}

export interface SteppedAgreement {
  readonly agreementId: string;
  readonly before: string;
  readonly after: string;
  readonly entries: readonly PostedEntry[];
}

/** How an agreement goes on, stops and ends (docs/domain.md §4.4). */
@Injectable()
export class GrantLifeService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-agreement.suspend`: nothing is paid until it is resumed; what was decided waits (시행령 제19조제5항). */
  readonly suspend = this.plain('grant-agreement.suspend', 'suspend');
  readonly resume = this.plain('grant-agreement.resume', 'resume');

  /** `grant-agreement.complete`: the work is done; the last tranche may still be paid, then it is settled. */
  readonly complete: Command<StepOfAgreement, SteppedAgreement> = {
    name: 'grant-agreement.complete',
    execute: (tx, context, input) =>
      this.step(tx, context, input, 'complete', ({ periodTo }) => {
        context.judge([periodIsOver(periodTo, input.happenedOn)]);
        return Promise.resolve([]);
      }),
  };

  /** `grant-agreement.terminate`: what is not decided to be paid goes back to the budget, and planned tranches are dropped. */
  readonly terminate: Command<StepOfAgreement, SteppedAgreement> = {
    name: 'grant-agreement.terminate',
    execute: (tx, context, input) =>
      this.step(tx, context, input, 'terminate', async (agreement) => {
        context.judge([nothingWaitsForPayment((await moneyOfAgreement(tx, agreement.id)).payableWon)]);
        return context.blocked ? [] : this.release(tx, context, agreement, '협약 해지');
      }),
  };

  /** `grant-agreement.close`: settled in every stage, and nothing waits for its payment; what was never paid goes back to the budget. */
  readonly close: Command<StepOfAgreement, SteppedAgreement> = {
    name: 'grant-agreement.close',
    execute: (tx, context, input) =>
      this.step(tx, context, input, 'close', async (agreement) => {
        const { payableWon } = await moneyOfAgreement(tx, agreement.id);
        context.judge([everyStageIsSettled(await unsettledStages(tx, agreement.id)), nothingWaitsForPayment(payableWon)]);
        return context.blocked ? [] : this.release(tx, context, agreement, '협약 종결');
      }),
  };

  private plain(name: string, event: GrantEvent): Command<StepOfAgreement, SteppedAgreement> {
    return { name, execute: (tx, context, input) => this.step(tx, context, input, event, () => Promise.resolve([])) };
  }

  private async step(tx: Tx, context: CommandContext, { agreementId, happenedOn, reason }: StepOfAgreement, event: GrantEvent, consequences: (agreement: Agreement) => Promise<readonly PostedEntry[]>): Promise<SteppedAgreement> {
    const { callId } = await getAgreement(tx, agreementId);
    await lockCall(tx, callId);
    await lockAgreements(tx, [agreementId]);
    const agreement = await getAgreement(tx, agreementId);
    if (happenedOn > context.today) throw invalidField('/happenedOn', 'grant-agreement.not-happened-yet', { ko: '날짜가 오늘보다 뒤입니다.', en: 'The day lies in the future.' });
    await recordGrantEvent(tx, context, { agreementId, state: agreement.state, event, happenedOn, reason });
    const entries = await consequences(agreement);
    context.announce('grant.changed', { callId });
    return { agreementId, before: agreement.state, after: (await getAgreement(tx, agreementId)).state, entries };
  }

  /** Commitments that are not decided to be paid are given up, year by year. */
  private async release(tx: Tx, context: CommandContext, { id, callId, number }: Agreement, why: string): Promise<readonly PostedEntry[]> {
    const open = (await tranchesOf(tx, [id])).filter(({ state }) => state === 'PLANNED' || state === 'REQUESTED').map((each) => each.id);
    await recordTrancheEvents(tx, context, open, 'drop', why);
    const rest = (await fundingOf(tx, id)).map(({ fiscalYear, fundedWon, decidedWon }) => ({ fiscalYear, amountWon: decidedWon - fundedWon })).filter(({ amountWon }) => amountWon !== 0n);
    await insertFunding(tx, context, id, rest, why);
    const closed = await closedYears(tx, callId);
    const about = { callId, agreementId: id, effectiveOn: await this.ledger.bookableDay(tx, callBook(callId), context.today), memo: `${why} ${number}` };
    return this.ledger.post(tx, context, rest.map(({ fiscalYear, amountWon }) => commitmentReleased(about, { fiscalYear, closed: closed.has(fiscalYear) }, -amountWon)));
  }
}
