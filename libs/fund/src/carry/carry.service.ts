import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import { canonicalHash, type Command } from '#libs/command';
import { DomainError, type Bilingual } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { negateWon, ZERO_WON, type Won } from '#libs/money';
import { carryClawedBack } from '../distribution/distribution.posting.js';
import { nextNumber } from '../distribution/distribution.query.js';
import { clawbackRecord } from '../distribution/plan.model.js';
import { storeRun } from '../distribution/record/run.store.js';
import { EVERYTHING, getFund, lockFund } from '../fund/fund.query.js';
import { fundPosition } from '../obligation/fund-position.query.js';
import { LimitService } from '../obligation/limit/limit.service.js';
import { termsRecord } from '../waterfall/terms.model.js';
import type { PartnerAmount } from '../waterfall/waterfall.js';
import { CarryClawbackEntity } from './carry-clawback.entity.js';
import { draftClawback } from './carry.query.js';

export interface ClawBackCarry {
  readonly fundId: string;
  readonly paidOn: LocalDate;
  /** Tax that the general partner paid on the carry and does not get back, in won. */
  readonly taxWon: Won;
}

export interface ClawedBackCarry {
  readonly id: string;
  readonly number: number;
  readonly carryPaidWon: Won;
  readonly hurdleShortfallWon: Won;
  readonly beyondShareWon: Won;
  readonly clawbackWon: Won;
  readonly text: Bilingual;
  readonly fromPartners: readonly PartnerAmount[];
  readonly toPartners: readonly PartnerAmount[];
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class CarryService {
  constructor(
    private readonly ledger: Ledger,
    private readonly limits: LimitService,
  ) {}

  /** `carry.claw-back`: at the end of a fund carry that was too much comes back and goes to the partners. In a dry run: the working. */
  readonly clawBack: Command<ClawBackCarry, ClawedBackCarry> = {
    name: 'carry.claw-back',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      const { history, terms: inForce, computed, fromPartners, verdicts } = await draftClawback(tx, context, fund, input);
      context.judge(verdicts);
      const { clawbackWon, byPartner: toPartners, ...figures } = computed;
      const run = { id: randomUUID(), number: await nextNumber(tx, fund.id) };
      const clawed = { ...run, ...figures, clawbackWon, fromPartners, toPartners, partners: history.partners.map(({ id, name }) => ({ id, name })) };
      if (context.blocked || (clawbackWon === 0n && context.dryRun)) return { ...clawed, postings: [] };
      requireSomething(clawbackWon, figures.text);
      const [terms, plan] = [termsRecord(inForce), clawbackRecord(input.paidOn, computed)];
      const obligationMet = (await fundPosition(tx, fund, EVERYTHING, context.today)).position.decisive.met;
      const row = { ...run, fundId: fund.id, kind: 'CLAWBACK' as const, paidOn: input.paidOn, amountWon: ZERO_WON, carryWon: negateWon(clawbackWon), recallableWon: ZERO_WON, source: '성과보수 환수' };
      const back = fromPartners.map(({ partnerId, amountWon }) => ({ partnerId, amountWon: negateWon(amountWon) }));
      await storeRun(tx, context, { ...row, obligationMet, terms, plan, sha256: canonicalHash({ terms, plan }) }, { byPartner: toPartners, carryByPartner: back, recallable: [] });
      const { carryPaidWon, hurdleShortfallWon, beyondShareWon } = figures;
      await tx.insert(CarryClawbackEntity, { runId: run.id, carryPaidWon, hurdleShortfallWon, beyondShareWon, taxWon: input.taxWon, amountWon: clawbackWon, knownAt: context.now, commandId: context.commandId });
      const dating = { effectiveOn: input.paidOn, knownAt: context.now, history: false };
      const postings = await this.ledger.post(tx, context, [carryClawedBack(fund.id, { ...run, byPartner: toPartners, carryByPartner: fromPartners }, dating)]);
      await this.limits.settle(tx, context, { fundId: fund.id, effectiveOn: input.paidOn, memo: '성과보수 환수' });
      context.announce('fund.changed', { fundId: fund.id });
      return { ...clawed, postings };
    },
  };
}

function requireSomething(clawbackWon: Won, text: Bilingual): void {
  if (clawbackWon > 0n) return;
  throw new DomainError('rule_broken', 'carry.nothing-to-claw-back', text);
}
