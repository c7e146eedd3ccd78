import { invariant, type Bilingual } from '#libs/errors';
import { requiredAmount, sumWon, won, type Won } from '#libs/money';
import { controlLine, requireToTie, type ControlLine } from '../table/control-total.model.js';
import { counts, type ComplianceDeal, type ComplianceFacts } from './fund-compliance.js';

export interface ControlTotals {
  readonly lines: readonly ControlLine[];
  /** Why the ledger may rightly differ from the formula; empty where it must not. */
  readonly reasons: readonly Bilingual[];
}

/**
 * Adds up what the report shows and compares it with what the formula used and what the books say. Throws
 * `InvariantError` on any difference that history does not explain: such a report must not leave the house.
 */
export function controlTotals(facts: ComplianceFacts): ControlTotals {
  const { facts: portfolio } = facts.position;
  const standing = facts.investments.filter(counts);
  const lines = [
    controlLine(['투자 목록 합계', 'Sum of investments'], ['투자총액(T)', 'Invested (T)'], sumOf(standing), portfolio.investedWon),
    controlLine(['인정 투자 합계', 'Sum of recognised deals'], ['인정 투자액(M)', 'Qualifying (M)'], sumOf(standing.filter(qualifies)), portfolio.qualifyingWon),
    controlLine(['보류 투자 합계', 'Sum of pending deals'], ['보류액', 'Pending'], sumOf(standing.filter((deal) => deal.status === 'PENDING')), portfolio.pendingWon),
    controlLine(['조합원별 납입 합계', "Sum of partners' paid-in"], ['납입출자금', 'Paid-in'], sumWon(facts.partners.map((partner) => partner.paidInWon)), portfolio.paidInWon),
    controlLine(['납입출자금', 'Paid-in'], ['원장 납입출자금', 'Ledger: paid-in capital'], portfolio.paidInWon, won(facts.ledger.paidInWon)),
  ];
  requireToTie(facts.fund.number, lines);
  const limits = limitLines(facts);
  const reasons = reasonsForDifference(facts);
  for (const { name, reportWon, otherWon } of limits) {
    invariant(reportWon === otherWon || reasons.length > 0, `${name.en} of ${facts.fund.number} is ${reportWon} by the formula and ${otherWon} in the ledger`);
  }
  return { lines: [...lines, ...limits], reasons };
}

const sumOf = (deals: readonly ComplianceDeal[]): Won => sumWon(deals.map((deal) => won(deal.amountWon)));

const qualifies = (deal: ComplianceDeal): boolean => deal.status === 'QUALIFIED';

/**
 * The two accounts behind the headroom follow the formula without its bounds at zero: room for any deal K − T, room for
 * deals that do not qualify K − T − required + M, both on commitments and cumulative cost.
 */
function limitLines(facts: ComplianceFacts): ControlLine[] {
  const { facts: portfolio, feasibility } = facts.position;
  const room = won(feasibility.capacityWon - portfolio.investedWon);
  const headroom = won(room - requiredOnCommitments(facts) + portfolio.qualifyingWon);
  return [
    controlLine(['투자가능액 − 투자총액 (K − T)', 'Capacity − invested (K − T)'], ['원장 투자가능 잔액', 'Ledger: capital left to invest'], room, won(facts.ledger.dealCapacityWon)),
    controlLine(
      ['K − T − 필요액 + M', 'K − T − required + M'],
      ['원장 비주목적 투자여력', 'Ledger: headroom for non-qualifying deals'],
      headroom,
      won(facts.ledger.headroomWon),
    ),
  ];
}

function requiredOnCommitments({ position }: ComplianceFacts): Won {
  return requiredAmount(position.facts.committedWon, position.rule.ratioBasisPoints);
}

/** What makes books and formula differ without anything being wrong. */
function reasonsForDifference(facts: ComplianceFacts): Bilingual[] {
  const { ledger, position } = facts;
  const granted = position.feasibility.capacityWon === ledger.grantedCapacityWon && position.feasibility.capacityWon - requiredOnCommitments(facts) === ledger.grantedHeadroomWon;
  const reasons: [applies: boolean, ko: string, en: string][] = [
    [!granted, '결성 뒤 적용 규칙(비율·보수·비용)이 바뀌어 원장에 설정된 한도와 다릅니다.', 'Rules changed after the formation, so the limits granted in the books differ.'],
    [ledger.standingVoids.length > 0, '기준일 뒤에 취소된 투자가 취소한 날에 역분개되어, 기준일의 원장에는 남아 있습니다.', 'Deals voided later are mirrored on the day of the voiding and still stand in the books of that date.'],
    [decidedOutOfOrder(facts), '효력일이 앞선 판정이 나중에 내려져, 기준일의 원장과 판정 순서가 다릅니다.', 'Decisions were taken in another order than that of their effective dates.'],
    [decidedAfterRescission(facts), '해제된 투자에 대한 판정이 남아 있습니다.', 'There are decisions about rescinded deals after the rescission.'],
  ];
  return reasons.filter(([applies]) => applies).map(([, ko, en]) => ({ ko, en }));
}

function decidedOutOfOrder({ classifications }: ComplianceFacts): boolean {
  const latest = new Map<string, string>();
  return classifications.some(({ investmentId, effectiveOn }) => {
    const before = latest.get(investmentId);
    if (before === undefined || before <= effectiveOn) latest.set(investmentId, effectiveOn);
    return before !== undefined && before > effectiveOn;
  });
}

function decidedAfterRescission({ investments, classifications }: ComplianceFacts): boolean {
  const rescinded = new Map(investments.flatMap((deal) => (deal.rescindedOn === null ? [] : [[deal.id, deal.rescindedOn] as const])));
  return classifications.some((decision) => decision.effectiveOn > (rescinded.get(decision.investmentId) ?? '9999-12-31'));
}
