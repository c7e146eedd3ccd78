import { both, nameIn, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportColumn, ReportSection } from '../../report/report.js';
import { REGIME_WORDS } from '../../grant-form/regime-words.data.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { carryOverBlocks } from './carry-overs.model.js';
import { GRANT_BOOK, type GrantAgreementFacts, type GrantSettlementFacts } from '../grant-settlement.js';
import { originsOf, plus, type FigureOrigin } from '../../trace/origin.js';
import { stated, sum, words } from '../../trace/ground.js';

/** Who promised what in cash and in kind, and what came in. */
export function sourcesSection(facts: GrantSettlementFacts): ReportSection {
  const blocks: ReportBlock[] = facts.agreements.length === 0 ? [{ kind: 'text', text: both('기준일까지 체결한 협약이 없습니다.', 'No agreement was concluded by the date.') }] : [plannedTable(facts), receivedTable(facts)];
  return { id: 'sources', title: both('2. 재원별 현황', 'Sources of funds'), blocks: [...blocks, ...carryOverBlocks(facts)] };
}

type Picks = Readonly<Record<string, (row: GrantAgreementFacts) => bigint>>;

const cellsOf = (rows: readonly GrantAgreementFacts[], picks: Picks): Record<string, string> => Object.fromEntries(Object.entries(picks).map(([key, pick]) => [key, wonText(total(rows, pick))]));

const PLANNED: Picks = {
  governmentWon: (row) => row.governmentWon,
  ownCashWon: (row) => row.ownCashWon,
  ownInKindWon: (row) => row.ownInKindWon,
  otherCashWon: (row) => row.otherCashWon,
  otherInKindWon: (row) => row.otherInKindWon,
  totalWon: (row) => row.governmentWon + row.ownCashWon + row.ownInKindWon + row.otherCashWon + row.otherInKindWon,
};

const RECEIVED: Picks = {
  fundedWon: (row) => row.fundedWon,
  decidedWon: (row) => row.decidedWon,
  paidWon: (row) => row.paidWon,
  unpaidWon: (row) => row.governmentWon - row.paidWon,
  ownReceivedWon: (row) => row.ownReceivedWon,
  ownUnpaidWon: (row) => row.ownCashWon - row.ownReceivedWon,
  otherReceivedWon: (row) => row.otherReceivedWon,
};

/** Received money as the book has it: by the accounts of the agreements. */
function originsOfReceived({ call }: GrantSettlementFacts, agreements: readonly GrantAgreementFacts[]): Readonly<Record<string, FigureOrigin>> {
  const parts = agreements.map(({ id }) => id);
  const [government, payable, own, other] = [GRANT_BOOK.government, GRANT_BOOK.payable, GRANT_BOOK.own, GRANT_BOOK.other].map((chart) => plus(`grant/${call.id}`, chart, { parts }));
  if (government === undefined || payable === undefined || own === undefined || other === undefined) return {};
  return originsOf({ decidedWon: [government, payable], paidWon: [government], ownReceivedWon: [own], otherReceivedWon: [other] });
}

const WHO: readonly ReportColumn[] = [centred('number', '협약번호', 'Agreement'), column('institution', '기관', 'Institution')];

function plannedTable({ agreements, call, names }: GrantSettlementFacts): ReportBlock {
  const { government, own } = REGIME_WORDS[call.regime];
  const others = both('지자체·기타', 'Others');
  return {
    kind: 'table',
    caption: both(`협약 재원 (${agreements.length}건)`, `Agreed funds (${agreements.length})`),
    columns: [
      ...WHO,
      ...[column('type', '기관유형', 'Type'), { ...column('governmentWon', '현금', 'Cash'), group: government }],
      ...[{ ...column('ownCashWon', '현금', 'Cash'), group: own }, { ...column('ownInKindWon', '현물', 'In kind'), group: own }],
      ...[{ ...column('otherCashWon', '현금', 'Cash'), group: others }, { ...column('otherInKindWon', '현물', 'In kind'), group: others }],
      column('totalWon', '합계(원)', 'Total (won)'),
    ],
    rows: agreements.map((each) => ({ cells: { number: each.number, institution: each.partyName, type: nameIn(names.institutions, each.institution), ...cellsOf([each], PLANNED) }, record: { register: 'grant_agreement' as const, id: each.id } })),
    grounds: { totalWon: sum('governmentWon', 'ownCashWon', 'ownInKindWon', 'otherCashWon', 'otherInKindWon') },
    totals: { number: '합계', institution: '', type: '', ...cellsOf(agreements, PLANNED) },
  };
}

function receivedTable(facts: GrantSettlementFacts): ReportBlock {
  const { agreements, call, names } = facts;
  const { government, own } = REGIME_WORDS[call.regime];
  return {
    kind: 'table',
    caption: both('재원 수령 현황', 'What came in'),
    columns: [
      ...WHO,
      centred('state', '상태', 'State'),
      ...[{ ...column('fundedWon', '예산 확보', 'Funded'), group: government }, { ...column('decidedWon', '지급결정', 'Decided'), group: government }, { ...column('paidWon', '지급', 'Paid'), group: government }, { ...column('unpaidWon', '미지급', 'Not paid'), group: government }],
      ...[{ ...column('ownReceivedWon', '납입', 'Paid in'), group: own }, { ...column('ownUnpaidWon', '미납', 'Not paid in'), group: own }],
      column('otherReceivedWon', '지자체·기타 현금', 'Others'),
    ],
    rows: agreements.map((each) => ({ cells: { number: each.number, institution: each.partyName, state: nameIn(names.states, each.state), ...cellsOf([each], RECEIVED) }, origins: originsOfReceived(facts, [each]) })),
    totals: { number: '합계', institution: '', state: '', ...cellsOf(agreements, RECEIVED) },
    totalOrigins: originsOfReceived(facts, agreements),
    grounds: {
      fundedWon: stated('예산 확보 기록', 'grant-agreement.conclude', 'grant-agreement.fund-year', 'matching-project.conclude', 'grant-register.import', 'matching-register.import'),
      unpaidWon: words('협약의 정부지원금 − 지급', 'paidWon'),
      ownUnpaidWon: words(`협약의 ${own.ko} 현금 − 납입`, 'ownReceivedWon'),
    },
  };
}
