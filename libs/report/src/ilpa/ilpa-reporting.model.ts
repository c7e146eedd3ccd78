import type { Bilingual } from '#libs/errors';
import { won, type Won } from '#libs/money';
import { both, dateText, wonText } from '../report/report-text.js';
import type { ReportDraft, ReportRow, ReportTable } from '../report/report.js';
import { controlLine, requireToTie, verificationBlocks } from '../table/control-total.model.js';
import { column } from '../table/column.js';
import { REPORTING_TEMPLATE, STRETCHES, type IlpaReportingFacts, type Stretch } from './ilpa.js';
import { allocationsOf, ilpaFigures, type Allocation, type IlpaFigures } from './ilpa-reporting.rules.js';
import { stated, words, type Ground } from '../trace/ground.js';

/** A field of the template: how it is called there, what it is here, and its figure, or why there is none. */
type Field = readonly [name: string, ko: string, figure: ((figures: IlpaFigures) => Won) | string];

const kind = (...kinds: readonly string[]) => (figures: IlpaFigures): Won => won(kinds.reduce((sum, each) => sum + (figures.feesByKind.get(each) ?? 0n), 0n));
const NET_OF_REDUCTIONS = '감면은 청구 단계에서 반영되어 조합 장부에는 순액만 있음';
const NO_BORROWING = '벤처투자법 제52조에 따라 조합은 차입하지 않음';
const NO_SUCH_COST = '조합이 부담하는 해당 비용 없음(기록하지 않는 항목)';
const IN_OTHER = '종류를 나누어 기록하지 않음(그 밖의 비용에 포함)';

/** Fields of the capital account statement, in the order of the template. */
const ACCOUNT_FIELDS: readonly Field[] = [
  ['Beginning NAV – Net of Accrued Carried Interest', '기초 순자산(성과보수 적립 후)', (f) => f.openingWon],
  ['Contributions – Cash & Non-Cash', '납입', (f) => f.contributedWon],
  ['Distributions – Cash & Non-Cash', '분배', (f) => f.distributedWon],
  ['Offering / Syndication Costs', '모집비용', NO_SUCH_COST],
  ['Placement Fees', '판매·주선수수료', NO_SUCH_COST],
  ['Partner Transfers', '지분 양도', '지분 양도는 자본계정째 옮겨져 기간 증감으로 나타나지 않음'],
  ['Total Cash / Non-Cash Flows', '현금·비현금 흐름 합계', (f) => won(f.contributedWon + f.distributedWon)],
  ['Management Fees – Gross of Offsets, Waivers & Rebates', '관리보수(차감 전)', NET_OF_REDUCTIONS],
  ['Management Fee Waivers', '관리보수 면제', NET_OF_REDUCTIONS],
  ['Management Fee Rebates', '관리보수 환급', NET_OF_REDUCTIONS],
  ['Management Fees – Net', '관리보수(순액)', kind('MANAGEMENT_FEE')],
  ['Internal Chargebacks', '내부 비용 청구', '업무집행조합원에게 지급하는 비용은 관리보수뿐임'],
  ['Partnership Expenses – Accounting, Administration & IT', '회계·사무·전산', IN_OTHER],
  ['Partnership Expenses – Audit & Tax Preparation', '회계감사·세무', kind('AUDIT')],
  ['Partnership Expenses – Bank & Custody Fees', '수탁보수', kind('CUSTODY')],
  ['Partnership Expenses – Due Diligence', '실사비용', kind('DUE_DILIGENCE')],
  ['Partnership Expenses – Legal', '법률비용', IN_OTHER],
  ['Partnership Expenses – Third-Party Valuation', '외부 평가비용', IN_OTHER],
  ['Partnership Expenses – Subscription Facility Fees & Interest', '차입약정 수수료·이자', NO_BORROWING],
  ['Partnership Expenses – Other', '그 밖의 비용', kind('OTHER')],
  ['Total Management Fees & Partnership Expenses', '보수·비용 합계', (f) => f.feesWon],
  ['Fee Offsets', '보수 상계', '투자기업에서 받는 수수료를 상계하는 약정 없음'],
  ['Interest, Dividend & Other Income', '이자·배당·그 밖의 수익', '실현손익에 포함'],
  ['Realized Gain / (Loss)', '실현손익', (f) => f.realisedWon],
  ['Change in Unrealized Gain / (Loss)', '평가손익 변동', (f) => f.unrealisedWon],
  ['Carried Interest – Periodic Change', '성과보수·손실충당 조정', (f) => f.carryWon],
  ['Ending NAV – Net of Accrued Carried Interest', '기말 순자산(성과보수 적립 후)', (f) => f.closingWon],
];

const CARRY_FIELDS: readonly Field[] = [
  ['Accrued Carried Interest – Beginning Balance', '성과보수 적립 기초', (f) => f.carryOpeningWon],
  ['Carried Interest – Accrued During the Period', '성과보수 적립 증감', (f) => f.carryAccruedWon],
  ['Carried Interest – Paid During the Period', '성과보수 지급', (f) => f.carryPaidWon],
  ['Accrued Carried Interest – Ending Balance', '성과보수 적립 기말', (f) => f.carryClosingWon],
  ['Ending NAV – Gross of Accrued Carried Interest', '기말 순자산(성과보수 적립 전)', (f) => won(f.closingWon + f.carryClosingWon)],
];

const COMMITMENT_FIELDS: readonly Field[] = [
  ['Total Commitment', '약정액', (f) => f.commitmentWon],
  ['Beginning Unfunded Commitment', '기초 미납입 약정', (f) => f.unfundedBeforeWon],
  ['Contributions', '납입', (f) => won(-f.contributedWon)],
  ['Recallable Distributions', '재요청 가능 분배', (f) => f.recallableWon],
  ['Expired / Released Commitments', '소멸·해지된 약정', '약정의 소멸을 따로 기록하지 않음'],
  ['Other Unfunded Adjustments', '그 밖의 조정(양도, 결성 시 약정)', (f) => won(f.unfundedWon - f.unfundedBeforeWon + f.contributedWon - f.recallableWon)],
  ['Ending Unfunded Commitment', '기말 미납입 약정', (f) => f.unfundedWon],
];

const PORTFOLIO_FIELDS: readonly Field[] = [
  ['Portfolio Company Fees – Advisory, Monitoring, Transaction & Directors', '투자기업에서 받은 수수료', '업무집행조합원이 투자기업에서 받는 수수료를 기록하지 않음'],
  ['Capitalized Fees / Expenses', '자산에 산입한 수수료·비용', '취득원가에 부대비용을 산입하지 않음'],
];

const NAMES: Readonly<Record<Allocation['id'], Bilingual>> = {
  partner: both('해당 조합원의 몫', "LP's allocation of total fund"),
  'general-partner': both('업무집행조합원의 몫', "GP's allocation of total fund"),
  fund: both('조합 전체', 'Total fund'),
};

/** The fields of the reporting template for one partner. Pure; throws `InvariantError` unless every allocation ties. */
export function ilpaReportingModel(facts: IlpaReportingFacts): ReportDraft {
  const { fund, partner, asOf } = facts;
  const allocations = allocationsOf(facts).map((allocation) => ({ allocation, figures: figuresOf(facts, allocation) }));
  const lines = allocations
    .filter(({ allocation }) => allocation.id === 'fund')
    .flatMap(({ figures }) => STRETCHES.map((stretch) => controlLine([`${PERIODS[stretch].ko} 기말 순자산`, `Ending NAV, ${PERIODS[stretch].en}`], ['조합 순자산가액', 'Net asset value of the fund'], figures[stretch].closingWon + figures[stretch].carryClosingWon, facts.stretches[stretch].accounts.netAssetValueWon)));
  requireToTie(fund.number, lines);
  const text = both(
    `${dateText(asOf)} 현재 ${partner.name}의 자료를 ${REPORTING_TEMPLATE}의 항목으로 정리하였습니다. 항목 이름만 서식을 따르며, 값이 없는 항목은 '-'와 사유를 적습니다. 금액 단위는 원입니다.`,
    `Figures of ${partner.name} as of ${asOf} under the fields of the ${REPORTING_TEMPLATE}. Field names follow the template; a dash has its reason beside it. Amounts in won.`,
  );
  return {
    meta: {
      title: both('ILPA 보고 서식', 'ILPA reporting template'),
      subjectNumber: `${fund.number}-P${String(partner.ordinal).padStart(2, '0')}`,
      subjectName: `${partner.name} · ${fund.name}`,
      issuer: fund.generalPartner,
      asOf,
      knownBefore: facts.knownBefore.toISOString(),
      ruleVersion: facts.agreementVersion === null ? '최초 규약' : `규약 ${facts.agreementVersion}판`,
      securityMark: '대외비(조합원 본인용)',
    },
    verdict: { code: 'SETTLED', title: both('대사 일치', 'Reconciled'), text },
    sections: [
      { id: 'summary', title: both('1. 개요', 'Overview'), blocks: [{ kind: 'text', text }, { kind: 'facts', rows: [{ label: both('서식', 'Template'), value: REPORTING_TEMPLATE }, { label: both('통화', 'Currency'), value: 'KRW' }, { label: both('조합 · 업무집행조합원', 'Fund · GP'), value: `${fund.name} · ${fund.generalPartner}` }] }] },
      ...allocations.map(({ allocation, figures }, at) => ({ id: allocation.id, title: both(`${at + 2}. ${NAMES[allocation.id].ko}`, NAMES[allocation.id].en), blocks: [fieldTable(allocation, figures)] })),
      { id: 'verification', title: both('5. 검증 방법', 'How to verify'), blocks: verificationBlocks(lines, TIES, both('조합원', 'partner')) },
    ],
    list: { fileName: 'ilpa-reporting.csv', title: 'ILPA 보고 서식', sectionId: 'partner', index: 0 },
  };
}

const TIES = both('조합 전체의 기말 순자산과 성과보수 적립액의 합이 순자산가액과 일치합니다.', 'Ending NAV and accrued carry of the total fund are its net asset value.');
const PERIODS: Readonly<Record<Stretch, Bilingual>> = { quarter: both('분기', 'QTD'), year: both('연초 이후', 'YTD'), life: both('결성 이후', 'since inception') };

const figuresOf = ({ stretches }: IlpaReportingFacts, allocation: Allocation): Record<Stretch, IlpaFigures> => ({
  quarter: ilpaFigures(stretches.quarter, allocation),
  year: ilpaFigures(stretches.year, allocation),
  life: ilpaFigures(stretches.life, allocation),
});

function fieldTable({ id, hasCarry }: Allocation, figures: Readonly<Record<Stretch, IlpaFigures>>): ReportTable {
  const parts: readonly [section: string, fields: readonly Field[]][] = [
    ['A. Capital Account', ACCOUNT_FIELDS],
    ...(hasCarry ? [['B. Carried Interest', CARRY_FIELDS] as [string, readonly Field[]]] : []),
    ['C. Commitment', COMMITMENT_FIELDS],
    ['D. Portfolio Company', PORTFOLIO_FIELDS],
  ];
  return {
    kind: 'table',
    caption: NAMES[id],
    columns: [
      column('part', '구분', 'Section'),
      column('field', '서식 항목', 'Field'),
      column('item', '우리말', 'In Korean'),
      column('quarterWon', '분기(원)', 'QTD (won)'),
      column('yearWon', '연초 이후(원)', 'YTD (won)'),
      column('lifeWon', '결성 이후(원)', 'Since inception (won)'),
      column('reason', "'-'의 사유", 'Why there is none'),
    ],
    rows: parts.flatMap(([part, fields]) => fields.map((field) => fieldRow(part, field, figures))),
  };
}

const ACCOUNT = words('배분 대상 조합원의 자본계정에서 그 항목을 기간별로 더함 (자본계정 명세서와 같은 계산, 보수·비용은 지급 기록의 종류별 금액으로 나눔)');

/** What the fields of each part rest on. */
const PART_GROUNDS: Readonly<Record<string, Ground>> = {
  'B. Carried Interest': words('기준일에 순자산가액 전부를 규약의 분배 순서대로 나눌 때의 성과보수와 그 기간의 지급'),
  'C. Commitment': stated('조합원 명부의 약정, 납입과 재요청할 수 있는 분배 기록', 'fund.form', 'commitment.transfer', 'capital-call.receive', 'distribution.pay', 'fund-register.import'),
};

function fieldRow(part: string, [field, item, figure]: Field, figures: Readonly<Record<Stretch, IlpaFigures>>): ReportRow {
  const none = typeof figure === 'string';
  const cell = (stretch: Stretch): string => (none ? '-' : wonText(figure(figures[stretch])));
  return {
    cells: { part, field, item, quarterWon: cell('quarter'), yearWon: cell('year'), lifeWon: cell('life'), reason: none ? figure : '' },
    ...(none ? { tone: 'muted' as const } : { origins: Object.fromEntries(['quarterWon', 'yearWon', 'lifeWon'].map((key) => [key, PART_GROUNDS[part] ?? ACCOUNT])) }),
  };
}
