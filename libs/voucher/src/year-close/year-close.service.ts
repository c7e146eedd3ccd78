import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { budgetDecided, budgetForwarded, budgetLapsed, commitmentsCarriedOver } from '../budget/budget.posting.js';
import { insertBudget } from '../budget/budget.store.js';
import { yearBook } from '../year/year.charts.js';
import { countWaiting, findNextYear, yearEndBalances } from './year-close.query.js';
import { nextYearIsOpen, nobodyWaitsForAVoucher, planYearEnd, yearIsOver, type Unissued, type YearEndPlan } from './year-close.rules.js';
import { figuresOfYear, getOpenYear, lockYear } from '../year/year.query.js';
import { firstDayOf, lastDayOf, type VoucherYear } from '../year/year.js';

export interface CloseYear {
  readonly yearId: string;
  readonly unissued: Unissued;
  readonly clause: string;
}

export interface ClosedYear {
  readonly lapsedWon: bigint;
  readonly forwardedWon: bigint;
  readonly carriedOverWon: bigint;
  readonly entries: readonly PostedEntry[];
}

@Injectable()
export class YearCloseService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `voucher-year.close`: what was not issued lapses or goes on to the next year's books, what came back lapses, and what
   * is committed is carried over, so that it can still be paid. Nothing is granted or issued afterwards; services under
   * way are delivered, claimed and paid. Closing the period of the book is another deed.
   */
  readonly close: Command<CloseYear, ClosedYear> = {
    name: 'voucher-year.close',
    execute: async (tx, context, input) => {
      await lockYear(tx, input.yearId);
      const year = await getOpenYear(tx, input.yearId);
      const next = input.unissued === 'FORWARD' ? await findNextYear(tx, year) : null;
      context.judge([
        yearIsOver(year, context.today),
        ...(input.unissued === 'FORWARD' ? [nextYearIsOpen(next, year.fiscalYear)] : []),
        nobodyWaitsForAVoucher(await countWaiting(tx, year.id)),
      ]);
      const plan = planYearEnd(await yearEndBalances(tx, year.id), input.unissued);
      const sums = { lapsedWon: plan.lapsedBudgetWon + plan.returnedWon, forwardedWon: plan.forwardedWon, carriedOverWon: plan.carriedOverWon };
      if (context.blocked) return { ...sums, entries: [] };
      const received = next === null ? [] : await this.forward(tx, context, year, next, plan.forwardedWon, input.clause);
      const entries = [...(await this.settle(tx, context, year, plan, input.clause)), ...received];
      await tx.query(
        `insert into voucher_year_close (year_id, closed_on, next_year_id, lapsed_won, forwarded_won, carried_over_won, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [year.id, context.today, next?.id ?? null, sums.lapsedWon.toString(), sums.forwardedWon.toString(), sums.carriedOverWon.toString(), context.now, context.commandId],
      );
      context.announce('voucher.changed', { yearId: year.id });
      return { ...sums, entries };
    },
  };

  /** The closing entries of the year itself, dated on its last day or the first one that is still open. */
  private async settle(tx: Tx, context: CommandContext, year: VoucherYear, plan: YearEndPlan, memo: string): Promise<readonly PostedEntry[]> {
    const end = { yearId: year.id, effectiveOn: await this.ledger.bookableDay(tx, yearBook(year.id), lastDayOf(year.fiscalYear)), memo };
    return this.ledger.post(tx, context, [
      ...(plan.lapsedBudgetWon + plan.returnedWon === 0n ? [] : [budgetLapsed(end, plan.lapsedBudgetWon, plan.returnedWon)]),
      ...(plan.forwardedWon === 0n ? [] : [budgetForwarded(end, plan.forwardedWon)]),
      ...(plan.carriedOverWon === 0n ? [] : [commitmentsCarriedOver(end, plan.carriedOverWon)]),
    ]);
  }

  /** What the next year receives: the money, and the pieces that nobody used. */
  private async forward(tx: Tx, context: CommandContext, year: VoucherYear, next: VoucherYear, amountWon: bigint, clause: string): Promise<readonly PostedEntry[]> {
    await lockYear(tx, next.id);
    const { vouchersLeft, companiesLeft } = await figuresOfYear(tx, year.id);
    if (amountWon === 0n && vouchersLeft === 0 && companiesLeft === 0) return [];
    const decision = { id: randomUUID(), yearId: next.id, stage: 'CARRIED_FORWARD' as const, amountWon, vouchers: vouchersLeft, companies: companiesLeft };
    await insertBudget(tx, context, { ...decision, decidedOn: firstDayOf(next.fiscalYear), clause });
    const effectiveOn = await this.ledger.bookableDay(tx, yearBook(next.id), firstDayOf(next.fiscalYear));
    context.announce('voucher.changed', { yearId: next.id });
    return this.ledger.post(tx, context, [budgetDecided(next.id, { ...decision, effectiveOn, memo: `${year.name}에서 이월 ${clause}` })]);
  }
}
