import { sumWon } from '#libs/money';
import { multipleText, RATE_MARK, rateText } from '../fund-outcome/words.js';
import { both, dateText, wonText } from '../report/report-text.js';
import type { ReportDraft, ReportRow, ReportTable } from '../report/report.js';
import { controlLine, requireToTie, verificationBlocks } from '../table/control-total.model.js';
import { column } from '../table/column.js';
import { PERFORMANCE_TEMPLATE, type IlpaFlow, type IlpaPerformanceFacts } from './ilpa.js';
import { stated, sum, words } from '../trace/ground.js';

const SAME_WITHOUT = '조합은 차입하지 않으므로(벤처투자법 제52조) 차입약정 포함·제외 수치가 같음';
const NOT_ITEMISED = '출자요청이 용도별 금액으로 나뉘어 있지 않아 투자자 현금흐름으로는 산출하지 않음(총액 가산 방식 참조)';

/** The fields of the performance template in both of its methodologies. Pure; throws `InvariantError` unless the flows are the figures. */
export function ilpaPerformanceModel(facts: IlpaPerformanceFacts): ReportDraft {
  const { fund, asOf, outcome } = facts;
  const lines = flowTotals(facts);
  const text = both(
    `${dateText(asOf)} 현재 조합의 성과를 ${PERFORMANCE_TEMPLATE}의 항목으로 정리하였습니다. 항목 이름만 서식을 따르며, 값이 없는 항목은 '-'와 사유를 적습니다.`,
    `Performance as of ${asOf} under the fields of the ${PERFORMANCE_TEMPLATE}. Field names follow the template; a dash has its reason beside it.`,
  );
  return {
    meta: {
      title: both('ILPA 성과 서식', 'ILPA performance template'),
      subjectNumber: fund.number,
      subjectName: fund.name,
      issuer: fund.generalPartner,
      asOf,
      knownBefore: facts.knownBefore.toISOString(),
      ruleVersion: facts.agreementVersion === null ? '최초 규약' : `규약 ${facts.agreementVersion}판`,
      securityMark: '대외비(조합원용)',
    },
    verdict: { code: 'SETTLED', title: both('대사 일치', 'Reconciled'), text },
    sections: [
      { id: 'summary', title: both('1. 개요', 'Overview'), blocks: [{ kind: 'text', text }, { kind: 'facts', rows: [{ label: both('서식', 'Template'), value: `${PERFORMANCE_TEMPLATE}: Granular, Gross Up` }, { label: both('통화', 'Currency'), value: 'KRW' }, { label: both('결성연도', 'Vintage'), value: String(fund.vintageYear) }] }] },
      { id: 'granular', title: both('2. 항목별 방식', 'Granular methodology'), blocks: [granularTable(facts), flowTable('항목별 방식 현금흐름(조합과 조합원)', 'Fund-to-investor cash flows', facts.partnerFlows)] },
      { id: 'gross-up', title: both('3. 총액 가산 방식', 'Gross up methodology'), blocks: [grossUpTable(facts), flowTable('총액 가산 방식 현금흐름(조합과 투자기업)', 'Fund-to-investment cash flows', facts.dealFlows)] },
      { id: 'portfolio', title: both('4. 투자별 성과', 'Portfolio-level performance'), blocks: [portfolioTable(outcome), { kind: 'text', text: RATE_MARK }] },
      { id: 'verification', title: both('5. 검증 방법', 'How to verify'), blocks: verificationBlocks(lines, TIES, both('조합', 'fund')) },
    ],
    list: { fileName: 'ilpa-performance.csv', title: '투자별 성과', sectionId: 'portfolio', index: 0 },
  };
}

const TIES = both('현금흐름의 합이 납입·분배·투자·회수 누계와 원 단위까지 일치합니다.', 'The flows add up to contributions, distributions, investments and proceeds, to the won.');

function flowTotals({ fund, outcome: { performance, deals }, partnerFlows, dealFlows }: IlpaPerformanceFacts) {
  const net = (flows: readonly IlpaFlow[]): bigint => sumWon(flows.map((flow) => flow.amountWon));
  const lines = [
    controlLine(['조합원 현금흐름의 합', 'Sum of investor flows'], ['분배 누계 − 납입 누계', 'Distributed − paid-in'], net(partnerFlows), performance.distributedWon - performance.paidInWon),
    controlLine(['투자 현금흐름의 합', 'Sum of investment flows'], ['순회수금 − 투자총액', 'Net proceeds − invested'], net(dealFlows), performance.realisedProceedsWon - performance.exitExpensesWon - performance.investedWon),
    controlLine(['투자별 공정가치 합계', 'Sum of fair values'], ['보유 투자자산 공정가치', 'Fair value of holdings'], sumWon(deals.map((deal) => deal.fairValueWon)), performance.holdingsFairValueWon),
  ];
  requireToTie(fund.number, lines);
  return lines;
}

type Metric = readonly [field: string, ko: string, value: string, reason: string];

const metricTable = (ko: string, en: string, metrics: readonly Metric[]): ReportTable => ({
  kind: 'table',
  caption: both(ko, en),
  columns: [column('field', '서식 항목', 'Field'), column('item', '우리말', 'In Korean'), column('figure', '값', 'Value', 'right'), column('reason', '비고·사유', 'Note, reason')],
  grounds: { figure: words('IRR은 아래 현금흐름과 기준일 가치를 0으로 만드는 연 할인율(실제 일수 ÷ 365), 배수는 납입·분배·순자산(총 MOIC은 투자원가·회수금액·공정가치)의 비') },
  rows: metrics.map(([field, item, value, reason]): ReportRow => ({ cells: { field, item, figure: value, reason }, ...(value === '-' ? { tone: 'muted' as const } : {}) })),
});

function netMetrics({ outcome: { performance } }: IlpaPerformanceFacts): Metric[] {
  const { multiples, netRate } = performance;
  return [
    ['Net IRR – With Subscription Facilities', '순 IRR(차입약정 포함)', rateText(netRate), SAME_WITHOUT],
    ['Net IRR – Without Subscription Facilities', '순 IRR(차입약정 제외)', rateText(netRate), SAME_WITHOUT],
    ['Net TVPI', '순 TVPI', multipleText(multiples.tvpi), '성과보수 적립 전'],
    ['DPI', 'DPI', multipleText(multiples.dpi), ''],
    ['RVPI', 'RVPI', multipleText(multiples.rvpi), '성과보수 적립 전'],
    ['PIC', 'PIC', multipleText(multiples.pic), ''],
  ];
}

const granularTable = (facts: IlpaPerformanceFacts): ReportTable =>
  metricTable('항목별 방식 성과', 'Fund-level performance, granular', [
    ['Gross IRR – With Subscription Facilities', '총 IRR(차입약정 포함)', '-', NOT_ITEMISED],
    ['Gross IRR – Without Subscription Facilities', '총 IRR(차입약정 제외)', '-', NOT_ITEMISED],
    ['Gross TVPI / MOIC', '총 TVPI', '-', NOT_ITEMISED],
    ...netMetrics(facts),
  ]);

const grossUpTable = (facts: IlpaPerformanceFacts): ReportTable => {
  const { grossRate } = facts.outcome.performance;
  return metricTable('총액 가산 방식 성과', 'Fund-level performance, gross up', [
    ['Gross IRR – With Subscription Facilities', '총 IRR(차입약정 포함)', rateText(grossRate), SAME_WITHOUT],
    ['Gross IRR – Without Subscription Facilities', '총 IRR(차입약정 제외)', rateText(grossRate), SAME_WITHOUT],
    ['Gross MOIC', '총 MOIC', multipleText(facts.grossMultiple), '(회수금액 + 공정가치) ÷ 투자원가'],
    ...netMetrics(facts),
  ]);
};

const flowTable = (ko: string, en: string, flows: readonly IlpaFlow[]): ReportTable => ({
  kind: 'table',
  caption: both(ko, en),
  columns: [column('flowOn', '일자', 'Date'), column('type', '거래 유형', 'Transaction type'), column('subject', '대상', 'Subject'), column('amountWon', '금액(원)', 'Amount (won)')],
  grounds: { amountWon: stated('일자와 유형이 같은 납입·분배·투자·회수 기록', 'capital-call.receive', 'distribution.pay', 'investment.record', 'exit.record', 'fund-register.import') },
  rows: flows.map(({ on, type, subject, amountWon }) => ({ cells: { flowOn: dateText(on), type, subject, amountWon: wonText(amountWon) } })),
  totals: { flowOn: '', type: '합계', subject: '', amountWon: wonText(sumWon(flows.map((flow) => flow.amountWon))) },
});

function portfolioTable({ deals }: IlpaPerformanceFacts['outcome']): ReportTable {
  const added = (pick: 'costWon' | 'proceedsWon' | 'fairValueWon'): bigint => sumWon(deals.map((deal) => deal[pick]));
  return {
    kind: 'table',
    caption: both('투자별 성과', 'Portfolio-level performance'),
    columns: [
      column('number', '투자번호', 'Investment', 'center'),
      column('company', '기업', 'Portfolio Company'),
      column('investedOn', '최초 투자일', 'Initial Investment Date'),
      column('costWon', '투자원가(원)', 'Invested Capital (won)'),
      column('proceedsWon', '회수금액(원)', 'Realized Proceeds (won)'),
      column('fairValueWon', '미실현 가치(원)', 'Unrealized Value (won)'),
      column('totalWon', '총가치(원)', 'Total Value (won)'),
      column('multiple', '총 MOIC', 'Gross MOIC', 'right'),
      column('rate', '총 IRR', 'Gross IRR', 'right'),
    ],
    grounds: {
      costWon: stated('행의 투자번호로 적은 투자 기록', 'investment.record', 'fund-register.import'),
      proceedsWon: stated('회수 기록', 'exit.record', 'fund-register.import'),
      fairValueWon: stated('기준일 이전 마지막 평가 기록; 없으면 미회수 원가', 'valuation.record', 'fund-register.import'),
      totalWon: sum('proceedsWon', 'fairValueWon'),
      multiple: words('(회수금액 + 미실현 가치) ÷ 투자원가 (넷째 자리까지)', 'totalWon', 'costWon'),
      rate: words('투자금(△), 순회수금, 미실현 가치의 현금흐름을 0으로 만드는 연 할인율 (실제 일수 ÷ 365)', 'fairValueWon'),
    },
    rows: deals.map((deal) => ({
      cells: {
        number: deal.number,
        company: deal.company,
        investedOn: dateText(deal.paidOn),
        costWon: wonText(deal.costWon),
        proceedsWon: wonText(deal.proceedsWon),
        fairValueWon: wonText(deal.fairValueWon),
        totalWon: wonText(deal.proceedsWon + deal.fairValueWon),
        multiple: multipleText(deal.multiple),
        rate: rateText(deal.rate),
      },
    })),
    totals: { number: '', company: '합계', investedOn: '', costWon: wonText(added('costWon')), proceedsWon: wonText(added('proceedsWon')), fairValueWon: wonText(added('fairValueWon')), totalWon: wonText(added('proceedsWon') + added('fairValueWon')), multiple: '', rate: '' },
  };
}
