import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, notFound } from '#libs/errors';
import { balanceOf, Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, subtractWon, won, type Won } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import { listFeeBills, type FeeBillRow } from '../fee/bill/fee-bill.query.js';
import { EXPENSE_VOIDED, feePaid } from '../fee/fee.posting.js';
import { CASH, fundAccount, fundBook } from '../fund/fund.charts.js';
import { EVERYTHING, getFund, lockFund } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { expensePaid } from '../register/register.posting.js';
import type { Payment } from './expense.js';
import { listFundExpenses, spendingPlan } from './expense.query.js';
import { judgePayment, requirePossiblePayment } from './expense.rules.js';
import { insertPayment, payeeOf } from './expense.store.js';

export interface PayExpense extends Payment {
  readonly fundId: string;
  /** The bill that is paid; a management fee is paid by its bill alone. */
  readonly billId: string | null;
  readonly payee: PartyDraft | null;
}

export interface PaidExpense {
  readonly id: string | null;
  readonly cashBeforeWon: Won;
  readonly cashAfterWon: Won;
  readonly postings: readonly PostedEntry[];
}

export interface VoidExpense {
  readonly fundId: string;
  readonly expenseId: string;
  readonly reason: string;
}

@Injectable()
export class ExpenseService {
  constructor(private readonly ledger: Ledger) {}

  /** `expense.pay`: money that left the fund for a bill, or for custody, audit and the like; of a bill never more than is unpaid. */
  readonly pay: Command<PayExpense, PaidExpense> = {
    name: 'expense.pay',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      requirePossiblePayment(input, fund.foundedOn, context.today);
      const bill = await billOf(tx, input);
      const payment = bill === null ? input : { ...input, periodFrom: bill.periodFrom, periodTo: bill.periodTo };
      requirePayee(input);
      const point = { ...EVERYTHING, asOf: context.today };
      const cashBeforeWon = won(await balanceOf(tx, fundAccount(CASH, fund.id).key));
      context.judge(judgePayment(input.amountWon, cashBeforeWon, await spendingPlan(tx, fund.id, await fundPolicies(tx, fund, point), point), bill !== null));
      const id = await insertPayment(tx, context, { ...payment, payeeId: await payeeOf(tx, fund.id, input.payee) });
      const dating = { effectiveOn: await this.ledger.bookableDay(tx, fundBook(fund.id), input.paidOn), knownAt: context.now, history: false };
      const entry = bill === null ? expensePaid(fund.id, { id, kind: input.kind, label: input.label, amountWon: input.amountWon }, dating) : feePaid(fund.id, { id, billId: bill.id, label: input.label, amountWon: input.amountWon }, dating);
      const postings = await this.ledger.post(tx, context, [entry]);
      context.announce('fund.changed', { fundId: fund.id });
      return { id, cashBeforeWon, cashAfterWon: subtractWon(cashBeforeWon, input.amountWon), postings };
    },
  };

  /** `expense.void`: a payment that was recorded wrongly; its entry is mirrored today, and a bill is open again. */
  readonly void: Command<VoidExpense, { readonly id: string; readonly postings: readonly PostedEntry[] }> = {
    name: 'expense.void',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const expense = (await listFundExpenses(tx, input.fundId, EVERYTHING)).find(({ id }) => id === input.expenseId);
      if (expense === undefined) throw notFound({ ko: '지급', en: 'payment' }, input.expenseId);
      if (expense.voidedOn !== null) throw new DomainError('conflict', 'expense.voided-already', { ko: '이미 취소된 지급입니다.', en: 'The payment has been voided already.' });
      await tx.query('insert into fund_expense_void (expense_id, voided_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5)', [expense.id, context.today, input.reason, context.now, context.commandId]);
      const postings = await this.ledger.reverse(tx, context, { kind: 'fund-expense', id: expense.id }, context.today, EXPENSE_VOIDED);
      context.announce('fund.changed', { fundId: input.fundId });
      return { id: expense.id, postings };
    },
  };
}

async function billOf(tx: Tx, input: PayExpense): Promise<FeeBillRow | null> {
  if (input.billId === null) {
    if (input.kind !== 'MANAGEMENT_FEE') return null;
    throw invalidField('/billId', 'expense.fee-without-bill', { ko: '관리보수는 청구한 뒤 그 청구를 골라 지급해 주세요.', en: 'Bill the management fee first, and pay that bill.' });
  }
  const bill = (await listFeeBills(tx, input.fundId, EVERYTHING)).find(({ id, voidedOn }) => id === input.billId && voidedOn === null);
  if (bill === undefined) throw invalidField('/billId', 'expense.unknown-bill', { ko: '이 조합에 그런 청구가 없거나 취소되었습니다.', en: 'The fund has no such bill, or it was voided.' });
  if (input.kind !== 'MANAGEMENT_FEE') throw invalidField('/kind', 'expense.bill-of-fee', { ko: '청구를 지급할 때의 구분은 관리보수입니다.', en: 'A bill is a management fee.' });
  const unpaid = subtractWon(won(bill.amountWon), won(bill.paidWon));
  if (input.amountWon > unpaid) throw invalidField('/amountWon', 'expense.more-than-billed', { ko: `이 청구의 미지급액은 ${formatWon(unpaid)}원입니다.`, en: `Only ${formatWon(unpaid)} won of this bill is unpaid.` });
  return bill;
}

/** Everybody but the general partner has to be named. */
function requirePayee({ kind, payee }: PayExpense): void {
  if (kind === 'MANAGEMENT_FEE' || payee !== null) return;
  throw invalidField('/payee', 'expense.no-payee', { ko: '받는 곳을 입력해 주세요.', en: 'Name who is paid.' });
}
