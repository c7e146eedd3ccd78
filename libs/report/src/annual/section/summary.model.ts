import { both, dateText, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection, ReportTile, ReportVerdict } from '../../report/report.js';
import { inYear, type AnnualFacts } from '../annual.js';
import { relaysOf, sumOf, type BookMoney } from '../annual.rules.js';
import { originOf } from '../money/measure.js';
import { millionTable } from './money.model.js';
import { textBlocks } from './plan-text.model.js';
import type { FigureOrigin } from '../../trace/origin.js';
import { words } from '../../trace/ground.js';

/** What the year came to, and whether it is over. */
export function verdictOf(facts: AnnualFacts, rows: readonly BookMoney[]): ReportVerdict {
  const spent = sumOf(rows, 'spentWon').yearWon;
  const over = facts.asOf === `${facts.year}-12-31`;
  const parties = new Set(facts.supports.filter(({ on }) => inYear(facts, on)).map(({ partyId }) => partyId)).size;
  const finding = both(
    `${facts.year}년 1월 1일부터 ${dateText(facts.asOf)}까지 장부 ${rows.length}개에서 ${wonText(spent)}원을 집행하여 ${parties}개 기업·기관을 새로 지원하였습니다.`,
    `From 1 January ${facts.year} to ${facts.asOf} ${wonText(spent)} won were spent out of ${rows.length} books on ${parties} companies and institutions.`,
  );
  const part = facts.whole ? both('', '') : both(' 이 보고서는 열람자의 권한 범위에 있는 장부만 담고 있어 전체 실적이 아닙니다.', ' It covers only the books in the reader’s scope and is not the whole.');
  return {
    code: over && facts.whole ? 'SETTLED' : 'IN_PROGRESS',
    title: over ? (facts.whole ? both('연간 집계 완료', 'Year complete') : both('일부 범위 집계', 'In part')) : both('연간 집계 중', 'Year running'),
    text: both(finding.ko + part.ko, finding.en + part.en),
  };
}

/** One page: the finding, five figures, the money by instrument, and what people say of the year. */
export function summarySection(facts: AnnualFacts, rows: readonly BookMoney[], verdict: ReportVerdict): ReportSection {
  const blocks: ReportBlock[] = [{ kind: 'text', text: verdict.text }, { kind: 'tiles', tiles: tilesOf(facts, rows) }, millionTable(rows, 'yearWon', facts.year), ...textBlocks(facts, 'FINDING')];
  return { id: 'summary', title: both('1. 장관 요약', 'Minister’s summary'), blocks };
}

function tilesOf(facts: AnnualFacts, rows: readonly BookMoney[]): ReportTile[] {
  const sum = (measure: 'providedWon' | 'spentWon' | 'returnedWon'): FigureOrigin => rows.flatMap(({ book }) => originOf(book, measure, facts.from));
  const supports = facts.supports.filter(({ on }) => inYear(facts, on));
  const relays = relaysOf(facts.supports).filter((relay) => relay.supports.some(({ on }) => inYear(facts, on)));
  return [
    { label: both('재원 확정', 'Provided'), value: wonText(sumOf(rows, 'providedWon').yearWon), unit: '원', note: '약정·확정예산', ...withOrigin(sum('providedWon')) },
    { label: both('집행', 'Spent'), value: wonText(sumOf(rows, 'spentWon').yearWon), unit: '원', note: '투자·지급', ...withOrigin(sum('spentWon')) },
    { label: both('회수', 'Came back'), value: wonText(sumOf(rows, 'returnedWon').yearWon), unit: '원', note: '매각대금·환수 수납', ...withOrigin(sum('returnedWon')) },
    { label: both('지원 건수', 'Supports'), value: String(supports.length), unit: '건', note: `기업·기관 ${new Set(supports.map(({ partyId }) => partyId)).size}곳`, origin: words('그 연도의 지원(데이터 사전)을 센 건수') },
    { label: both('이어달리기', 'Handed on'), value: String(relays.length), unit: '곳', note: '둘 이상의 사업에서 지원', origin: words('4장의 기업·기관 가운데 그 연도에 지원받은 곳') },
  ];
}

const withOrigin = (origin: FigureOrigin): Pick<ReportTile, 'origin'> => ({ origin: origin.length === 0 ? words('이 금액을 적는 장부가 없어 0') : origin });
