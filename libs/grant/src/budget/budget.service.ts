import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { invalidField } from '#libs/errors';
import { BUDGET_STAGES, type BudgetStage } from '#libs/journal';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { won, ZERO_WON, type Won } from '#libs/money';
import { figuresByFiscalYear, type FiscalYearFigures } from '../call/call-figures.query.js';
import { callBook } from '../call/call.charts.js';
import { getCall, lockCall } from '../call/call.query.js';
import { budgetDecided } from './budget.posting.js';
import { cutLeavesWhatIsAgreed, studyWasPassed } from './budget.rules.js';
import { insertBudget } from './budget.store.js';

export interface DecideBudget {
  readonly callId: string;
  readonly fiscalYear: number;
  readonly stage: BudgetStage;
  readonly change: 'GRANT' | 'CUT';
  readonly amountWon: Won;
  readonly decidedOn: LocalDate;
  readonly clause: string;
}

export interface DecidedBudget {
  readonly id: string;
  readonly before: FiscalYearFigures;
  readonly after: FiscalYearFigures;
  readonly entries: readonly PostedEntry[];
}

@Injectable()
export class GrantBudgetService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `grant-budget.decide`: the budget of a fiscal year of a call grows or is cut. A government proposal (정부안) is put on
   * record and posts nothing: from 국회확정 on it can be spent. Nothing can be while the feasibility study is pending.
   */
  readonly decide: Command<DecideBudget, DecidedBudget> = {
    name: 'grant-budget.decide',
    execute: async (tx, context, input) => {
      const { callId, fiscalYear, stage, decidedOn, clause } = input;
      if (decidedOn > context.today) {
        throw invalidField('/decidedOn', 'grant-budget.not-decided-yet', { ko: '확정일이 오늘보다 뒤입니다. 확정된 뒤에 기록해 주세요.', en: 'The decision lies in the future. Record it on its day.' });
      }
      await lockCall(tx, callId);
      const call = await getCall(tx, callId);
      const figures = async (): Promise<FiscalYearFigures> => ofYear(await figuresByFiscalYear(tx, callId), fiscalYear);
      const before = await figures();
      const { spendable, ko } = BUDGET_STAGES[stage];
      const amountWon = input.change === 'CUT' ? -input.amountWon : BigInt(input.amountWon);
      context.judge([studyWasPassed(call, spendable), ...(spendable ? cutLeavesWhatIsAgreed(amountWon, before.availableWon) : [])]);
      const id = randomUUID();
      if (context.blocked) return { id, before, after: before, entries: [] };
      await insertBudget(tx, context, { id, callId, fiscalYear, stage, amountWon, decidedOn, clause });
      const effectiveOn = await this.ledger.bookableDay(tx, callBook(callId), decidedOn);
      const entries = await this.ledger.post(tx, context, spendable ? [budgetDecided({ id, callId, fiscalYear, effectiveOn, amountWon, memo: `${fiscalYear}년 ${ko} ${clause}` })] : []);
      context.announce('grant.changed', { callId });
      return { id, before, after: await figures(), entries };
    },
  };
}

const ofYear = (years: readonly FiscalYearFigures[], fiscalYear: number): FiscalYearFigures =>
  years.find((year) => year.fiscalYear === fiscalYear) ?? { fiscalYear, budgetWon: won(0n), availableWon: ZERO_WON, undrawnWon: ZERO_WON };
