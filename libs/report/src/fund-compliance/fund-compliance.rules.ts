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
  const outcome = outcomeLines(facts);
  if (facts.ledger.standingVoids.length === 0) requireToTie(facts.fund.number, outcome);
  const limits = limitLines(facts);
  const reasons = [...outcome, ...limits].every(ties) ? [] : reasonsForDifference(facts);
  for (const { name, reportWon, otherWon } of limits) {
    invariant(reportWon === otherWon || reasons.length > 0, `${name.en} of ${facts.fund.number} is ${reportWon} by the formula and ${otherWon} in the ledger`);
  }
  return { lines: [...lines, ...outcome, ...limits], reasons };
}

const ties = ({ reportWon, otherWon }: ControlLine): boolean => reportWon === otherWon;

/** What was paid out, came back and is left, beside the books: every account is in one of these lines. */
function outcomeLines({ outcome, ledger, partners }: ComplianceFacts): ControlLine[] {
  const { performance, deals, distributions, expenses } = outcome;
  return [
    controlLine(['투자별 미회수 원가 합계', 'Cost left, deal by deal'], ['원장 투자자산', 'Ledger: investments at cost'], sumWon(deals.map((deal) => deal.outstandingWon)), ledger.investmentCostWon),
    controlLine(['회차별 분배 합계', 'Sum of distributions'], ['원장 분배금', 'Ledger: distributions'], sumWon(distributions.map((each) => each.totalWon)), ledger.distributedWon),
    controlLine(['조합원별 분배 합계', "Sum of partners' distributions"], ['원장 분배금', 'Ledger: distributions'], sumWon(partners.map((partner) => partner.distributedWon)), ledger.distributedWon),
    controlLine(['보수·비용 지급 합계', 'Sum of fees and expenses'], ['원장 보수·운영비', 'Ledger: fees and expenses'], sumWon(expenses.map((each) => each.paidWon)), ledger.expensesWon),
    controlLine(['현금', 'Cash'], ['원장 수탁 예금', 'Ledger: cash at the custodian'], performance.cashWon, ledger.cashWon),
  ];
}

const sumOf = (deals: readonly ComplianceDeal[]): Won => sumWon(deals.map((deal) => won(deal.amountWon)));

const qualifies = (deal: ComplianceDeal): boolean => deal.status === 'QUALIFIED';

/**
 * The two accounts behind the headroom follow the formula without its bounds at zero: room for any deal K − T and what may
 * be recycled, room for deals that do not qualify the same − required + M, both on commitments and cumulative cost.
 */
function limitLines(facts: ComplianceFacts): ControlLine[] {
  const { facts: portfolio } = facts.position;
  const room = roomByFormula(facts);
  const headroom = won(room - requiredOnCommitments(facts) + portfolio.qualifyingWon);
  return [
    controlLine(['투자가능액 − 투자총액 + 재투자 가능액', 'Capacity − invested + recyclable'], ['원장 투자가능 잔액', 'Ledger: capital left to invest'], room, won(facts.ledger.dealCapacityWon)),
    controlLine(
      ['위 금액 − 필요액 + M', 'The same − required + M'],
      ['원장 비주목적 투자여력', 'Ledger: headroom for non-qualifying deals'],
      headroom,
      won(facts.ledger.headroomWon),
    ),
  ];
}

const roomByFormula = ({ position: { feasibility, facts } }: ComplianceFacts): Won => won(feasibility.capacityWon - facts.investedWon + facts.recyclableWon);

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
    [
      position.facts.recyclableWon > 0n && ledger.dealCapacityWon + position.facts.recyclableWon === roomByFormula(facts),
      '재투자할 수 있는 회수금이 아직 원장의 투자한도에 정산되지 않았습니다.',
      'Proceeds that may be recycled are not settled in the limits of the books yet.',
    ],
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
