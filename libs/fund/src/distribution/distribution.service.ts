import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import { canonicalHash, type Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { subtractWon, type Won } from '#libs/money';
import { getFund, lockFund } from '../fund/fund.query.js';
import { LimitService } from '../obligation/limit/limit.service.js';
import { termsRecord, type TermsRecord } from '../waterfall/terms.model.js';
import { DISTRIBUTION_REVERSED, distributionRunPaid } from './distribution.posting.js';
import { getRun, nextNumber } from './distribution.query.js';
import { draftPayout, type PayoutWish } from './payout/payout.service.js';
import { planRecord, type PlanRecord } from './plan.model.js';
import { mirrorRun, storeRun } from './record/run.store.js';

export interface PayDistribution extends PayoutWish {
  readonly fundId: string;
  readonly source: string;
}

/** What was paid, or in a dry run would be; amounts in `plan` and `recallable` as digits. */
export interface PaidPayout {
  readonly id: string;
  readonly number: number;
  readonly plan: PlanRecord;
  readonly terms: TermsRecord;
  readonly recallable: readonly { readonly partnerId: string; readonly amountWon: string }[];
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly obligationMet: boolean;
  readonly cashBeforeWon: Won;
  readonly cashAfterWon: Won;
  readonly postings: readonly PostedEntry[];
}

export interface ReverseDistribution {
  readonly runId: string;
  readonly reason: string;
}

@Injectable()
export class DistributionService {
  constructor(
    private readonly ledger: Ledger,
    private readonly limits: LimitService,
  ) {}

  /** `distribution.pay`: an amount is divided by the waterfall, recomputed from inception, and paid. In a dry run: the working. */
  readonly pay: Command<PayDistribution, PaidPayout> = {
    name: 'distribution.pay',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      const draft = await draftPayout(tx, context, fund, input);
      context.judge(draft.verdicts);
      const [plan, terms] = [planRecord(draft.plan), termsRecord(draft.terms)];
      const run = { id: randomUUID(), number: await nextNumber(tx, fund.id) };
      const paid = {
        ...run, plan, terms,
        recallable: draft.recallable.map((part) => ({ partnerId: part.partnerId, amountWon: part.amountWon.toString() })),
        partners: draft.history.partners.map(({ id, name }) => ({ id, name })),
        obligationMet: draft.obligationMet,
        cashBeforeWon: draft.cashWon,
        cashAfterWon: subtractWon(draft.cashWon, input.amountWon),
      };
      if (context.blocked) return { ...paid, postings: [] };
      const parts = { byPartner: draft.plan.byPartner, carryByPartner: draft.plan.carryByPartner, recallable: draft.recallable };
      const { source, paidOn, amountWon, recallableWon } = input;
      await storeRun(tx, context, { ...run, fundId: fund.id, kind: 'PAYOUT', paidOn, amountWon, carryWon: draft.plan.carryWon, recallableWon, source, obligationMet: draft.obligationMet, terms, plan, sha256: canonicalHash({ terms, plan }) }, parts);
      const dating = { effectiveOn: paidOn, knownAt: context.now, history: false };
      const postings = await this.ledger.post(tx, context, distributionRunPaid(fund.id, { ...run, ...parts }, dating));
      await this.limits.settle(tx, context, { fundId: fund.id, effectiveOn: paidOn, memo: `제${run.number}차 분배` });
      context.announce('fund.changed', { fundId: fund.id });
      return { ...paid, postings };
    },
  };

  /** `distribution.reverse`: a distribution that should never have been recorded. Only the last one, because later ones rest on it. */
  readonly reverse: Command<ReverseDistribution, { readonly id: string; readonly number: number; readonly postings: readonly PostedEntry[] }> = {
    name: 'distribution.reverse',
    execute: async (tx, context, input) => {
      const { fundId } = await getRun(tx, input.runId);
      await lockFund(tx, fundId);
      const run = await getRun(tx, input.runId);
      await requireLast(tx, run);
      await mirrorRun(tx, context, run.id, input.reason);
      const postings = await this.ledger.reverse(tx, context, { kind: 'distribution', id: run.id }, context.today, DISTRIBUTION_REVERSED);
      await this.limits.settle(tx, context, { fundId, effectiveOn: context.today, memo: `제${run.number}차 분배 취소` });
      context.announce('fund.changed', { fundId });
      return { id: run.id, number: run.number, postings };
    },
  };
}

async function requireLast(tx: Tx, run: { id: string; fundId: string; number: number; paidOn: LocalDate; kind: string; reversed: boolean }): Promise<void> {
  if (run.reversed) {
    throw new DomainError('conflict', 'distribution.reversed-already', { ko: '이미 취소된 분배입니다.', en: 'This distribution has been reversed already.' });
  }
  if (run.kind === 'CLAWBACK') {
    throw new DomainError('rule_broken', 'distribution.is-clawback', {
      ko: '환수한 성과보수를 나눈 기록은 취소할 수 없습니다. 잘못 환수한 금액은 다음 분배에서 다시 계산되어 지급됩니다.',
      en: 'The payment of a clawback cannot be undone. What came back too much is computed anew and paid with the next distribution.',
    });
  }
  const later: { number: number }[] = await tx.query(
    `select number from distribution where fund_id = $1 and (number > $2 or paid_on > $3)
      group by number, partner_id having sum(amount_won) <> 0 order by number desc limit 1`,
    [run.fundId, run.number, run.paidOn],
  );
  if (later[0] === undefined) return;
  throw new DomainError('rule_broken', 'distribution.not-the-last', {
    ko: `이 분배를 바탕으로 계산한 제${later[0].number}차 분배가 있습니다. 나중 분배부터 차례로 취소하십시오.`,
    en: `Distribution ${later[0].number} was computed from this one. Reverse the later ones first.`,
  });
}
