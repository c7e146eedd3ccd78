import { both, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { originsOf } from '../../trace/origin.js';
import { inYear, type AnnualFacts, type DeclaredOutcome } from '../annual.js';
import { OUTCOME_RECEIVED, sumUp, termsOf, type Source } from '../money/measure.js';
import { ofInstrument, type BookMoney } from '../annual.rules.js';
import { stated, words } from '../../trace/ground.js';

const USES: Readonly<Record<string, string>> = { LICENCE: '기술료 수입', OWN_USE: '성과 활용 매출' };

/** The government's part of royalties and proceeds, by what becomes of it. */
const GOVERNMENT: readonly (readonly [name: string, sources: readonly Source[]])[] = [
  ['정부 몫 고지', [{ chart: 'grant.outcome-receivable', postings: ['grant.outcome-claimed'], sign: 1 }]],
  ['정부 몫 수납', [{ chart: 'grant.outcome-cash', postings: OUTCOME_RECEIVED, sign: 1 }]],
  ['정부 몫 국고납입', [{ chart: 'grant.outcome-cash', postings: ['grant.outcome-remitted'], sign: -1 }]],
];

/** What came of it: sales, royalties, the government's part, jobs, further investment. What is not kept is said, not guessed. */
export function outcomeSection(facts: AnnualFacts, rows: readonly BookMoney[]): ReportSection {
  return {
    id: 'outcome',
    title: both('6. 사업화 성과', 'Outcomes'),
    blocks: [declaredBlock(facts), governmentTable(facts, rows), followOnBlock(facts), { kind: 'text', text: NOT_KEPT }],
  };
}

const NOT_KEPT = both(
  '이 시스템이 보관하지 않는 성과: 기술료 신고 대상이 아닌 기업의 매출과 고용, 이 조합들 밖에서 받은 후속투자, 특허 출원·등록 건수. 해당 수치는 추정하지 않고 비워 두었습니다.',
  'Not kept here, and so not guessed: sales and jobs of companies that declare no royalties, investment from outside these funds, numbers of patents.',
);

const DECLARED = stated('매출·기술료 신고 기록', 'grant-royalty.declare');
const OFF_BOOKS = words('항목마다 정한 계정의 분개를 지원·매칭 장부에서 더함');

function declaredBlock({ year, outcomes }: AnnualFacts): ReportBlock {
  if (outcomes.length === 0) return { kind: 'text', text: both(`${year}년분으로 신고된 매출·기술료가 없습니다.`, `No income was declared for ${year}.`) };
  const jobs = (rows: readonly DeclaredOutcome[]): string => wonText(total(rows, (row) => BigInt(row.jobs ?? 0)));
  return {
    kind: 'table',
    caption: both(`신고된 매출·기술료와 고용 (${year}년분, ${outcomes.length}건)`, `Declared for ${year} (${outcomes.length})`),
    columns: [centred('agreement', '협약번호', 'Agreement'), column('company', '기업·기관', 'Company'), column('technology', '기술', 'Technology'), column('use', '구분', 'Use'), column('incomeWon', '수입·매출(원)', 'Income (won)'), column('jobCount', '고용(명)', 'Jobs')],
    grounds: { incomeWon: DECLARED, jobCount: DECLARED },
    rows: outcomes.map((row) => ({ cells: { agreement: row.agreement, company: row.company, technology: row.technology, use: USES[row.use] ?? row.use, incomeWon: wonText(row.incomeWon), jobCount: row.jobs === null ? '-' : String(row.jobs) } })),
    totals: { agreement: '합계', company: '', technology: '', use: '', incomeWon: wonText(total(outcomes, ({ incomeWon }) => incomeWon)), jobCount: jobs(outcomes) },
  };
}

function governmentTable(facts: AnnualFacts, rows: readonly BookMoney[]): ReportBlock {
  const books = [...ofInstrument(rows, 'GRANT'), ...ofInstrument(rows, 'MATCHING')];
  return {
    kind: 'table',
    caption: both('정부납부기술료와 처분수입의 정부 몫', 'The government’s part'),
    columns: [column('item', '항목', 'Item'), column('yearWon', `${facts.year}년(원)`, `${facts.year} (won)`), column('totalWon', '누계(원)', 'In all (won)')],
    grounds: { yearWon: OFF_BOOKS, totalWon: OFF_BOOKS },
    rows: GOVERNMENT.map(([item, sources]) => {
      const sums = books.map(({ movements }) => sumUp(sources, movements));
      return {
        cells: { item, yearWon: wonText(total(sums, ({ yearWon }) => yearWon)), totalWon: wonText(total(sums, ({ totalWon }) => totalWon)) },
        origins: originsOf({ yearWon: books.flatMap(({ book }) => termsOf(book.book, sources, facts.from)), totalWon: books.flatMap(({ book }) => termsOf(book.book, sources)) }),
      };
    }),
  };
}

const FURTHER = words('투자 기록에서 같은 기업에 대한 이 조합들의 앞선 투자가 있는, 그 해의 투자를 세어 더함 (명령 investment.record)');

/** Further rounds that these funds paid themselves. */
function followOnBlock(facts: AnnualFacts): ReportBlock {
  const deals = facts.supports.filter(({ kind }) => kind === 'FUND');
  const before = (partyId: string, on: string): boolean => deals.some((deal) => deal.partyId === partyId && deal.on < on);
  const further = deals.filter((deal) => inYear(facts, deal.on) && before(deal.partyId, deal.on));
  const won = wonText(total(further, ({ amountWon }) => amountWon));
  return {
    kind: 'text',
    text: both(`후속투자: ${facts.year}년에 조합들이 이미 투자한 기업에 다시 투자한 것은 ${further.length}건, ${won}원입니다.`, `Further rounds in ${facts.year} by these funds: ${further.length}, ${won} won.`),
    origin: FURTHER,
  };
}
