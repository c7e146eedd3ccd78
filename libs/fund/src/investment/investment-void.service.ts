import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { Ledger } from '#libs/ledger';
import { EVERYTHING, getFund, lockFund } from '../fund/fund.query.js';
import { LimitService } from '../obligation/limit/limit.service.js';
import type { ObligationPosition } from '../obligation/obligation.js';
import { fundPosition } from '../obligation/fund-position.query.js';
import { FairValueService } from '../valuation/fair-value/fair-value.service.js';
import { InvestmentVoidEntity } from './investment-void.entity.js';
import { INVESTMENT_VOIDED } from './investment.posting.js';
import { getInvestment, listExits } from './investment.query.js';

export interface VoidInvestment {
  readonly investmentId: string;
  readonly reason: string;
}

@Injectable()
export class InvestmentVoidService {
  constructor(
    private readonly ledger: Ledger,
    private readonly limits: LimitService,
    private readonly fairValues: FairValueService,
  ) {}

  /** `investment.void`: the deal should never have been recorded. Its entries are mirrored today; it counts no more from its payment date. */
  readonly void: Command<VoidInvestment, { id: string; after: ObligationPosition }> = {
    name: 'investment.void',
    execute: async (tx, context, input) => {
      const found = await getInvestment(tx, input.investmentId, EVERYTHING);
      await lockFund(tx, found.fundId);
      const investment = await getInvestment(tx, input.investmentId, EVERYTHING);
      const exits = await listExits(tx, investment.fundId, EVERYTHING);
      if (investment.voided || exits.some((exit) => exit.investmentId === investment.id)) {
        throw new DomainError('conflict', investment.voided ? 'investment.voided-already' : 'investment.has-exits', {
          ko: investment.voided ? '이미 취소된 투자입니다.' : '회수 내역이 있는 투자는 취소할 수 없습니다.',
          en: investment.voided ? 'The investment has been voided already.' : 'An investment with exits cannot be voided.',
        });
      }
      await requireUnconverted(tx, investment.id);
      await tx.insert(InvestmentVoidEntity, {
        investmentId: investment.id,
        reason: input.reason,
        effectiveOn: investment.paidOn,
        knownAt: context.now,
        commandId: context.commandId,
      });
      await this.ledger.reverse(tx, context, { kind: 'investment', id: investment.id }, context.today, INVESTMENT_VOIDED);
      // Cost and cash cancel each other on every day since the payment; what a valuation added has nothing beside it until it is taken back on its own day.
      await this.fairValues.settle(tx, context, investment.fundId, [investment.id]);
      await this.limits.settleRooms(tx, context, { fundId: investment.fundId, effectiveOn: context.today, memo: `${investment.number} 투자 기록 취소` });
      context.announce('fund.changed', { fundId: investment.fundId });
      const fund = await getFund(tx, investment.fundId);
      return { id: investment.id, after: (await fundPosition(tx, fund, EVERYTHING, context.today)).position };
    },
  };
}

/** A deal is not undone under what became of it. */
async function requireUnconverted(tx: Tx, investmentId: string): Promise<void> {
  const standing: { number: string }[] = await tx.query(
    `select i.number from deal_conversion c join investment i on i.id = c.investment_id
      where c.from_id = $1 and not exists (select 1 from investment_void v where v.investment_id = c.investment_id)`,
    [investmentId],
  );
  const [conversion] = standing;
  if (conversion === undefined) return;
  throw new DomainError('conflict', 'investment.converted', {
    ko: `이미 전환된 투자입니다. 전환 기록(${conversion.number})을 먼저 취소해 주세요.`,
    en: `The deal was converted. Void the conversion ${conversion.number} first.`,
  });
}
