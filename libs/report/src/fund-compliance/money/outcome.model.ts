import { sumWon } from '#libs/money';
import { EXIT_KIND_NAMES, multipleText, RATE_MARK, rateText } from '../../fund-outcome/words.js';
import { both, dateText, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportFact, ReportSection } from '../../report/report.js';
import { column } from '../../table/column.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { named, stated, sum, words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';
import { plus } from '../../trace/origin.js';

/** What came back, what went to the partners, and how the fund did. */
export function outcomeSection(facts: ComplianceFacts): ReportSection {
  return {
    id: 'outcome',
    title: both('11. 회수·분배·성과지표', 'Exits, distributions and performance'),
    blocks: [...exitBlocks(facts), ...distributionBlocks(facts), { kind: 'facts', rows: figures(facts) }, BASES, { kind: 'text', text: RATE_MARK }],
  };
}

/** What exits say of themselves. */
const EXIT_GROUNDS = {
  proceedsWon: stated('회수 기록', 'exit.record', 'fund-register.import'),
  costWon: stated('회수 기록의 회수원가', 'exit.record', 'fund-register.import'),
  expenseWon: stated('회수 기록의 회수비용', 'exit.record', 'fund-register.import'),
  gainWon: sum('proceedsWon', '-costWon'),
} as const;

function exitBlocks({ outcome: { exits, exitKinds }, investments }: ComplianceFacts): ReportBlock[] {
  if (exits.length === 0) return [{ kind: 'text', text: both('회수한 투자가 없습니다.', 'Nothing was exited.') }];
  const companies = new Map(investments.map((deal) => [deal.number, deal.company]));
  const total = (pick: 'proceedsWon' | 'costWon' | 'expenseWon'): bigint => sumWon(exits.map((exit) => exit[pick]));
  return [
    {
      kind: 'table',
      caption: both('유형별 회수', 'Exits by type'),
      columns: [
        column('kind', '유형', 'Type'),
        column('exitCount', '건수', 'Exits'),
        column('proceedsWon', '회수금액(원)', 'Proceeds (won)'),
        column('costWon', '회수원가(원)', 'Cost (won)'),
        column('gainWon', '처분손익(원)', 'Gain (won)'),
      ],
      grounds: { exitCount: words('회수 내역의 건수'), proceedsWon: EXIT_GROUNDS.proceedsWon, costWon: EXIT_GROUNDS.costWon, gainWon: EXIT_GROUNDS.gainWon },
      rows: exitKinds.map(({ kind, count, proceedsWon, costWon, gainWon }) => ({
        cells: { kind: nameIn(EXIT_KIND_NAMES, kind), exitCount: String(count), proceedsWon: wonText(proceedsWon), costWon: wonText(costWon), gainWon: wonText(gainWon) },
      })),
      totals: { kind: '합계', exitCount: String(exits.length), proceedsWon: wonText(total('proceedsWon')), costWon: wonText(total('costWon')), gainWon: wonText(total('proceedsWon') - total('costWon')) },
    },
    {
      kind: 'table',
      caption: both('회수 내역', 'Exits'),
      columns: [
        column('exitedOn', '회수일', 'Exited on'),
        column('number', '투자번호', 'No.', 'center'),
        column('company', '기업', 'Company'),
        column('kind', '유형', 'Type'),
        column('counterparty', '상대방', 'Counterparty'),
        column('proceedsWon', '회수금액(원)', 'Proceeds (won)'),
        column('costWon', '회수원가(원)', 'Cost (won)'),
        column('expenseWon', '회수비용(원)', 'Expense (won)'),
        column('gainWon', '처분손익(원)', 'Gain (won)'),
      ],
      grounds: EXIT_GROUNDS,
      rows: exits.map((exit) => ({
        cells: {
          exitedOn: dateText(exit.exitedOn),
          number: exit.investment,
          company: textOr(companies.get(exit.investment)),
          kind: nameIn(EXIT_KIND_NAMES, exit.kind),
          counterparty: textOr(exit.counterparty),
          proceedsWon: wonText(exit.proceedsWon),
          costWon: wonText(exit.costWon),
          expenseWon: wonText(exit.expenseWon),
          gainWon: wonText(exit.proceedsWon - exit.costWon),
        },
      })),
      totals: { exitedOn: '', number: '', company: '합계', kind: '', counterparty: '', proceedsWon: wonText(total('proceedsWon')), costWon: wonText(total('costWon')), expenseWon: wonText(total('expenseWon')), gainWon: wonText(total('proceedsWon') - total('costWon')) },
    },
  ];
}

/** A column to each distribution would not fit a page: a row to each distribution and partner. */
function distributionBlocks({ outcome: { distributions, performance }, fund, ledger }: ComplianceFacts): ReportBlock[] {
  if (distributions.length === 0) return [{ kind: 'text', text: both('조합원에게 분배한 금액이 없습니다.', 'Nothing was distributed.') }];
  return [
    {
      kind: 'table',
      caption: both(`분배 내역 (${distributions.length}회)`, `Distributions (${distributions.length})`),
      columns: [
        column('number', '회차', 'No.', 'center'),
        column('paidOn', '지급일', 'Paid on'),
        column('partner', '조합원', 'Partner'),
        column('source', '재원', 'Source'),
        column('amountWon', '분배액(원)', 'Amount (won)'),
      ],
      grounds: { amountWon: stated('분배 기록의 조합원별 분배액', 'distribution.pay', 'distribution.reverse', 'fund-register.import') },
      ...(ledger.standingVoids.length === 0 ? { totalOrigins: { amountWon: [plus(`fund/${fund.id}`, 'fund.distributed')] } } : {}),
      rows: distributions.flatMap(({ number, paidOn, source, byPartner }) =>
        [...byPartner].map(([partner, amount]) => ({ cells: { number: String(number), paidOn: dateText(paidOn), partner, source: textOr(source), amountWon: wonText(amount) } })),
      ),
      totals: { number: '', paidOn: '', partner: '합계', source: '', amountWon: wonText(performance.distributedWon) },
    },
  ];
}

function figures({ outcome: { performance } }: ComplianceFacts): ReportFact[] {
  const { multiples } = performance;
  return [
    { label: both('총 IRR(보수 차감 전)', 'Gross IRR'), value: rateText(performance.grossRate), origin: words('투자금(△), 순회수금, 기준일 공정가치의 현금흐름을 0으로 만드는 연 할인율 (실제 일수 ÷ 365)', named(FIGURE.listed)) },
    { label: both('순 IRR(보수·비용 차감 후)', 'Net IRR'), value: rateText(performance.netRate), origin: words('조합원 납입(△), 분배, 기준일 순자산가액의 현금흐름을 0으로 만드는 연 할인율 (실제 일수 ÷ 365)', named(FIGURE.paidIn), named(FIGURE.netAssets)) },
    { label: both('PIC(납입 ÷ 약정)', 'PIC'), value: multipleText(multiples.pic), origin: words('납입 ÷ 약정 (넷째 자리까지)', named(FIGURE.paidIn), named(FIGURE.committed)) },
    { label: both('DPI(분배 ÷ 납입)', 'DPI'), value: multipleText(multiples.dpi), origin: words('분배 누계 ÷ 납입 (넷째 자리까지)', named(FIGURE.paidIn)) },
    { label: both('RVPI(순자산 ÷ 납입)', 'RVPI'), value: multipleText(multiples.rvpi), origin: words('순자산가액 ÷ 납입 (넷째 자리까지)', named(FIGURE.netAssets), named(FIGURE.paidIn)) },
    { label: both('TVPI(DPI + RVPI)', 'TVPI'), value: multipleText(multiples.tvpi), origin: words('(분배 누계 + 순자산가액) ÷ 납입 (넷째 자리까지)', named(FIGURE.netAssets), named(FIGURE.paidIn)) },
    ...(performance.carryPaidWon === 0n ? [] : [{ label: both('성과보수 지급 누계', 'Carry paid'), value: `${wonText(performance.carryPaidWon)}원`, origin: stated('성과보수 지급 기록', 'distribution.pay', 'carry.claw-back') }]),
    ...(performance.otherCashWon === 0n ? [] : [{ label: both('그 밖의 현금(연체이자 등)', 'Other cash'), value: `${wonText(performance.otherCashWon)}원`, origin: stated('연체이자 등 그 밖의 현금 기록', 'overdue-interest.receive', 'overdue-interest.reverse') }]),
    { label: both('순자산가액', 'Net asset value'), value: `${wonText(performance.netAssetValueWon)}원 (보유 투자자산 ${wonText(performance.holdingsFairValueWon)}원 + 현금 ${wonText(performance.cashWon)}원)`, name: FIGURE.netAssets, origin: words('보유 투자자산의 공정가치 합계 + 수탁 예금 잔액 (12장, 15-4 검산표)') },
  ];
}

const BASES: ReportBlock = {
  kind: 'text',
  text: both(
    'IRR은 실제 일수 ÷ 365 기준(엑셀 XIRR과 같음)입니다. 총 IRR은 투자금과 순회수금, 기준일의 공정가치로, 순 IRR은 조합원의 납입·분배와 기준일의 순자산가액으로 계산합니다. 순자산가액은 성과보수를 적립하기 전 금액입니다.',
    'IRR on actual days ÷ 365, as XIRR. Gross: payments into deals, net proceeds, fair value. Net: contributions, distributions, net asset value, which is before any accrual of carried interest.',
  ),
};
