import type { Bilingual } from '#libs/errors';
import type { BasisPosition, ObligationPosition } from '#libs/fund';
import { both, basisPointsText, dateText, nameIn, percentText, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportFact, ReportRow, ReportSection, ReportTable } from '../../report/report.js';
import { mandateBlocks } from '../conduct/mandates.model.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { countedWon, deadlineOf, obligationRule } from './verdict.model.js';
import { SOURCE_NAMES } from '../../rule/rule-words.js';
import { BASIS_NAMES, MEASURE_NAMES } from '../words.js';
import { named, ratio, same, sum, sumAtLeastZero, words, type Ground } from '../../trace/ground.js';
import { FIGURE, ratioOn } from '../figures.js';
import { own } from '../../trace/trace.model.js';
import { policyGround } from '../../rule/policy-ground.model.js';

/** The obligation on every basis, what can still be reached, and the pace. */
export function obligationSection(facts: ComplianceFacts): ReportSection {
  return {
    id: 'obligation',
    title: both('5. 주목적 투자의무', 'Main-purpose obligation'),
    blocks: [
      { kind: 'text', text: formula(facts) },
      { kind: 'facts', rows: ruleFacts(facts) },
      basesTable(facts),
      feasibilityTable(facts),
      ...feasibilityTexts(facts),
      ...gauges(facts),
      { kind: 'pace', points: facts.pace, alt: paceAlt(facts), origin: words('기대액: 필요액 × 그 날까지의 일수 ÷ 투자기간 일수. 인정 투자액: 그 날까지 인정된 투자의 취득원가', named(FIGURE.openShortfall), named(FIGURE.counted)) },
      { kind: 'facts', rows: paceFacts(facts) },
      ...mandateBlocks(facts),
    ],
  };
}

function formula({ position }: ComplianceFacts): Bilingual {
  const bps = position.rule.ratioBasisPoints;
  return both(
    `주목적 투자비율 = 인정 투자액(M) ÷ 기준금액입니다. 충족 여부는 표시 비율이 아니라 원 단위 정수로 판정합니다: M × 10,000 ≥ 기준금액 × ${wonText(BigInt(bps))}. 필요액은 기준금액 × ${basisPointsText(bps)}를 원 단위로 올린 금액, 부족액은 필요액에서 M을 뺀 금액(0 미만이면 0)입니다. 표시 비율은 소수점 아래 둘째 자리 미만을 버립니다.`,
    `Ratio = qualifying (M) ÷ base. Whether it is met is decided in whole won, not by the percentage shown: M × 10,000 ≥ base × ${wonText(BigInt(bps))}. Required is base × ${basisPointsText(bps)} rounded up to a won; shortfall is required − M, at least zero. Percentages are truncated to two decimals.`,
  );
}

function ruleFacts(facts: ComplianceFacts): ReportFact[] {
  const { rule } = facts.position;
  return [
    { label: both('근거', 'Clause'), value: `${rule.clause} (${nameIn(SOURCE_NAMES, rule.source)}, 규칙 버전 ${rule.version})` },
    { label: both('판정 기준', 'Basis of the finding'), value: `${nameIn(BASIS_NAMES, rule.denominator)}의 ${basisPointsText(rule.ratioBasisPoints)} 이상`, origin: obligationRule(facts) },
    { label: both('인정 투자액의 측정', 'Measure of M'), value: nameIn(MEASURE_NAMES, rule.measure) },
    { label: both('의무 기한', 'Deadline'), value: dateText(deadlineOf(facts)) },
  ];
}

/** The policy that plans fees and expenses for the whole life. */
const LIFETIME_EXPENSES = 'fund.lifetime-expenses-won';

const BASES_GROUNDS: Readonly<Record<string, Ground>> = {
  baseWon: words('기준금액란의 금액; 약정총액 − 보수·비용은 C − E, 규약이 정한 금액은 15-1 적용 규칙', named(FIGURE.committed), named(FIGURE.paidIn), named(FIGURE.invested), named(FIGURE.expenses)),
  ratioPercent: ratio(named(FIGURE.counted), 'baseWon', 'truncate'),
  requiredWon: words('기준금액 × 의무비율 (원 미만 올림)', 'baseWon'),
  shortfallWon: sumAtLeastZero('requiredWon', `-${named(FIGURE.counted)}`),
  acceptedRatioPercent: words('보류된 투자를 모두 더한 인정 투자액 ÷ 기준금액 (%, 소수점 아래 둘째 자리 미만 버림)', named(FIGURE.counted), 'baseWon'),
  acceptedShortfallWon: words('필요액 − 보류된 투자를 모두 더한 인정 투자액 (0 미만이면 0)', 'requiredWon', named(FIGURE.counted)),
};

function namesOf({ basis }: BasisPosition, { rule }: ObligationPosition): ReportRow['names'] {
  return basis === rule.denominator ? { ratioPercent: FIGURE.ratio, requiredWon: FIGURE.required, shortfallWon: FIGURE.shortfall } : { ratioPercent: ratioOn(nameIn(BASIS_NAMES, basis)) };
}

function basesTable({ position, ifPendingAccepted }: ComplianceFacts): ReportTable {
  const accepted = new Map(ifPendingAccepted.bases.map((each) => [each.basis, each]));
  return {
    kind: 'table',
    caption: both('기준별 비율 (★ 판정 기준)', 'Ratio on every basis (★ decides)'),
    columns: [
      { key: 'basis', header: both('기준금액', 'Base'), align: 'left' },
      { key: 'baseWon', header: both('기준금액(원)', 'Base (won)'), align: 'right' },
      { key: 'ratioPercent', header: both('비율', 'Ratio'), align: 'right' },
      { key: 'requiredWon', header: both('필요액(원)', 'Required (won)'), align: 'right' },
      { key: 'shortfallWon', header: both('부족액(원)', 'Shortfall (won)'), align: 'right' },
      { key: 'met', header: both('결과', 'Result'), align: 'center' },
      { key: 'acceptedRatioPercent', header: both('보류 인정 시 비율', 'Ratio if pending accepted'), align: 'right' },
      { key: 'acceptedShortfallWon', header: both('보류 인정 시 부족액(원)', 'Shortfall if pending accepted (won)'), align: 'right' },
    ],
    grounds: BASES_GROUNDS,
    rows: position.bases.map((each) => ({
      ...own('names', namesOf(each, position)),
      cells: {
        basis: `${each.basis === position.rule.denominator ? '★ ' : ''}${nameIn(BASIS_NAMES, each.basis)}`,
        baseWon: wonText(each.baseWon),
        ratioPercent: percentText(each.ratioPercent),
        requiredWon: wonText(each.requiredWon),
        shortfallWon: wonText(each.shortfallWon),
        met: metText(each),
        ...acceptedCells(accepted.get(each.basis)),
      },
      ...toneOf(each, position),
    })),
  };
}

/** Only the deciding basis can be a breach; the others are there to compare. */
function toneOf(each: BasisPosition, { rule, verdict }: ObligationPosition): Pick<ReportRow, 'tone'> {
  if (each.met) return { tone: 'good' };
  return each.basis === rule.denominator && (verdict === 'NOT_MET' || verdict === 'UNREACHABLE') ? { tone: 'bad' } : {};
}

const metText = (position: BasisPosition): string => (position.met ? '충족' : '미달');

const acceptedCells = (accepted: BasisPosition | undefined): Record<string, string> => ({
  acceptedRatioPercent: percentText(accepted?.ratioPercent ?? null),
  acceptedShortfallWon: accepted === undefined ? '-' : wonText(accepted.shortfallWon),
});

/** What a reader compares at a glance; the other bases stand in the table alone. */
const DRAWN: readonly string[] = ['COMMITTED', 'PAID_IN', 'INVESTED'];

/** The deciding basis first. */
function gauges({ position }: ComplianceFacts): ReportBlock[] {
  const required = basisPointsText(position.rule.ratioBasisPoints);
  const others = position.bases.filter((each) => each.basis !== position.rule.denominator && DRAWN.includes(each.basis));
  return [position.decisive, ...others].flatMap((each) => {
    if (each.ratioPercent === null) return [];
    const name = BASIS_NAMES[each.basis] ?? both(each.basis, each.basis);
    const star = each.basis === position.rule.denominator ? '★ ' : '';
    return [
      {
        kind: 'gauge' as const,
        label: both(`${star}${name.ko}`, `${star}${name.en}`),
        valuePercent: each.ratioPercent,
        requiredPercent: required.slice(0, -1),
        origin: same(each.basis === position.rule.denominator ? FIGURE.ratio : ratioOn(name.ko)),
        alt: both(
          `${name.ko} 기준 ${percentText(each.ratioPercent)}, 필요 ${required}: ${metText(each)}`,
          `${percentText(each.ratioPercent)} of ${name.en.toLowerCase()}, required ${required}: ${each.met ? 'met' : 'not met'}`,
        ),
      },
    ];
  });
}

function feasibilityTable(facts: ComplianceFacts): ReportTable {
  const { feasibility, facts: portfolio } = facts.position;
  const rows: [symbol: string, item: string, amount: bigint, how: string, name: string, origin: Ground][] = [
    ['C', '약정총액', portfolio.committedWon, '조합규약', FIGURE.committed, words('조합원별 출자약정의 합계 (3장)')],
    ['E', '생애 보수·비용(예정)', portfolio.lifetimeExpensesWon, '존속기간 전체, 이미 지급한 금액 포함', FIGURE.expenses, policyGround(facts.policies, LIFETIME_EXPENSES)],
    ['K', '투자가능액', feasibility.capacityWon, 'C − E', FIGURE.capacity, sumAtLeastZero(named(FIGURE.committed), `-${named(FIGURE.expenses)}`)],
    ['T', '투자총액', portfolio.investedWon, '취소·해제를 제외한 현금 투자의 취득원가', FIGURE.invested, same(FIGURE.listed)],
    ['R', '남은 투자가능액', feasibility.remainingWon, portfolio.recyclableWon === 0n ? 'K − T (0 미만이면 0)' : `K − T + 재투자 가능액 ${wonText(portfolio.recyclableWon)}원`, FIGURE.remaining, words('K − T + 재투자할 수 있는 회수금 (0 미만이면 0)', named(FIGURE.capacity), named(FIGURE.invested))],
    ['M', '인정 투자액', countedWon(facts), '주목적으로 인정된 투자의 취득원가', FIGURE.counted, facts.position.rule.measure === 'CUMULATIVE_COST' ? same(FIGURE.recognised) : words('인정된 투자의 미회수 취득원가', named(FIGURE.recognised))],
    ['S', '부족액(약정총액 기준)', feasibility.shortfallWon, 'C × 필요 비율 − M (0 미만이면 0)', FIGURE.openShortfall, words('C × 의무비율 − M (0 미만이면 0)', named(FIGURE.committed), named(FIGURE.counted))],
    ['H', '비주목적 투자여력', feasibility.headroomWon, 'R − S. 이보다 큰 비주목적 투자는 의무 달성을 불가능하게 함', FIGURE.headroom, sum(named(FIGURE.remaining), `-${named(FIGURE.openShortfall)}`)],
  ];
  return {
    kind: 'table',
    caption: both('달성 가능성과 비주목적 투자여력(H)', 'Feasibility and headroom (H)'),
    columns: [
      { key: 'symbol', header: both('기호', 'Symbol'), align: 'center' },
      { key: 'item', header: both('항목', 'Item'), align: 'left' },
      { key: 'amountWon', header: both('금액(원)', 'Amount (won)'), align: 'right' },
      { key: 'how', header: both('산식·설명', 'How'), align: 'left' },
    ],
    rows: rows.map(([symbol, item, amount, how, name, origin]) => ({
      origins: { amountWon: origin },
      names: { amountWon: name },
      cells: { symbol, item, amountWon: wonText(amount), how },
      ...(amount < 0n ? { tone: 'bad' as const } : {}),
    })),
  };
}

/** What the rest of the capital can still do, in the words that fit the finding. */
function reachText({ feasibility, verdict }: ObligationPosition): Bilingual {
  const most = percentText(feasibility.maxAttainablePercent);
  const share = percentText(feasibility.requiredShareOfRemainingPercent);
  switch (verdict) {
    case 'MET':
      return both(
        `의무를 충족하였으며, 남은 투자가능액을 모두 주목적으로 투자하면 약정총액 기준 최대 ${most}가 됩니다.`,
        `The obligation is met; if everything left qualified, the ratio would be ${most} of commitments.`,
      );
    case 'NOT_MET':
      return both(
        `이미 미충족으로 판정되었습니다. 남은 투자가능액을 모두 주목적으로 투자하는 경우의 비율은 약정총액 기준 ${most}입니다.`,
        `It is not met already. If everything left qualified, the ratio would be ${most} of commitments.`,
      );
    case 'IN_PROGRESS':
      return both(
        `남은 투자가능액을 모두 주목적으로 투자하면 약정총액 기준 최대 ${most}까지 달성할 수 있고, 의무를 지키려면 남은 투자가능액의 ${share} 이상을 주목적으로 투자하여야 합니다.`,
        `At most ${most} of commitments can be reached; ${share} of what is left to invest must qualify.`,
      );
    case 'UNREACHABLE':
      return both(
        `남은 투자가능액을 모두 주목적으로 투자하여도 약정총액 기준 ${most}에 그쳐 의무를 달성할 수 없습니다.`,
        `Even if everything left qualified, only ${most} of commitments could be reached.`,
      );
  }
}

function feasibilityTexts({ position }: ComplianceFacts): ReportBlock[] {
  const { investedBasis } = position;
  return [
    { kind: 'text', text: reachText(position), origin: words('최대 비율: (인정 투자액 + 남은 투자가능액) ÷ 약정총액. 필요한 비중: 부족액 ÷ 남은 투자가능액 (%, 소수점 아래 둘째 자리 미만 버림)', named(FIGURE.counted), named(FIGURE.remaining), named(FIGURE.openShortfall)) },
    {
      kind: 'text',
      origin: words('투자총액에 더하여도 인정 투자액이 투자총액 × 의무비율에 이르는 금액', named(FIGURE.counted), named(FIGURE.invested)),
      text: both(
        `투자총액 기준으로만 보면 추가로 필요한 주목적 투자는 ${wonText(investedBasis.minAdditionalQualifyingWon)}원, 추가할 수 있는 비주목적 투자는 ${wonText(investedBasis.maxAdditionalNonQualifyingWon)}원입니다.`,
        `On the invested basis alone, ${wonText(investedBasis.minAdditionalQualifyingWon)} won more must qualify, and ${wonText(investedBasis.maxAdditionalNonQualifyingWon)} won more need not.`,
      ),
    },
  ];
}

function paceAlt(facts: ComplianceFacts): Bilingual {
  const { pace } = facts.position;
  const [expected, counted] = [wonText(pace.expectedQualifyingWon), wonText(countedWon(facts))];
  return both(
    `투자기간의 경과에 비례한 기대액과 인정 투자액의 추이. ${dateText(facts.asOf)} 현재 기대액 ${expected}원, 인정 투자액 ${counted}원.`,
    `Expected and recognised amounts over the investment period. On ${facts.asOf}: expected ${expected} won, recognised ${counted} won.`,
  );
}

function paceFacts(facts: ComplianceFacts): ReportFact[] {
  const { pace } = facts.position;
  return [
    { label: both('경과일수 / 투자기간', 'Days gone / days in all'), value: `${wonText(BigInt(pace.elapsedDays))}일 / ${wonText(BigInt(pace.totalDays))}일 (첫날과 끝날 포함)` },
    { label: both('경과 대비 기대액', 'Expected by now'), value: `${wonText(pace.expectedQualifyingWon)}원 (약정총액 기준 필요액 × 경과일수 ÷ 투자기간 일수, 원 미만 버림)`, name: FIGURE.expected, origin: words('약정총액 기준 필요액 × 경과일수 ÷ 투자기간 일수 (원 미만 버림)', named(FIGURE.committed)) },
    { label: both('경과 대비 차이', 'Gap to the pace'), value: `${wonText(pace.gapWon)}원 (인정 투자액 − 기대액)`, origin: sum(named(FIGURE.counted), `-${named(FIGURE.expected)}`) },
  ];
}
