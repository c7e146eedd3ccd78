import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { won, type Won } from '#libs/money';
import { usualParticulars, type ContractTerms, type DealParticulars } from '../deal/deal-term.js';
import { ownershipOf, termsFitInstrument } from '../deal/deal-term.rules.js';
import { storeParticulars } from '../deal/deal-term.store.js';
import { ownershipPercent } from '../deal/deal-term.query.js';
import { EVERYTHING, lockFund } from '../fund/fund.query.js';
import type { Deal, Instrument } from '../investment/investment.js';
import { InvestmentEntity } from '../investment/investment.entity.js';
import { getInvestment, type InvestmentRow } from '../investment/investment.query.js';
import { nextInvestmentNumber } from '../investment/investment.store.js';
import { askHolding, rootOf } from './conversion.query.js';
import { holdingConverts } from './conversion.rules.js';
import { DealConversionEntity } from './deal-conversion.entity.js';

export interface ConvertInvestment {
  /** The holding that is converted: a deal that was paid, or what an earlier conversion made of it. */
  readonly investmentId: string;
  readonly instrument: Instrument;
  readonly convertedOn: LocalDate;
  /** Null: all that can be. */
  readonly convertedWon: Won | null;
  readonly shares: bigint;
  readonly pricePerShareWon: Won | null;
  readonly postMoneyWon: Won | null;
  readonly totalShares: bigint | null;
  readonly terms: ContractTerms;
  readonly round: string | null;
  readonly note: string | null;
}

export interface ConvertedInvestment {
  readonly id: string;
  readonly number: string;
  readonly convertedWon: Won;
  readonly costWon: Won;
  readonly leftWon: Won;
  readonly ownershipPercent: string | null;
}

@Injectable()
export class ConversionService {
  /**
   * `investment.convert`: a holding becomes shares, without cash. Its cost stays on the deal that was paid, where exits,
   * valuations and recognition go on; nothing is posted, so nothing can be counted twice
   * (docs/decisions/2026-11-22-conversions.md).
   */
  readonly convert: Command<ConvertInvestment, ConvertedInvestment> = {
    name: 'investment.convert',
    execute: async (tx, context, input) => {
      const { fundId } = await getInvestment(tx, input.investmentId, EVERYTHING);
      await lockFund(tx, fundId);
      const source = await getInvestment(tx, input.investmentId, EVERYTHING);
      const root = source.kind === 'CONVERSION' ? await getInvestment(tx, rootOf(source), EVERYTHING) : source;
      const holding = await askHolding(tx, source, root);
      const convertedWon = input.convertedWon ?? holding.convertibleWon;
      holdingConverts(holding, input.instrument, convertedWon, input.convertedOn, context.today);
      termsFitInstrument(input.instrument, input.terms);
      const deal = await this.store(tx, context, input, root, convertedWon);
      const share = ownershipOf(deal, input)?.share ?? null;
      context.announce('fund.changed', { fundId });
      return {
        id: deal.id,
        number: deal.number,
        convertedWon,
        costWon: won(root.outstandingCostWon),
        leftWon: won(holding.convertibleWon - convertedWon),
        ownershipPercent: share === null ? null : ownershipPercent(share.numerator.toString(), share.denominator.toString()),
      };
    },
  };

  private async store(tx: Tx, context: CommandContext, input: ConvertInvestment, root: InvestmentRow, convertedWon: Won): Promise<Deal & { id: string; number: string }> {
    const told = { knownAt: context.now, commandId: context.commandId };
    const { instrument, shares, pricePerShareWon, round, note, convertedOn } = input;
    const deal: Deal = { kind: 'CONVERSION', instrument, amountWon: convertedWon, committeeOn: null, paidOn: convertedOn, shares, pricePerShareWon, round, note };
    const stored = { ...deal, id: randomUUID(), number: await nextInvestmentNumber(tx, root.fundId, convertedOn.slice(0, 4)) };
    const place = { fundId: root.fundId, companyId: root.companyId, originId: root.id };
    await tx.insert(InvestmentEntity, { ...stored, ...told, ...place, shares: shares.toString(), claimedRoute: null, companyBasis: null, history: false });
    await tx.insert(DealConversionEntity, { ...told, investmentId: stored.id, fromId: input.investmentId, convertedWon });
    const particulars: DealParticulars = { ...usualParticulars(instrument), postMoneyWon: input.postMoneyWon, totalShares: input.totalShares, terms: input.terms };
    await storeParticulars(tx, told, stored, particulars, null);
    return stored;
  }
}
