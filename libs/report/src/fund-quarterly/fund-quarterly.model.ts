import { both, basisPointsText, dateText, percentText, wonText } from '../report/report-text.js';
import type { ReportDraft, ReportVerdict } from '../report/report.js';
import { verificationBlocks } from '../table/control-total.model.js';
import { multipleText, RATE_MARK, rateText } from '../fund-outcome/words.js';
import { VERDICT_NAMES } from '../fund-compliance/section/verdict.model.js';
import { quarterlyTotals, valueBridge } from './fund-quarterly.rules.js';
import type { QuarterlyFacts } from './fund-quarterly.js';
import { bridgeTable, eventBlocks, expenseBlocks, figureTable, NET_ASSETS, newDealBlocks, outlookBlocks, periodExitBlocks, portfolioBlocks } from './quarter.model.js';
import { named, same, words } from '../trace/ground.js';
import { plus } from '../trace/origin.js';

/**
 * The quarterly report to partners (분기 운용보고서) for the quarter of the day. Pure; throws `InvariantError` unless opening and
 * movements are the closing and agree with the figures since inception.
 */
export function fundQuarterlyModel(facts: QuarterlyFacts): ReportDraft {
  const lines = quarterlyTotals(facts);
  const verdict = findingOf(facts);
  const { fund, asOf, quarter } = facts;
  return {
    meta: {
      title: both('분기 운용보고서', 'Quarterly report to partners'),
      subjectNumber: fund.number,
      subjectName: fund.name,
      issuer: fund.generalPartner,
      asOf,
      knownBefore: facts.knownBefore.toISOString(),
      ruleVersion: facts.agreementVersion === null ? '최초 규약' : `규약 ${facts.agreementVersion}판`,
      securityMark: '대외비(조합원용)',
    },
    verdict,
    sections: [
      { id: 'summary', title: both('1. 요약', 'Summary'), blocks: [{ kind: 'text', text: verdict.text }, tiles(facts), { kind: 'facts', rows: [{ label: both('대상 기간', 'Period'), value: `${quarter.ko} (${dateText(facts.from)} ~ ${dateText(asOf)})${quarter.isWhole ? '' : ' · 분기 중 작성'}` }] }] },
      { id: 'movement', title: both('2. 분기 중 순자산 변동', 'Movements of the net asset value'), blocks: [bridgeTable(valueBridge(facts), quarter)] },
      { id: 'events', title: both('3. 주요 사항', 'Key events'), blocks: eventBlocks(facts) },
      { id: 'portfolio', title: both('4. 투자와 포트폴리오', 'Investments and portfolio'), blocks: [...newDealBlocks(facts), ...portfolioBlocks(facts)] },
      { id: 'exits', title: both('5. 회수·분배', 'Exits and distributions'), blocks: periodExitBlocks(facts) },
      { id: 'expenses', title: both('6. 보수·비용', 'Fees and expenses'), blocks: expenseBlocks(facts) },
      { id: 'figures', title: both('7. 성과지표와 주목적 투자의무', 'Figures and main-purpose obligation'), blocks: [figureTable(facts), { kind: 'text', text: RATE_MARK }] },
      { id: 'outlook', title: both('8. 전망', 'Outlook'), blocks: outlookBlocks(facts) },
      { id: 'verification', title: both('9. 검증 방법', 'How to verify this report'), blocks: verificationBlocks(lines, TIES, both('조합', 'fund')) },
    ],
    list: { fileName: 'figures.csv', title: '성과지표와 의무 현황', sectionId: 'figures', index: 0 },
  };
}

const TIES = both('기초 순자산과 변동의 합이 기말과 일치하고, 분기의 변동이 결성 이후 누계의 증가와 원 단위까지 일치합니다.', 'Opening and movements are the closing, and the movements are the increase of the sums since inception, to the won.');

function findingOf({ position, asOf, outcome, quarter }: QuarterlyFacts): ReportVerdict {
  const { decisive, rule, verdict } = position;
  const { performance } = outcome;
  return {
    code: verdict,
    title: VERDICT_NAMES[verdict],
    text: both(
      `${quarter.ko} 말(${dateText(asOf)}) 순자산가액은 ${wonText(performance.netAssetValueWon)}원, TVPI는 ${multipleText(performance.multiples.tvpi)}입니다. 주목적 투자비율은 ${percentText(decisive.ratioPercent)}(필요 ${basisPointsText(rule.ratioBasisPoints)})로 ${VERDICT_NAMES[verdict].ko}입니다.`,
      `At the end of ${quarter.en} (${asOf}) the net asset value is ${wonText(performance.netAssetValueWon)} won, TVPI ${performance.multiples.tvpi ?? '-'}. The main-purpose ratio is ${percentText(decisive.ratioPercent)} (required ${basisPointsText(rule.ratioBasisPoints)}).`,
    ),
  };
}

const tiles = ({ outcome: { performance }, fund }: QuarterlyFacts) => ({
  kind: 'tiles' as const,
  tiles: [
    { label: both('순자산가액', 'Net asset value'), value: wonText(performance.netAssetValueWon), unit: '원', origin: same(NET_ASSETS) },
    { label: both('납입출자금', 'Paid-in capital'), value: wonText(performance.paidInWon), unit: '원', origin: [plus(`fund/${fund.id}`, 'fund.capital-paid-in')], name: '납입출자금' },
    { label: both('분배 누계', 'Distributed'), value: wonText(performance.distributedWon), unit: '원', origin: [plus(`fund/${fund.id}`, 'fund.distributed')], name: '분배 누계' },
    { label: both('TVPI', 'TVPI'), value: performance.multiples.tvpi ?? '-', unit: '배', note: `DPI ${performance.multiples.dpi ?? '-'}`, origin: words('(분배 누계 + 순자산가액) ÷ 납입출자금 (넷째 자리까지)', named('분배 누계'), named(NET_ASSETS), named('납입출자금')) },
    { label: both('순 IRR', 'Net IRR'), value: rateText(performance.netRate), unit: '', origin: words('조합원 납입(△), 분배, 기준일 순자산가액의 현금흐름을 0으로 만드는 연 할인율 (실제 일수 ÷ 365)', named(NET_ASSETS)) },
  ],
});
