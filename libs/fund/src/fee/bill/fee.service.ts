import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import { canonicalJson, type Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, notFound } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { won } from '#libs/money';
import { fundBook } from '../../fund/fund.charts.js';
import { EVERYTHING, getFund, lockFund } from '../../fund/fund.query.js';
import { fundPolicies } from '../../obligation/fund-position.query.js';
import { FEE_VOIDED, feeBilled } from '../fee.posting.js';
import { feeGround, listFeeBills } from './fee-bill.query.js';
import { nextBillingPeriod, planBill, type PlannedBill } from './fee-bill.rules.js';

export interface BillFee {
  readonly fundId: string;
  /** Last day of the period; periods are billed in their order. */
  readonly periodTo: LocalDate;
  readonly billedOn: LocalDate;
}

export interface BilledFee extends PlannedBill {
  readonly id: string;
  readonly postings: readonly PostedEntry[];
}

export interface VoidFee {
  readonly fundId: string;
  readonly billId: string;
  readonly reason: string;
}

@Injectable()
export class FeeService {
  constructor(private readonly ledger: Ledger) {}

  /** `fee.bill`: the management fee of the period that comes next, cumulative over the fiscal year, with what earlier bills were off. */
  readonly bill: Command<BillFee, BilledFee> = {
    name: 'fee.bill',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      const point = { ...EVERYTHING, asOf: context.today };
      const ground = await feeGround(tx, fund, point, await fundPolicies(tx, fund, point));
      const period = nextBillingPeriod(ground.terms, ground.billed);
      if (period === null) throw new DomainError('conflict', 'fee.nothing-to-bill', { ko: '더 청구할 관리보수 기간이 없습니다. 관리보수 조건을 확인해 주세요.', en: 'No period is left to bill. Check the terms of the fee.' });
      requireTurn(input, period, context.today);
      const bill = { ...planBill(ground, period), id: randomUUID() };
      await tx.query(
        `insert into fee_bill (id, fund_id, period_from, period_to, billed_on, amount_won, reduced_by_won, adjustment_won, pieces, clause, known_at, command_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $12)`,
        [
          bill.id, fund.id, period.from, period.to, input.billedOn, bill.amountWon.toString(), bill.reducedByWon.toString(), bill.adjustmentWon.toString(), canonicalJson(bill.pieces), ground.source.clause,
          context.now, context.commandId,
        ],
      );
      const effectiveOn = await this.ledger.bookableDay(tx, fundBook(fund.id), input.billedOn);
      const entry = { id: bill.id, memo: `관리보수 ${period.from} ~ ${period.to}`, amountWon: bill.amountWon };
      const postings = bill.amountWon === 0n ? [] : await this.ledger.post(tx, context, [feeBilled(fund.id, entry, { effectiveOn, knownAt: context.now, history: false })]);
      context.announce('fund.changed', { fundId: fund.id });
      return { ...bill, postings };
    },
  };

  /** `fee.void`: the last bill that stands and is not paid was wrong; its entry is mirrored and the period can be billed again. */
  readonly void: Command<VoidFee, { readonly id: string; readonly postings: readonly PostedEntry[] }> = {
    name: 'fee.void',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      await requireLastUnpaid(tx, input);
      await tx.query('insert into fee_bill_void (bill_id, voided_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5)', [input.billId, context.today, input.reason, context.now, context.commandId]);
      const postings = await this.ledger.reverse(tx, context, { kind: 'fee-bill', id: input.billId }, context.today, FEE_VOIDED);
      context.announce('fund.changed', { fundId: input.fundId });
      return { id: input.billId, postings };
    },
  };
}

function requireTurn({ periodTo, billedOn }: BillFee, next: { readonly from: LocalDate; readonly to: LocalDate }, today: LocalDate): void {
  if (periodTo !== next.to) {
    throw invalidField('/periodTo', 'fee.not-its-turn', { ko: `다음 청구기간은 ${next.from} ~ ${next.to}입니다. 기간 순서대로 청구해 주세요.`, en: `The next period is ${next.from} to ${next.to}. Bill the periods in their order.` });
  }
  if (billedOn > today || billedOn < next.from) {
    throw invalidField('/billedOn', 'fee.billing-date', { ko: `청구일은 ${next.from}부터 오늘까지의 날짜여야 합니다.`, en: `It must be billed between ${next.from} and today.` });
  }
}

async function requireLastUnpaid(tx: Tx, { fundId, billId }: VoidFee): Promise<void> {
  const bills = await listFeeBills(tx, fundId, EVERYTHING);
  const bill = bills.find((each) => each.id === billId);
  if (bill === undefined) throw notFound({ ko: '관리보수 청구', en: 'bill' }, billId);
  if (bill.voidedOn !== null) throw new DomainError('conflict', 'fee.voided-already', { ko: '이미 취소된 청구입니다.', en: 'The bill has been voided already.' });
  if (won(bill.paidWon) > 0n) throw new DomainError('conflict', 'fee.paid-already', { ko: '지급된 청구입니다. 지급을 먼저 취소해 주세요.', en: 'The bill is paid. Void the payment first.' });
  const later = bills.some((each) => each.voidedOn === null && each.periodFrom > bill.periodFrom);
  if (later) throw new DomainError('conflict', 'fee.not-the-last', { ko: '뒤 기간의 청구가 있습니다. 마지막 청구부터 취소해 주세요.', en: 'A later period has been billed. Void the last bill first.' });
}
