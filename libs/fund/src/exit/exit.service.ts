import { Injectable } from '@nestjs/common';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { balanceOf, Ledger, type PostedEntry } from '#libs/ledger';
import { addWon, subtractWon, sumWon, won, type Won } from '#libs/money';
import { ensureParties, type PartyDraft } from '#libs/party';
import { CASH, fundAccount, fundBook } from '../fund/fund.charts.js';
import { EVERYTHING, getFund, lockFund } from '../fund/fund.query.js';
import { keepVerdicts } from '../investment/investment.store.js';
import { LimitService } from '../obligation/limit/limit.service.js';
import type { ObligationPosition } from '../obligation/obligation.js';
import { fundPolicies, fundPosition } from '../obligation/fund-position.query.js';
import { internalRate } from '../performance/internal-rate.rules.js';
import type { InternalRate } from '../performance/performance.js';
import { multipleOnCost } from '../performance/performance.rules.js';
import { investmentExited } from '../register/register.posting.js';
import { FairValueService } from '../valuation/fair-value/fair-value.service.js';
import { insertValuations } from '../valuation/valuation.store.js';
import type { ExitedDeal, ExitTerms } from './exit.js';
import { exitLimits } from './exit.policy.js';
import { escrowHeldBack } from './escrow/escrow.posting.js';
import { flowsOfDeal, getExitedDeal, judgeCounterparty } from './exit.query.js';
import { costLeft, costOfExit, judgePrice, requirePossibleExit, restOf } from './exit.rules.js';
import { insertExit } from './exit.store.js';

export interface RecordExit extends ExitTerms {
  readonly fundId: string;
  readonly investmentId: string;
  readonly counterparty: PartyDraft | null;
  /** The consent of all partners to a deal with a related party. */
  readonly consentDocumentId: string | null;
  readonly documentId: string | null;
}

export interface RecordedExit {
  readonly id: string | null;
  readonly deal: ExitedDeal;
  readonly costWon: Won;
  readonly costAfterWon: Won;
  /** What the rest is worth; the same part of the last fair value. */
  readonly fairValueAfterWon: Won;
  /** Proceeds less cost; fees and taxes are not in it. */
  readonly gainWon: Won;
  readonly netWon: Won;
  readonly multiple: string | null;
  readonly rate: InternalRate;
  readonly cashBeforeWon: Won;
  readonly cashAfterWon: Won;
  readonly before: ObligationPosition;
  readonly after: ObligationPosition;
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class ExitService {
  constructor(
    private readonly ledger: Ledger,
    private readonly fairValues: FairValueService,
    private readonly limits: LimitService,
  ) {}

  /** `exit.record`: money that came of a deal, or that none will come. What is left of the deal keeps its part of the fair value. */
  readonly record: Command<RecordExit, RecordedExit> = {
    name: 'exit.record',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      const deal = await getExitedDeal(tx, fund.id, input.investmentId, input.exitedOn);
      requirePossibleExit(deal, input, input.counterparty !== null, context.today);
      const costWon = costOfExit(deal, input);
      const before = (await fundPosition(tx, fund, EVERYTHING, context.today)).position;
      const cashBeforeWon = won(await balanceOf(tx, fundAccount(CASH, fund.id).key));
      const counterparty = await partyOf(tx, input.counterparty);
      const policies = await fundPolicies(tx, fund, { ...EVERYTHING, asOf: input.exitedOn });
      const related = counterparty === null ? [] : await judgeCounterparty(tx, fund.id, counterparty.id, input.consentDocumentId !== null, policies, input.exitedOn);
      const verdicts = [...related, ...judgePrice(deal, input, costWon, exitLimits(policies))];
      context.judge(verdicts);
      const own = await figuresOf(tx, deal, input, costWon);
      const figures = { ...own, cashBeforeWon, cashAfterWon: addWon(cashBeforeWon, own.netWon), before };
      if (context.blocked) return { ...figures, id: null, after: before, postings: [] };
      const id = await insertExit(tx, context, { ...input, partCostWon: costWon, counterparty });
      await keepVerdicts(tx, context.commandId, context.now, [{ kind: 'investment', id: deal.id, fundId: fund.id, verdicts }]);
      const postings = await this.post(tx, context, deal, { ...input, id, costWon, fairValueAfterWon: figures.fairValueAfterWon });
      context.announce('fund.changed', { fundId: fund.id });
      return { ...figures, id, postings, after: (await fundPosition(tx, fund, EVERYTHING, context.today)).position };
    },
  };

  private async post(tx: Tx, context: CommandContext, deal: ExitedDeal, exit: ExitTerms & { id: string; costWon: Won; fairValueAfterWon: Won }): Promise<readonly PostedEntry[]> {
    const dating = { effectiveOn: await this.ledger.bookableDay(tx, fundBook(deal.fundId), exit.exitedOn), knownAt: context.now, history: false };
    const money = { ...exit, investmentId: deal.id, number: deal.number, expenseWon: addWon(exit.feeWon, exit.taxWon) };
    const posted = await this.ledger.post(tx, context, [
      investmentExited(deal.fundId, money, dating),
      ...(exit.escrowWon === 0n ? [] : [escrowHeldBack(deal.fundId, { exitId: exit.id, number: deal.number, amountWon: exit.escrowWon }, dating)]),
    ]);
    await valueTheRest(tx, context, deal, exit);
    const adjusted = await this.fairValues.settle(tx, context, deal.fundId, [deal.id]);
    const settled = await this.limits.settle(tx, context, { fundId: deal.fundId, effectiveOn: dating.effectiveOn, memo: `${deal.number} 회수` });
    return [...posted, ...adjusted, ...settled];
  }
}

/** What is left keeps its part of the last fair value and impairment, as a valuation of that day. */
async function valueTheRest(tx: Tx, context: CommandContext, deal: ExitedDeal, exit: ExitTerms & { costWon: Won; fairValueAfterWon: Won }): Promise<void> {
  const left = costLeft(deal);
  const restCostWon = subtractWon(left, exit.costWon);
  if (deal.fairValueWon === null || restCostWon === 0n) return;
  const impairmentWon = restOf(deal.impairmentWon, left, restCostWon);
  const method = '일부 회수 후 잔여분';
  const record = { investmentId: deal.id, valuedOn: exit.exitedOn, costWon: restCostWon, fairValueWon: exit.fairValueAfterWon, impairmentWon, method, note: null };
  await insertValuations(tx, context, [{ ...record, reasons: impairmentWon > 0n ? ['OTHER'] : [], exceptions: [], signature: null, documentId: null }]);
}

async function figuresOf(tx: Tx, deal: ExitedDeal, exit: RecordExit, costWon: Won): Promise<Omit<RecordedExit, 'id' | 'cashBeforeWon' | 'cashAfterWon' | 'before' | 'after' | 'postings'>> {
  const left = costLeft(deal);
  const costAfterWon = subtractWon(left, costWon);
  const fairValueAfterWon = restOf(deal.fairValueWon ?? left, left, costAfterWon);
  const netWon = won(exit.proceedsWon - exit.feeWon - exit.taxWon);
  const flows = [...(await flowsOfDeal(tx, deal)), { on: exit.exitedOn, amountWon: netWon }];
  const came = sumWon(flows.slice(1).map(({ amountWon }) => amountWon));
  return {
    deal,
    costWon,
    costAfterWon,
    fairValueAfterWon,
    gainWon: subtractWon(exit.proceedsWon, costWon),
    netWon,
    multiple: multipleOnCost(came, fairValueAfterWon, deal.amountWon),
    rate: internalRate([...flows, { on: exit.exitedOn, amountWon: fairValueAfterWon }]),
  };
}

async function partyOf(tx: Tx, draft: PartyDraft | null): Promise<{ id: string; name: string } | null> {
  if (draft === null) return null;
  const id = [...(await ensureParties(tx, [draft])).values()][0];
  return id === undefined ? null : { id, name: draft.name };
}
