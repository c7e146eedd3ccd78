import { both, wonText } from '../../report/report-text.js';
import type { ReportSection, ReportTable } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { originsOf, type FigureOrigin } from '../../trace/origin.js';
import { INSTRUMENTS, type AnnualFacts } from '../annual.js';
import { ofInstrument, sumOf, type BookMoney } from '../annual.rules.js';
import { inMillions } from '../money/million.rules.js';
import { MEASURE_NAMES, MEASURES, originOf, type Measure } from '../money/measure.js';
import { INSTRUMENT_NAMES } from '../words.js';
import { words, type Ground } from '../../trace/ground.js';
import { MEASURE_GROUNDS } from '../money/measure-ground.model.js';

type Span = 'yearWon' | 'totalWon';

/** The money of all instruments side by side: in millions, to the won, and book by book. */
export function moneySection(facts: AnnualFacts, rows: readonly BookMoney[]): ReportSection {
  return {
    id: 'money',
    title: both('3. 재원 총괄표', 'Money of all instruments'),
    blocks: [
      { kind: 'text', text: MEANING },
      millionTable(rows, 'totalWon', facts.year),
      wonTable(facts, rows, 'yearWon'),
      wonTable(facts, rows, 'totalWon'),
      bookTable(facts, rows, 'yearWon'),
      bookTable(facts, rows, 'totalWon'),
    ],
  };
}

const MEANING = both(
  '① 재원: 조합은 출자약정, 바우처·지원·매칭은 확정예산. ② 배정: 조합은 납입출자금, 바우처는 발급액, 지원·매칭은 협약액. ③ 집행: 조합은 투자액(취소 제외), 그 밖은 예산배정에서 지급한 금액(환불·반송 차감). ④ 회수: 조합은 매각·해제로 들어온 금액, 그 밖은 환수·회수금 수납액. ⑤ 자체부담: 기업과 기관이 낸 현금. 백만원 단위는 원 단위 금액을 합계가 맞도록 최대잔여법으로 나눈 것입니다.',
  '① Commitments, or budgets decided. ② Paid in, issued or agreed. ③ Invested, or paid out of the appropriation. ④ Proceeds of deals, or recoveries received. ⑤ Cash of companies and institutions. Millions are rounded by the largest remainder, so that they add up.',
);

const spanName = (span: Span, year: number): string => (span === 'yearWon' ? `${year}년` : '누계');

/** Rows that add up although they are rounded: 백만원. */
export function millionTable(rows: readonly BookMoney[], span: Span, year: number): ReportTable {
  const columns = new Map(MEASURES.map((measure) => [measure, inMillions(INSTRUMENTS.map((instrument) => sumOf(ofInstrument(rows, instrument), measure)[span]))]));
  const cell = (measure: Measure, at: number): string => wonText(columns.get(measure)?.[at] ?? 0n);
  const sum = (measure: Measure): string => wonText((columns.get(measure) ?? []).reduce((all, each) => all + each, 0n));
  return {
    kind: 'table',
    caption: both(`재원 총괄 (${spanName(span, year)}, 단위: 백만원)`, `Money in millions (${span === 'yearWon' ? year : 'in all'})`),
    columns: [column('instrument', '구분', 'Instrument'), ...MEASURES.map((measure) => column(`${measure.replace(/Won$/, '')}MillionCount`, MEASURE_NAMES[measure].ko, MEASURE_NAMES[measure].en))],
    grounds: byMillionGround(),
    rows: INSTRUMENTS.map((instrument, at) => ({ cells: { instrument: INSTRUMENT_NAMES[instrument].ko, ...byMillion((measure) => cell(measure, at)) } })),
    totals: { instrument: '합계', ...byMillion(sum) },
  };
}

const byMillion = (text: (measure: Measure) => string): Record<string, string> => Object.fromEntries(MEASURES.map((measure) => [`${measure.replace(/Won$/, '')}MillionCount`, text(measure)]));

const IN_MILLIONS = words('원 단위 금액(3장)을 합계가 맞도록 최대잔여법으로 백만원으로 나눔');

const byMillionGround = (): Readonly<Record<string, Ground>> => Object.fromEntries(Object.keys(byMillion(() => '')).map((key) => [key, IN_MILLIONS]));

const cellsOf = (rows: readonly BookMoney[], span: Span): Record<string, string> => Object.fromEntries(MEASURES.map((measure) => [measure, wonText(sumOf(rows, measure)[span])]));

const termsOfAll = (facts: AnnualFacts, rows: readonly BookMoney[], span: Span): Readonly<Record<string, FigureOrigin>> =>
  originsOf(Object.fromEntries(MEASURES.map((measure) => [measure, rows.flatMap(({ book }) => originOf(book, measure, span === 'yearWon' ? facts.from : undefined))])));

const amountColumns = MEASURES.map((measure) => column(measure, `${MEASURE_NAMES[measure].ko}(원)`, MEASURE_NAMES[measure].en));

function wonTable(facts: AnnualFacts, rows: readonly BookMoney[], span: Span): ReportTable {
  return {
    kind: 'table',
    caption: both(`재원별 금액 (${spanName(span, facts.year)}, 단위: 원)`, `By instrument (${span === 'yearWon' ? facts.year : 'in all'}, won)`),
    columns: [column('instrument', '구분', 'Instrument'), ...amountColumns],
    grounds: MEASURE_GROUNDS,
    rows: INSTRUMENTS.map((instrument) => {
      const own = ofInstrument(rows, instrument);
      return { cells: { instrument: INSTRUMENT_NAMES[instrument].ko, ...cellsOf(own, span) }, origins: termsOfAll(facts, own, span) };
    }),
    totals: { instrument: '합계', ...cellsOf(rows, span) },
    totalOrigins: termsOfAll(facts, rows, span),
  };
}

/** Every book in sight; that of the year is the list that travels as CSV. */
function bookTable(facts: AnnualFacts, rows: readonly BookMoney[], span: Span): ReportTable {
  return {
    kind: 'table',
    caption: both(`장부별 금액 (${spanName(span, facts.year)}, 장부 ${rows.length}개, 단위: 원)`, `By book (${span === 'yearWon' ? facts.year : 'in all'}, won)`),
    columns: [centred('number', '번호', 'No.'), column('name', '이름', 'Name'), column('instrument', '구분', 'Instrument'), ...amountColumns],
    grounds: MEASURE_GROUNDS,
    rows: rows.map((row) => ({
      cells: { number: row.book.number, name: row.book.name, instrument: INSTRUMENT_NAMES[row.book.instrument].ko, ...cellsOf([row], span) },
      origins: termsOfAll(facts, [row], span),
    })),
    totals: { number: '합계', name: '', instrument: '', ...cellsOf(rows, span) },
    totalOrigins: termsOfAll(facts, rows, span),
  };
}
