import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import { won } from '#libs/money';
import { listFunds } from '../../fund/fund.query.js';
import { asJudged } from '../mandate-fund/mandate-fund.query.js';
import { mandateGroup, type MandateGroup } from '../mandate-fund/mandate-group.query.js';
import { conditionNamesWhatDealsHave } from '../mandate-rule/mandate-rule.rules.js';
import { shownRule } from '../mandate-rule/mandate-rule.view.js';
import { mandatePositions } from '../mandate/mandate.rules.js';
import type { DealIntent, MandateFund, MandatePosition } from '../mandate/mandate.js';
import { dealRoom, mandateAdmits, mandateOutlook, withDeal } from '../mandate/outlook.rules.js';
import { namesOf } from '../radar/radar.view.js';
import type { SimulatedDealDto, SimulatedStepDto, SimulationDto, RuleStandingDto } from './simulation.dto.js';

type Deal = DealIntent & { readonly amountWon: ReturnType<typeof won> };

/** Deals made one after the other on `today` in several funds, on the facts of the point: what each meets, and where every rule stands before and after. Nothing is kept. */
export async function simulateDeals(tx: Tx, deals: readonly SimulatedDealDto[], point: TimePoint, today: LocalDate): Promise<SimulationDto> {
  const all = (await listFunds(tx, null, point)).filter((fund) => fund.foundedOn <= point.asOf);
  const intents = deals.map((deal, index) => toDeal(deal, index, all.map((fund) => fund.id)));
  const group = await mandateGroup(tx, all.filter((fund) => intents.some((deal) => deal.fundId === fund.id)), point, today);
  const before = group.funds.map((each) => each.mandate);
  const { after, steps } = walk(group, intents, today);
  const names = await namesOf(tx, group.rules, group.funds.map((each) => each.fund));
  const [was, is] = [mandatePositions(group.rules, before, today), mandatePositions(group.rules, after, today)];
  const outlook = mandateOutlook(asJudged(group.rules), after, today);
  return {
    steps,
    rules: is.flatMap((position, index) => {
      const earlier = was[index];
      return earlier === undefined ? [] : [{ rule: shownRule(position.rule), ofWhom: names.get(position.rule.key) ?? '', before: shownStanding(earlier), after: shownStanding(position) }];
    }),
    reachable: outlook.reachable,
    leastFurtherWon: outlook.leastFurtherWon?.toString() ?? null,
    conflict: [...outlook.conflict],
    partial: group.partial,
  };
}

function walk(group: MandateGroup, deals: readonly Deal[], today: LocalDate): { after: readonly MandateFund[]; steps: SimulatedStepDto[] } {
  const rules = asJudged(group.rules);
  const steps: SimulatedStepDto[] = [];
  let funds: readonly MandateFund[] = group.funds.map((each) => each.mandate);
  for (const deal of deals) {
    const room = dealRoom(rules, funds, today, deal);
    const most = room.headroomWon ?? 0n;
    const over = deal.amountWon - (most > 0n ? most : 0n);
    steps.push({
      fundId: deal.fundId,
      amountWon: deal.amountWon.toString(),
      admitted: mandateAdmits(rules, funds, today, deal),
      roomWon: room.headroomWon?.toString() ?? null,
      overWon: (over > 0n ? over : 0n).toString(),
      binding: [...room.binding],
      boundByCapital: room.boundByCapital,
    });
    funds = funds.map((fund) => (fund.fundId === deal.fundId ? withDeal(fund, deal) : fund));
  }
  return { after: funds, steps };
}

function toDeal({ fundId, amountWon, traits }: SimulatedDealDto, index: number, funds: readonly string[]): Deal {
  if (!funds.includes(fundId)) {
    throw invalidField(`/deals/${index}/fundId`, 'simulation.unknown-fund', { ko: '그런 조합이 없습니다. 조합을 다시 골라 주세요.', en: 'There is no such fund. Choose again.' });
  }
  traits.forEach(({ dimension, value }, place) => conditionNamesWhatDealsHave({ dimension, values: [value], negated: false }, `/deals/${index}/traits/${place}`));
  return { fundId, amountWon: won(amountWon), traits: Object.fromEntries(traits.map(({ dimension, value }) => [dimension, value])) };
}

/** Where a rule stands, in the figures that a comparison needs. */
export function shownStanding(position: MandatePosition): RuleStandingDto {
  return {
    baseWon: position.baseWon.toString(),
    countedWon: position.countedWon.toString(),
    ratioPercent: position.ratioPercent,
    requiredWon: position.requiredWon.toString(),
    shortfallWon: position.shortfallWon.toString(),
    headroomWon: position.headroomWon.toString(),
    reachable: position.reachable,
    verdict: position.verdict,
  };
}
