import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { won, ZERO_WON, type Won } from '#libs/money';
import { EVERYTHING, getFund, lockFund } from '../fund/fund.query.js';
import { getInvestment, listExits, type InvestmentRow } from '../investment/investment.query.js';
import { LimitService } from '../obligation/limit/limit.service.js';
import type { ObligationPosition } from '../obligation/obligation.js';
import { fundPosition } from '../obligation/fund-position.query.js';
import { InvestmentExitEntity } from '../register/investment-exit.entity.js';
import { FairValueService } from '../valuation/fair-value/fair-value.service.js';
import { dealRescinded } from './rescission.posting.js';

export interface RescindInvestment {
  readonly investmentId: string;
  readonly rescindedOn: LocalDate;
  /** Null: the whole cost came back. */
  readonly returnedWon: Won | null;
  readonly reason: string;
}

export interface RescindedInvestment {
  readonly id: string;
  readonly before: ObligationPosition;
  readonly after: ObligationPosition;
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class RescissionService {
  constructor(
    private readonly ledger: Ledger,
    private readonly limits: LimitService,
    private readonly fairValues: FairValueService,
  ) {}

  /** `investment.rescind`: the contract is undone. The deal counts as never invested: its limits come back, recognition is lost. */
  readonly rescind: Command<RescindInvestment, RescindedInvestment> = {
    name: 'investment.rescind',
    execute: async (tx, context, input) => {
      const { fundId } = await getInvestment(tx, input.investmentId, EVERYTHING);
      await lockFund(tx, fundId);
      const deal = await getInvestment(tx, input.investmentId, EVERYTHING);
      const fund = await getFund(tx, fundId);
      requireRescindable(deal, (await listExits(tx, fundId, EVERYTHING)).some((exit) => exit.investmentId === deal.id), input.rescindedOn, context.today);
      const before = (await fundPosition(tx, fund, EVERYTHING, context.today)).position;
      const costWon = won(deal.amountWon);
      const exit = { id: randomUUID(), investmentId: deal.id, costWon };
      const witness = { knownAt: context.now, commandId: context.commandId };
      const proceedsWon = input.returnedWon ?? costWon;
      await tx.insert(InvestmentExitEntity, { ...exit, ...witness, kind: 'RESCISSION', exitedOn: input.rescindedOn, shares: deal.shares, proceedsWon, expenseWon: ZERO_WON, counterparty: deal.company, note: input.reason });
      const dating = { effectiveOn: input.rescindedOn, knownAt: context.now, history: false };
      const postings = await this.ledger.post(tx, context, [dealRescinded(fundId, { ...exit, number: deal.number, returnedWon: proceedsWon }, dating)]);
      const valued = await this.fairValues.settle(tx, context, fundId, [deal.id]);
      const settled = await this.limits.settle(tx, context, { fundId, effectiveOn: input.rescindedOn, memo: `${deal.number} 투자계약 해제` });
      context.announce('fund.changed', { fundId });
      return { id: exit.id, before, after: (await fundPosition(tx, fund, EVERYTHING, context.today)).position, postings: [...postings, ...valued, ...settled] };
    },
  };
}

function requireRescindable(deal: InvestmentRow, hasExits: boolean, on: LocalDate, today: LocalDate): void {
  if (deal.kind === 'CONVERSION') {
    throw new DomainError('conflict', 'rescission.of-a-conversion', { ko: '전환 건은 해제할 수 없습니다. 최초 투자를 해제해 주세요.', en: 'A conversion cannot be rescinded: rescind the deal that was paid.' });
  }
  if (deal.voided || hasExits) {
    throw new DomainError('conflict', deal.rescinded ? 'rescission.done-already' : 'rescission.nothing-to-undo', {
      ko: deal.rescinded ? '이미 해제된 투자입니다.' : '취소되었거나 회수 내역이 있는 투자는 해제할 수 없습니다.',
      en: deal.rescinded ? 'The deal has been rescinded already.' : 'A voided deal, or one with exits, cannot be rescinded.',
    });
  }
  if (on < deal.paidOn || on > today) {
    throw invalidField('/rescindedOn', 'rescission.date', { ko: `해제일은 납입일(${deal.paidOn})과 오늘 사이여야 합니다.`, en: `The contract is undone between the payment on ${deal.paidOn} and today.` });
  }
}
