import { sumWon, truncatedPercent, ZERO_WON } from '#libs/money';
import { INSTRUMENT_NAMES } from '../fund-compliance/words.js';
import { EXIT_KIND_NAMES, EXPENSE_KIND_NAMES, multipleText, rateText } from '../fund-outcome/words.js';
import type { Quarter } from '../period/quarter.js';
import { both, basisPointsText, dateText, nameIn, percentText, textOr, wonText } from '../report/report-text.js';
import type { ReportBlock, ReportTable } from '../report/report.js';
import { centred, column } from '../table/column.js';
import type { QuarterlyFacts } from './fund-quarterly.js';
import type { ValueBridge } from './fund-quarterly.rules.js';
import { named, ratio, stated, sum, totalOf, words, type Ground } from '../trace/ground.js';

/** What the closing of the quarter is called by figures that repeat it. */
export const NET_ASSETS = '기말 순자산가액';

const DISTRIBUTED = stated('분배 기록', 'distribution.pay', 'distribution.reverse', 'fund-register.import');
const PAID = stated('관리보수·비용 지급 기록', 'expense.pay', 'expense.void', 'fund-register.import');
const INVESTED = stated('행의 투자번호로 적은 투자 기록', 'investment.record', 'fund-register.import');
const EXITED = stated('회수 기록', 'exit.record', 'fund-register.import');
const VALUED = stated('그때까지 마지막 평가 기록; 없으면 미회수 원가', 'valuation.record', 'fund-register.import');

const said = (ko: string, en: string): Extract<ReportBlock, { kind: 'text' }> => ({ kind: 'text', text: both(ko, en) });

/** From the net asset value before the quarter to that at its end. */
export function bridgeTable(bridge: ValueBridge, quarter: Quarter): ReportTable {
  const rows: [item: string, amount: bigint, how: string, origin: Ground][] = [
    ['기초 순자산가액', bridge.openingWon, '전 분기 말 공정가치 + 현금', words('전 분기 말 보유 투자자산의 공정가치 + 현금')],
    ['출자금 납입', bridge.contributedWon, '분기 중 납입된 출자금', stated('납입 기록', 'capital-call.receive', 'capital-receipt.reverse', 'fund-register.import')],
    ['분배', bridge.distributedWon, '조합원에게 지급한 분배금', DISTRIBUTED],
    ['성과보수 지급', bridge.carryPaidWon, '업무집행조합원에게 지급한 성과보수(환수는 +)', stated('성과보수 지급과 환수 기록', 'distribution.pay', 'carry.claw-back')],
    ['관리보수·조합비용', bridge.feesWon, '분기 중 지급한 보수와 비용', PAID],
    ['실현손익', bridge.realisedWon, '회수금액 − 원가 − 회수비용, 그 밖의 현금 손익', words('회수 기록의 회수금액 − 회수원가 − 회수비용 + 그 밖의 현금')],
    ['평가손익 변동', bridge.unrealisedWon, '보유 투자자산의 (공정가치 − 원가) 증감', words('분기 말의 (공정가치 − 원가) − 전 분기 말의 (공정가치 − 원가)')],
  ];
  return {
    kind: 'table',
    caption: both(`${quarter.ko} 순자산 변동`, `Net asset value in ${quarter.en}`),
    columns: [column('item', '항목', 'Item'), column('amountWon', '금액(원)', 'Amount (won)'), column('how', '설명', 'How')],
    rows: rows.map(([item, amount, how, origin]) => ({ cells: { item, amountWon: wonText(amount), how }, origins: { amountWon: origin } })),
    totalNames: { amountWon: NET_ASSETS },
    totals: { item: '기말 순자산가액', amountWon: wonText(bridge.closingWon), how: '기초 + 변동' },
  };
}

export function eventBlocks({ events }: QuarterlyFacts): ReportBlock[] {
  if (events.length === 0) return [said('분기 중 조합원에게 알릴 주요 사항이 없습니다.', 'Nothing happened that partners have to be told of.')];
  return [
    {
      kind: 'table',
      caption: both(`분기 중 주요 사항 (${events.length}건)`, `Key events (${events.length})`),
      columns: [column('happenedOn', '일자', 'Date'), column('kind', '구분', 'Kind'), column('text', '내용', 'What happened')],
      rows: events.map(({ on, kind, text }) => ({ cells: { happenedOn: dateText(on), kind, text } })),
    },
  ];
}

export function newDealBlocks({ newDeals }: QuarterlyFacts): ReportBlock[] {
  if (newDeals.length === 0) return [said('분기 중 신규·후속 투자가 없습니다.', 'No deal was paid in the quarter.')];
  return [
    {
      kind: 'table',
      caption: both(`분기 중 투자 (${newDeals.length}건)`, `Deals of the quarter (${newDeals.length})`),
      columns: [
        column('paidOn', '납입일', 'Paid on'),
        centred('number', '투자번호', 'No.'),
        column('company', '기업', 'Company'),
        column('instrument', '투자수단', 'Instrument'),
        column('round', '라운드', 'Round'),
        column('amountWon', '투자금액(원)', 'Amount (won)'),
        column('recognition', '주목적', 'Main purpose'),
      ],
      grounds: { amountWon: INVESTED },
      rows: newDeals.map((deal) => ({
        cells: { paidOn: dateText(deal.paidOn), number: deal.number, company: deal.company, instrument: nameIn(INSTRUMENT_NAMES, deal.instrument), round: textOr(deal.round), amountWon: wonText(deal.amountWon), recognition: deal.status },
      })),
    },
  ];
}

/** What is held at the end of the quarter, beside its value a quarter before. */
export function portfolioBlocks({ outcome, before }: QuarterlyFacts): ReportBlock[] {
  const held = outcome.deals.filter((deal) => deal.outstandingWon > 0n);
  if (held.length === 0) return [said('보유 중인 투자자산이 없습니다.', 'Nothing is held.')];
  const earlier = new Map(before.deals.map((deal) => [deal.number, deal.fairValueWon]));
  return [
    {
      kind: 'table',
      caption: both(`포트폴리오 (${held.length}건)`, `Portfolio (${held.length})`),
      columns: [
        centred('number', '투자번호', 'No.'),
        column('company', '기업', 'Company'),
        column('instrument', '투자수단', 'Instrument'),
        column('costWon', '미회수 원가(원)', 'Cost left (won)'),
        column('beforeWon', '전 분기 공정가치(원)', 'Fair value before (won)'),
        column('fairValueWon', '공정가치(원)', 'Fair value (won)'),
        column('weightPercent', '비중', 'Weight'),
        column('multiple', 'MOIC', 'MOIC', 'right'),
        column('valuedOn', '평가일', 'Valued on'),
        column('method', '평가방법', 'Method'),
      ],
      grounds: {
        costWon: words('투자금액 − 회수원가 (투자·회수 기록)'),
        beforeWon: VALUED,
        fairValueWon: VALUED,
        weightPercent: ratio('fairValueWon', totalOf('fairValueWon'), 'truncate'),
        multiple: words('(회수금액 + 공정가치) ÷ 투자원가 (넷째 자리까지)', 'fairValueWon'),
      },
      rows: held.map((deal) => ({
        cells: {
          number: deal.number,
          company: deal.company,
          instrument: nameIn(INSTRUMENT_NAMES, deal.instrument),
          costWon: wonText(deal.outstandingWon),
          beforeWon: wonText(earlier.get(deal.number) ?? ZERO_WON),
          fairValueWon: wonText(deal.fairValueWon),
          weightPercent: percentText(truncatedPercent(deal.fairValueWon, outcome.performance.holdingsFairValueWon)),
          multiple: multipleText(deal.multiple),
          valuedOn: dateText(deal.valuedOn),
          method: deal.valuedOn === null ? '평가 전(원가)' : textOr(deal.method),
        },
        ...(deal.impairmentWon > 0n ? { tone: 'bad' as const } : {}),
      })),
      totals: {
        number: '', company: '합계', instrument: '', costWon: wonText(outcome.performance.outstandingCostWon), beforeWon: wonText(sumWon(held.map((deal) => earlier.get(deal.number) ?? ZERO_WON))),
        fairValueWon: wonText(outcome.performance.holdingsFairValueWon), weightPercent: '', multiple: '', valuedOn: '', method: '',
      },
    },
  ];
}

export function periodExitBlocks({ outcome, from }: QuarterlyFacts): ReportBlock[] {
  const exits = outcome.exits.filter((exit) => exit.exitedOn >= from);
  const paid = outcome.distributions.filter((each) => each.paidOn >= from);
  const companies = new Map(outcome.deals.map((deal) => [deal.number, deal.company]));
  return [
    exits.length === 0
      ? said('분기 중 회수가 없습니다.', 'Nothing was exited in the quarter.')
      : {
          kind: 'table',
          caption: both(`분기 중 회수 (${exits.length}건)`, `Exits of the quarter (${exits.length})`),
          columns: [
            column('exitedOn', '회수일', 'Exited on'),
            column('company', '기업', 'Company'),
            column('kind', '유형', 'Type'),
            column('proceedsWon', '회수금액(원)', 'Proceeds (won)'),
            column('costWon', '회수원가(원)', 'Cost (won)'),
            column('gainWon', '처분손익(원)', 'Gain (won)'),
          ],
          grounds: { proceedsWon: EXITED, costWon: EXITED, gainWon: sum('proceedsWon', '-costWon') },
          rows: exits.map((exit) => ({
            cells: { exitedOn: dateText(exit.exitedOn), company: textOr(companies.get(exit.investment)), kind: nameIn(EXIT_KIND_NAMES, exit.kind), proceedsWon: wonText(exit.proceedsWon), costWon: wonText(exit.costWon), gainWon: wonText(exit.proceedsWon - exit.costWon) },
          })),
        },
    paid.length === 0
      ? said('분기 중 분배가 없습니다.', 'Nothing was distributed in the quarter.')
      : {
          kind: 'table',
          caption: both(`분기 중 분배 (${paid.length}회)`, `Distributions of the quarter (${paid.length})`),
          columns: [centred('number', '회차', 'No.'), column('paidOn', '지급일', 'Paid on'), column('source', '재원', 'Source'), column('amountWon', '분배액(원)', 'Amount (won)')],
          grounds: { amountWon: DISTRIBUTED },
          rows: paid.map((each) => ({ cells: { number: String(each.number), paidOn: dateText(each.paidOn), source: textOr(each.source), amountWon: wonText(each.totalWon) } })),
        },
  ];
}

export function expenseBlocks({ outcome, from }: QuarterlyFacts): ReportBlock[] {
  const paid = outcome.expenses.filter((each) => each.paidOn >= from);
  if (paid.length === 0) return [said('분기 중 지급한 보수와 비용이 없습니다.', 'No fee or expense was paid in the quarter.')];
  return [
    {
      kind: 'table',
      caption: both('분기 중 지급한 보수와 비용', 'Fees and expenses of the quarter'),
      columns: [column('paidOn', '지급일', 'Paid on'), column('kind', '종류', 'Kind'), column('label', '내용', 'What for'), column('paidWon', '지급액(원)', 'Paid (won)')],
      grounds: { paidWon: PAID },
      rows: paid.map((each) => ({ cells: { paidOn: dateText(each.paidOn), kind: nameIn(EXPENSE_KIND_NAMES, each.kind), label: each.label, paidWon: wonText(each.paidWon) } })),
      totals: { paidOn: '', kind: '합계', label: '', paidWon: wonText(sumWon(paid.map((each) => each.paidWon))) },
    },
  ];
}

/** The figures of the day beside those of the quarter before. */
export function figureTable({ outcome, before, position }: QuarterlyFacts): ReportTable {
  const [was, is] = [before.performance, outcome.performance];
  const rows: [item: string, before: string, now: string][] = [
    ['PIC (납입 ÷ 약정)', multipleText(was.multiples.pic), multipleText(is.multiples.pic)],
    ['DPI (분배 ÷ 납입)', multipleText(was.multiples.dpi), multipleText(is.multiples.dpi)],
    ['RVPI (순자산 ÷ 납입)', multipleText(was.multiples.rvpi), multipleText(is.multiples.rvpi)],
    ['TVPI', multipleText(was.multiples.tvpi), multipleText(is.multiples.tvpi)],
    ['총 IRR', rateText(was.grossRate), rateText(is.grossRate)],
    ['순 IRR', rateText(was.netRate), rateText(is.netRate)],
    ['투자총액 T (원)', wonText(was.investedWon), wonText(is.investedWon)],
    ['주목적 투자비율', '-', `${percentText(position.decisive.ratioPercent)} (필요 ${basisPointsText(position.rule.ratioBasisPoints)})`],
    ['주목적 부족액 (원)', '-', wonText(position.decisive.shortfallWon)],
    ['비주목적 투자여력 (원)', '-', wonText(position.feasibility.headroomWon)],
  ];
  return {
    kind: 'table',
    caption: both('성과지표와 의무 현황', 'Figures and obligation'),
    columns: [column('item', '항목', 'Item'), column('before', '전 분기 말', 'Quarter before', 'right'), column('now', '분기 말', 'Now', 'right')],
    grounds: {
      before: words('전 분기 말까지의 납입·분배·투자·회수·평가 기록으로 항목란의 산식을 계산'),
      now: words('분기 말까지의 납입·분배·투자·회수·평가·판정 기록으로 항목란의 산식을 계산', named(NET_ASSETS)),
    },
    rows: rows.map(([item, earlier, now]) => ({ cells: { item, before: earlier, now } })),
  };
}

/** What the facts say of the time ahead; no figure of it is a guess. */
export function outlookBlocks({ position, fund, uncalledWon, unpaidWon, outcome, asOf }: QuarterlyFacts): ReportBlock[] {
  const { feasibility, decisive } = position;
  const open = asOf <= fund.investmentTo;
  return [
    {
      kind: 'facts',
      rows: [
        { label: both('투자기간', 'Investment period'), value: `${dateText(fund.investmentTo)}까지${open ? '' : ' (종료)'}` },
        { label: both('존속기간', 'Life'), value: `${dateText(fund.lifeTo)}까지` },
        { label: both('앞으로 요청할 수 있는 출자금', 'Capital that may be called'), value: `${wonText(uncalledWon)}원`, origin: words('약정총액 − 출자요청액 + 다시 요청할 수 있는 분배액') },
        { label: both('요청하였으나 미납된 출자금', 'Called and not paid'), value: `${wonText(unpaidWon)}원`, origin: words('출자요청액 − 납입액') },
        { label: both('현금', 'Cash'), value: `${wonText(outcome.performance.cashWon)}원`, origin: words('납입 + 회수금액 + 그 밖의 현금 − 투자 − 회수비용 − 분배 − 보수·비용') },
        { label: both('더 투자할 수 있는 금액', 'Left to invest'), value: `${wonText(feasibility.remainingWon)}원`, origin: words('약정총액 − 생애 보수·비용 − 투자총액 + 재투자할 수 있는 회수금 (0 미만이면 0)') },
      ],
    },
    {
      ...said(
        decisive.shortfallWon === 0n
          ? `주목적 투자의무의 필요액은 이미 충족하였습니다. 비주목적 투자는 ${wonText(feasibility.headroomWon)}원까지 할 수 있습니다.`
          : `주목적 투자를 ${wonText(decisive.shortfallWon)}원 더 집행하여야 하며, 남은 투자가능액 중 ${percentText(feasibility.requiredShareOfRemainingPercent)} 이상이 주목적이어야 합니다.`,
        decisive.shortfallWon === 0n
          ? `The obligation is reached. Up to ${wonText(feasibility.headroomWon)} won may still go to other deals.`
          : `${wonText(decisive.shortfallWon)} won more must qualify: at least ${percentText(feasibility.requiredShareOfRemainingPercent)} of what is left to invest.`,
      ),
      origin: words('부족액: 필요액 − 인정 투자액. 필요한 비중: 부족액 ÷ 남은 투자가능액 (%, 소수점 아래 둘째 자리 미만 버림). 비주목적 투자여력: 남은 투자가능액 − 부족액'),
    },
  ];
}
