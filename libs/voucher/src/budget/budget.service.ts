import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import { invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import type { Won } from '#libs/money';
import { yearBook } from '../year/year.charts.js';
import { figuresOfYear, getOpenYear, lockYear, type YearFigures } from '../year/year.query.js';
import { BUDGET_STAGES, type BudgetStage } from '#libs/journal';
import { budgetDecided } from './budget.posting.js';
import { cutStaysWithinWhatIsLeft } from './budget.rules.js';
import { insertBudget } from './budget.store.js';

export interface DecideBudget {
  readonly yearId: string;
  readonly stage: BudgetStage;
  readonly change: 'GRANT' | 'CUT';
  readonly amountWon: Won;
  readonly vouchers: number;
  readonly companies: number;
  readonly decidedOn: LocalDate;
  readonly clause: string;
}

export interface DecidedBudget {
  readonly id: string;
  readonly before: YearFigures;
  readonly after: YearFigures;
  readonly entries: readonly PostedEntry[];
}

@Injectable()
export class BudgetService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `voucher-budget.decide`: money and quotas are granted to a year, or cut. A government proposal (정부안) is put on
   * record and posts nothing: from 국회확정 on it can be spent.
   */
  readonly decide: Command<DecideBudget, DecidedBudget> = {
    name: 'voucher-budget.decide',
    execute: async (tx, context, input) => {
      requireDecision(input, context);
      await lockYear(tx, input.yearId);
      const year = await getOpenYear(tx, input.yearId);
      const before = await figuresOfYear(tx, year.id);
      const sign = input.change === 'CUT' ? -1 : 1;
      const change = { amountWon: BigInt(sign) * input.amountWon, vouchers: sign * input.vouchers, companies: sign * input.companies };
      const decision = { ...change, id: randomUUID(), yearId: year.id, stage: input.stage, decidedOn: input.decidedOn, clause: input.clause };
      const spendable = BUDGET_STAGES[input.stage].spendable;
      if (spendable) context.judge(cutStaysWithinWhatIsLeft(change, before));
      if (context.blocked) return { id: decision.id, before, after: before, entries: [] };
      await insertBudget(tx, context, decision);
      const effectiveOn = await this.ledger.bookableDay(tx, yearBook(year.id), input.decidedOn);
      const posting = spendable ? [budgetDecided(year.id, { ...decision, effectiveOn, memo: `${BUDGET_STAGES[input.stage].ko} ${input.clause}` })] : [];
      const entries = await this.ledger.post(tx, context, posting);
      context.announce('voucher.changed', { yearId: year.id });
      return { id: decision.id, before, after: await figuresOfYear(tx, year.id), entries };
    },
  };
}

function requireDecision(input: DecideBudget, context: CommandContext): void {
  if (input.amountWon === 0n && input.vouchers === 0 && input.companies === 0) {
    throw invalidField('/amountWon', 'voucher-budget.changes-nothing', { ko: '금액이나 건수 가운데 하나는 0보다 커야 합니다.', en: 'Give an amount or a number of vouchers or companies.' });
  }
  if (input.decidedOn > context.today) {
    throw invalidField('/decidedOn', 'voucher-budget.not-decided-yet', { ko: '확정일이 오늘보다 뒤입니다. 확정된 뒤에 기록해 주세요.', en: 'The decision lies in the future. Record it on its day.' });
  }
}
