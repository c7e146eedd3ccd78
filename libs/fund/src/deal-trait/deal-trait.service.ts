import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { DomainError, invalidField } from '#libs/errors';
import { DealTraitEntity } from '../deal/deal-trait.entity.js';
import { listDealTraits } from '../deal/deal-trait.query.js';
import { EVERYTHING, lockFund } from '../fund/fund.query.js';
import { getInvestment, type InvestmentRow } from '../investment/investment.query.js';
import { LimitService } from '../obligation/limit/limit.service.js';
import type { Traits } from '../obligation/mandate/mandate.js';

export interface RecordDealTrait {
  readonly investmentId: string;
  readonly dimension: string;
  /** Null takes it away. */
  readonly value: string | null;
  readonly effectiveOn: LocalDate;
}

@Injectable()
export class DealTraitService {
  constructor(private readonly limits: LimitService) {}

  /** `deal-trait.record`: what a deal is from a day on (a region, a zone). Rules of the mandate count it from then on, and their rooms follow. */
  readonly record: Command<RecordDealTrait, { fundId: string; traits: Traits }> = {
    name: 'deal-trait.record',
    execute: async (tx, context, input) => {
      const { fundId } = await getInvestment(tx, input.investmentId, EVERYTHING);
      await lockFund(tx, fundId);
      const deal = await getInvestment(tx, input.investmentId, EVERYTHING);
      requireDescribable(deal, input.effectiveOn, context.today);
      await tx.insert(DealTraitEntity, { ...input, knownAt: context.now, commandId: context.commandId });
      await this.limits.settleRooms(tx, context, { fundId, effectiveOn: context.today, memo: `${deal.number} ${input.dimension}` });
      context.announce('fund.changed', { fundId });
      return { fundId, traits: (await listDealTraits(tx, [fundId], EVERYTHING)).get(deal.id) ?? {} };
    },
  };
}

function requireDescribable(deal: InvestmentRow, on: LocalDate, today: LocalDate): void {
  if (deal.voided || deal.rescinded || deal.kind === 'CONVERSION') {
    throw new DomainError('conflict', 'deal-trait.of-nothing', {
      ko: '취소·해제된 투자나 전환 건에는 속성을 적지 않습니다. 최초 투자에 적어 주세요.',
      en: 'A voided or rescinded deal has no properties, nor has a conversion: record them of the deal that was paid.',
    });
  }
  if (on < deal.paidOn || on > today) {
    throw invalidField('/effectiveOn', 'deal-trait.date', { ko: `적용일은 납입일(${deal.paidOn})과 오늘 사이여야 합니다.`, en: `It applies from a day between the payment on ${deal.paidOn} and today.` });
  }
}
