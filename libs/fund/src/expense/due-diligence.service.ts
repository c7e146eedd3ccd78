import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { balanceOf, Ledger, type PostedEntry } from '#libs/ledger';
import { won, type Won } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import { dueDiligenceClause, dueDiligenceTerms } from '../fee/due-diligence.policy.js';
import { dueDiligenceCost, type DueDiligenceKind } from '../fee/due-diligence.rules.js';
import { CASH, fundAccount, fundBook } from '../fund/fund.charts.js';
import { EVERYTHING, getFund, lockFund } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { expensePaid } from '../register/register.posting.js';
import { spendingPlan } from './expense.query.js';
import { judgePayment, requirePossiblePayment } from './expense.rules.js';
import { insertPayment, payeeOf } from './expense.store.js';

export interface SettleDueDiligence {
  readonly fundId: string;
  readonly company: string;
  readonly kind: DueDiligenceKind;
  /** The deal that came of it; null where the fund did not invest. */
  readonly investmentId: string | null;
  readonly costWon: Won;
  readonly paidOn: LocalDate;
  readonly payee: PartyDraft;
  readonly documentId: string | null;
  readonly note: string | null;
}

export interface SettledDueDiligence {
  readonly id: string;
  readonly fundWon: Won;
  readonly generalPartnerWon: Won;
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class DueDiligenceService {
  constructor(private readonly ledger: Ledger) {}

  /** `due-diligence.settle`: the fund pays its part of what looking into a company cost; the rest is the general partner's. */
  readonly settle: Command<SettleDueDiligence, SettledDueDiligence> = {
    name: 'due-diligence.settle',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      const payment = { ...input, kind: 'OTHER' as const, label: `실사비용 ${input.company}`, periodFrom: null, periodTo: null, bankReference: null };
      requirePossiblePayment(payment, fund.foundedOn, context.today);
      await requireDeal(tx, input);
      const policies = await fundPolicies(tx, fund, { ...EVERYTHING, asOf: input.paidOn });
      const parts = dueDiligenceCost(input.costWon, input.kind, input.investmentId !== null, dueDiligenceTerms(policies));
      const point = { ...EVERYTHING, asOf: context.today };
      const cashWon = won(await balanceOf(tx, fundAccount(CASH, fund.id).key));
      context.judge(judgePayment(parts.fundWon, cashWon, await spendingPlan(tx, fund.id, policies, point), false));
      const id = randomUUID();
      const draft = { ...payment, amountWon: parts.fundWon, billId: null, payeeId: await payeeOf(tx, fund.id, input.payee) };
      const expenseId = parts.fundWon === 0n ? null : await insertPayment(tx, context, draft);
      await tx.query(
        `insert into due_diligence (id, fund_id, company, investment_id, kind, cost_won, fund_won, general_partner_won, expense_id, clause, known_at, command_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          id, fund.id, input.company, input.investmentId, input.kind, input.costWon.toString(), parts.fundWon.toString(), parts.generalPartnerWon.toString(), expenseId,
          dueDiligenceClause(policies, input.kind, input.investmentId !== null), context.now, context.commandId,
        ],
      );
      const dating = { effectiveOn: await this.ledger.bookableDay(tx, fundBook(fund.id), input.paidOn), knownAt: context.now, history: false };
      const postings = expenseId === null ? [] : await this.ledger.post(tx, context, [expensePaid(fund.id, { id: expenseId, kind: 'OTHER', label: payment.label, amountWon: parts.fundWon }, dating)]);
      context.announce('fund.changed', { fundId: fund.id });
      return { id, ...parts, postings };
    },
  };
}

async function requireDeal(tx: Tx, { fundId, investmentId }: SettleDueDiligence): Promise<void> {
  if (investmentId === null) return;
  const found: unknown[] = await tx.query('select 1 from investment where id = $1 and fund_id = $2 and not exists (select 1 from investment_void v where v.investment_id = $1)', [investmentId, fundId]);
  if (found.length > 0) return;
  throw invalidField('/investmentId', 'due-diligence.unknown-deal', { ko: '이 조합에 그런 투자가 없습니다. 투자하지 않았다면 비워 주세요.', en: 'The fund has no such deal. Leave it out where nothing was invested.' });
}
