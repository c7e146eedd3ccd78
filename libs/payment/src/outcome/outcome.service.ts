import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invariant } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { settleAnswer } from '../answer/answer.rules.js';
import type { AnswerLine, BankAnswer } from '../answer/answer.js';
import type { Payable } from '../payable/payable.js';
import { PayableDesk } from '../payable/payable-desk.service.js';
import { getRun, handsOf, listRunLines, personBehind, type RunLineRow, type RunRow } from '../run/payment-run.query.js';
import { confirmerIsNotTheReleaser } from '../run/payment-run.rules.js';
import { lockRun } from '../run/payment-run.store.js';
import type { LineOutcome } from './outcome.js';
import { requireExported, requireLineState, requirePossibleDay } from './outcome.rules.js';
import { insertOutcomes } from './outcome.store.js';

export interface ConfirmPaymentRun {
  readonly runId: string;
  /** Null: every line of which the bank has said nothing yet. */
  readonly lines: readonly ConfirmedLine[] | null;
  readonly paidOn: LocalDate;
}

export interface ConfirmedLine {
  readonly lineNo: number;
  /** How the statement of account calls it. */
  readonly bankReference: string | null;
}

export interface FailedLine {
  readonly runId: string;
  readonly lineNo: number;
  readonly happenedOn: LocalDate;
  readonly bankReference: string | null;
  readonly reasonCode: string | null;
  readonly reason: string;
}

export interface AnswerPaymentRun {
  readonly runId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly answer: BankAnswer;
}

/** What came of it, and what was booked. */
export interface SettledLines {
  readonly runId: string;
  readonly number: string;
  readonly outcomes: readonly LineOutcome[];
  /** Lines of which the bank says that it is still at work, or says again what is known. */
  readonly untouched: readonly AnswerLine[];
  readonly entries: readonly PostedEntry[];
}

interface OpenRun {
  readonly run: RunRow;
  readonly lines: readonly RunLineRow[];
}

/** What the bank says becomes fact line by line: paid lines are booked, what was rejected or returned is owed again. */
@Injectable()
export class OutcomeService {
  constructor(
    private readonly desk: PayableDesk,
    private readonly ledger: Ledger,
  ) {}

  /** `payment-run.confirm`: somebody saw on the statement of account that the lines were paid. */
  readonly confirm: Command<ConfirmPaymentRun, SettledLines> = {
    name: 'payment-run.confirm',
    execute: async (tx, context, input) => {
      const { run, lines } = await openRun(tx, context, input.runId);
      requirePossibleDay(input.paidOn, run.payOn, context.today, '/paidOn');
      const seen = input.lines ?? lines.filter(({ state }) => state === 'OPEN').map(({ lineNo }) => ({ lineNo, bankReference: null }));
      if (seen.length === 0) throw nothingOpen();
      const outcomes = seen.map((line) => ({ ...line, outcome: 'PAID' as const, happenedOn: input.paidOn, reasonCode: null, reason: null }));
      return this.settle(tx, context, { run, lines }, outcomes, { untouched: [], sha256: null, pointer: (index) => `/lines/${index}/lineNo` });
    },
  };

  /** `payment-run.answer`: the same and the rest from a file of the bank; what it says twice is taken once. */
  readonly answer: Command<AnswerPaymentRun, SettledLines> = {
    name: 'payment-run.answer',
    execute: async (tx, context, input) => {
      const open = await openRun(tx, context, input.runId);
      const { outcomes, untouched } = settleAnswer(open.run, open.lines, input.answer, context.today);
      return this.settle(tx, context, open, outcomes, { untouched, sha256: input.sha256, pointer: () => '/content' });
    },
  };

  /** `payment-run.reject-line`: the bank did not pay it. Its debt can be drafted anew. */
  readonly rejectLine: Command<FailedLine, SettledLines> = {
    name: 'payment-run.reject-line',
    execute: (tx, context, input) => this.fail(tx, context, input, 'REJECTED'),
  };

  /** `payment-run.return-line`: the bank sent the money back. What was booked is undone, and its debt can be drafted anew. */
  readonly returnLine: Command<FailedLine, SettledLines> = {
    name: 'payment-run.return-line',
    execute: (tx, context, input) => this.fail(tx, context, input, 'RETURNED'),
  };

  private async fail(tx: Tx, context: CommandContext, { runId, ...line }: FailedLine, outcome: 'REJECTED' | 'RETURNED'): Promise<SettledLines> {
    const open = await openRun(tx, context, runId);
    requirePossibleDay(line.happenedOn, open.run.payOn, context.today, '/happenedOn');
    return this.settle(tx, context, open, [{ ...line, outcome }], { untouched: [], sha256: null, pointer: () => '/lineNo' });
  }

  private async settle(
    tx: Tx,
    context: CommandContext,
    { run, lines }: OpenRun,
    outcomes: readonly LineOutcome[],
    { untouched, sha256, pointer }: { readonly untouched: readonly AnswerLine[]; readonly sha256: string | null; readonly pointer: (index: number) => string },
  ): Promise<SettledLines> {
    requireExported(run.state);
    outcomes.forEach((outcome, index) => requireLineState(stateBefore(lines, outcomes.slice(0, index)), outcome, pointer(index)));
    if (context.blocked) return { runId: run.id, number: run.number, outcomes, untouched, entries: [] };
    await insertOutcomes(tx, context, run.id, outcomes, sha256);
    const moved = outcomes.flatMap(({ outcome, ...line }) => (outcome === 'REJECTED' ? [] : [{ outcome, payable: payableOf(run, lines, line), happenedOn: line.happenedOn, runNumber: run.number }]));
    // One answer may tell that a line was paid and sent back.
    for (const outcome of ['PAID', 'RETURNED'] as const) await this.desk.settled(tx, context, outcome, moved.filter((each) => each.outcome === outcome));
    const days = await this.bookableDays(tx, run.book, moved.map(({ happenedOn }) => happenedOn));
    const entries = await this.desk.entriesOf(tx, moved.map((each) => ({ ...each, effectiveOn: days.get(each.happenedOn) ?? each.happenedOn })));
    const posted = await this.ledger.post(tx, context, entries);
    context.announce('payment.changed', { runId: run.id });
    return { runId: run.id, number: run.number, outcomes, untouched, entries: posted };
  }

  /** The day of the books for each day of the bank. */
  private async bookableDays(tx: Tx, book: string, days: readonly LocalDate[]): Promise<ReadonlyMap<LocalDate, LocalDate>> {
    const found = new Map<LocalDate, LocalDate>();
    for (const day of new Set(days)) found.set(day, await this.ledger.bookableDay(tx, book, day));
    return found;
  }
}

function payableOf({ number }: RunRow, lines: readonly RunLineRow[], { lineNo }: Pick<LineOutcome, 'lineNo'>): Payable {
  const line = lines.find((each) => each.lineNo === lineNo);
  invariant(line !== undefined, `line ${lineNo} of ${number} was looked for before`);
  return line.payable;
}

function nothingOpen(): DomainError {
  return new DomainError('conflict', 'payment-run.nothing-open', { ko: '은행 결과를 기다리는 줄이 없습니다.', en: 'The bank has answered for every line already.' });
}

/** A run that the bank knows, which nobody else moves on, for somebody who did not release it. */
async function openRun(tx: Tx, context: CommandContext, runId: string): Promise<OpenRun> {
  await lockRun(tx, runId);
  const run = await getRun(tx, runId);
  requireExported(run.state);
  context.judge([confirmerIsNotTheReleaser((await handsOf(tx, runId)).released, await personBehind(tx, context.actor.userId))]);
  return { run, lines: await listRunLines(tx, runId, context.today) };
}

/** The lines as they stand once `earlier` have happened: one answer may tell that a line was paid and sent back. */
function stateBefore(lines: readonly RunLineRow[], earlier: readonly LineOutcome[]): readonly Pick<RunLineRow, 'lineNo' | 'state'>[] {
  return lines.map(({ lineNo, state }) => ({ lineNo, state: earlier.findLast((each) => each.lineNo === lineNo)?.outcome ?? state }));
}
