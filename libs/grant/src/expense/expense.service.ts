import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { sumWon, type Won } from '#libs/money';
import { ensureParties, partyKey, type PartyDraft } from '#libs/party';
import { linesOfAgreement, lockAgreements } from '../agreement/agreement.query.js';
import type { AgreementLine } from '../agreement/agreement.js';
import { requireOpenStages } from '../agreement/standing/final-stage.query.js';
import { callBook } from '../call/call.charts.js';
import { getCall } from '../call/call.query.js';
import { keysOnRecord, openExpenseDesk } from './desk/desk.query.js';
import { planExpenses, type ExpenseDesk, type ExpensePlan, type PlannedExpense } from './desk/plan.rules.js';
import { EXPENSE_VOIDED, expenseUsed } from './expense.posting.js';
import { getExpense, numbersTaken } from './expense.query.js';
import { insertExpenses, type ExpenseRow } from './expense.store.js';
import type { ExpenseDraft, RecordedExpense, RefusedExpense } from './expense.js';

export interface RecordExpenses {
  readonly callId: string;
  readonly items: readonly ExpenseDraft[];
}

/** A line that the request touches, before and after it. */
export interface LineChange {
  readonly before: AgreementLine;
  readonly after: AgreementLine;
  readonly agreementId: string;
}

export interface RecordedExpenses {
  readonly callId: string;
  readonly recorded: readonly RecordedExpense[];
  readonly refused: readonly RefusedExpense[];
  readonly totalWon: Won;
  readonly lines: readonly LineChange[];
  readonly postings: readonly PostedEntry[];
}

export interface VoidGrantExpense {
  readonly expenseId: string;
  readonly reason: string;
}

/** Of a request in which nothing can be recorded, the refusal tells so many rows. */
const MOST_REFUSALS_TOLD = 50;

@Injectable()
export class GrantExpenseService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `grant-expense.record`: what institutions have spent, one or many. A row that may not be recorded is left out and told with its
   * rules; a request of which nothing remains is refused. In a dry run: the verdict on every row, and what would be left of the lines.
   */
  readonly record: Command<RecordExpenses, RecordedExpenses> = {
    name: 'grant-expense.record',
    execute: async (tx, context, input) => {
      requirePast(input.items, context);
      await lockAgreements(tx, [...new Set(input.items.map(({ agreementId }) => agreementId))].sort());
      const desk = await openExpenseDesk(tx, await getCall(tx, input.callId), input.items);
      const plan = planExpenses(input.items, desk);
      tellVerdicts(plan, context);
      const rows = await rowsOf(tx, context, desk, plan);
      await insertExpenses(tx, context, rows, await keysOnRecord(tx, plan.planned.map(({ draft }) => draft)));
      const postings = await this.post(tx, context, desk, plan, rows);
      context.announce('grant.changed', { callId: input.callId });
      const recorded = plan.planned.map(({ index, verdicts }, at): RecordedExpense => ({ index, verdicts, id: rows[at]?.id ?? '', number: rows[at]?.number ?? '', amountWon: rows[at]?.amountWon ?? sumWon([]) }));
      return { callId: input.callId, recorded, refused: plan.refused, totalWon: sumWon(rows.map(({ amountWon }) => amountWon)), lines: await changesOf(tx, desk, plan), postings };
    },
  };

  /** `grant-expense.void`: an expense that was recorded wrongly; its entry is mirrored, its line and its evidence are free again. */
  readonly void: Command<VoidGrantExpense, { readonly id: string; readonly postings: readonly PostedEntry[] }> = {
    name: 'grant-expense.void',
    execute: async (tx, context, { expenseId, reason }) => {
      await lockAgreements(tx, [(await getExpense(tx, expenseId)).agreementId]);
      const expense = await getExpense(tx, expenseId);
      if (expense.voidedOn !== null) throw new DomainError('conflict', 'grant-expense.voided-already', { ko: '이미 취소된 집행입니다.', en: 'The expense has been voided already.' });
      await requireOpenStages(tx, expense.agreementId, [expense.stage]);
      await tx.query('insert into grant_expense_void (expense_id, voided_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5)', [expenseId, context.today, reason, context.now, context.commandId]);
      const postings = await this.ledger.reverse(tx, context, { kind: 'grant-expense', id: expenseId }, context.today, EXPENSE_VOIDED);
      context.announce('grant.changed', { callId: expense.callId });
      return { id: expenseId, postings };
    },
  };

  private async post(tx: Tx, context: CommandContext, { call }: ExpenseDesk, { planned }: ExpensePlan, rows: readonly ExpenseRow[]): Promise<readonly PostedEntry[]> {
    const entries = [];
    for (const [at, row] of rows.entries()) {
      const effectiveOn = await this.ledger.bookableDay(tx, callBook(call.id), row.spentOn);
      entries.push(expenseUsed({ ...row, expenseId: row.id, resource: planned[at]?.draft.resource ?? 'CASH', effectiveOn, memo: `${row.number} ${row.purpose ?? ''}`.trim() }));
    }
    return this.ledger.post(tx, context, entries);
  }
}

/** What is to come is no expense yet; what was committed was so before it was paid. */
function requirePast(items: readonly ExpenseDraft[], { today }: CommandContext): void {
  for (const [index, { spentOn, committedOn }] of items.entries()) {
    if (spentOn > today) throw invalidField(`/items/${index}/spentOn`, 'grant-expense.in-future', { ko: '집행일이 오늘보다 뒤입니다. 집행한 날짜를 적어 주세요.', en: 'The day lies in the future. Enter the day on which it was paid.' });
    if (committedOn !== null && committedOn > spentOn) {
      throw invalidField(`/items/${index}/committedOn`, 'grant-expense.committed-later', { ko: '지출원인행위일은 집행일 이전이어야 합니다.', en: 'It is committed on or before the day on which it is paid.' });
    }
  }
}

/** Some rows are enough. Where none is left the request is refused by the first rule; a preview still shows every row. */
function tellVerdicts({ planned, refused }: ExpensePlan, context: CommandContext): void {
  context.judge(planned.flatMap(({ verdicts }) => verdicts));
  if (planned.length === 0) context.judge(refused.slice(0, MOST_REFUSALS_TOLD).flatMap(({ verdicts }) => verdicts));
}

async function rowsOf(tx: Tx, context: CommandContext, { call, agreements }: ExpenseDesk, { planned }: ExpensePlan): Promise<readonly ExpenseRow[]> {
  const payees = planned.flatMap(({ draft }): PartyDraft[] => (draft.payeeNumber === null ? [] : [{ kind: 'COMPANY', name: draft.payeeName, businessNumber: draft.payeeNumber, corporateNumber: null, incorporatedOn: null }]));
  const parties = await ensureParties(tx, payees);
  const serials = await numbersTaken(tx, [...agreements.keys()]);
  return planned.map(({ draft, line, amountWon }): ExpenseRow => {
    const { agreementId } = draft;
    const serial = (serials.get(agreementId) ?? 0) + 1;
    serials.set(agreementId, serial);
    const payee = payees.find(({ businessNumber }) => businessNumber === draft.payeeNumber);
    return {
      ...draft,
      ...{ id: randomUUID(), callId: call.id, lineId: line.id, number: `${agreements.get(agreementId)?.agreement.number ?? ''}-E${String(serial).padStart(3, '0')}`, amountWon, knownAt: context.now },
      payeeId: payee === undefined ? null : (parties.get(partyKey(payee, normaliseName(payee.name))) ?? null),
    };
  });
}

async function changesOf(tx: Tx, { agreements }: ExpenseDesk, { planned }: ExpensePlan): Promise<LineChange[]> {
  const touched = new Set(planned.map(({ line }: PlannedExpense) => line.id));
  const changes: LineChange[] = [];
  for (const [agreementId, { lines }] of agreements) {
    const after = new Map((await linesOfAgreement(tx, agreementId)).map((line) => [line.id, line]));
    changes.push(...lines.filter(({ id }) => touched.has(id)).map((before) => ({ agreementId, before, after: after.get(before.id) ?? before })));
  }
  return changes;
}
