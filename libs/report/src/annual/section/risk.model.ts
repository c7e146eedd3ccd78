import { both, nameIn, wonText } from '../../report/report-text.js';
import type { ReportSection, ReportTable } from '../../report/report.js';
import { column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { originsOf } from '../../trace/origin.js';
import type { AnnualFacts } from '../annual.js';
import type { BookMoney } from '../annual.rules.js';
import { sumUp, termsOf, type Source } from '../money/measure.js';
import { RISK_CODES, RISK_NAMES } from '../words.js';
import { stated, words } from '../../trace/ground.js';

/** What was claimed back, and where it stands, off the books. */
const CLAIMS: readonly (readonly [name: string, sources: readonly Source[]])[] = [
  ['회수 결정(바우처)', [{ chart: 'voucher.clawback-receivable', postings: ['voucher.clawback-decided', 'voucher.clawback-surcharged'], sign: 1 }]],
  ['회수 결정(지원·매칭)', [{ chart: 'grant.recovery-receivable', postings: ['grant.recovery-demanded', 'grant.recovery-surcharged', 'grant.penalty-reduced'], sign: 1 }]],
  ['수납(바우처)', [{ chart: 'voucher.recovered-cash', sign: 1 }]],
  ['수납(지원·매칭)', [{ chart: 'grant.recovered-cash', without: ['grant.recovery-remitted'], sign: 1 }]],
  ['국고납입(지원·매칭)', [{ chart: 'grant.remitted', sign: 1 }]],
  ['결손처분', [{ chart: 'voucher.written-off', sign: 1 }, { chart: 'grant.recovery-written-off', sign: 1 }]],
  ['미수금 증감', [{ chart: 'voucher.clawback-receivable', sign: 1 }, { chart: 'grant.recovery-receivable', sign: 1 }]],
];

/** Signs of misuse and what people made of them, rules that were not kept, and money that is claimed back. */
export function riskSection(facts: AnnualFacts, rows: readonly BookMoney[]): ReportSection {
  return {
    id: 'risk',
    title: both('8. 위험·부정의심·환수', 'Risks, signs of misuse, recoveries'),
    blocks: [
      facts.risks.length === 0 ? { kind: 'text', text: both(`${facts.year}년에 기록된 판단·처분이 없습니다.`, `Nothing was judged or decided in ${facts.year}.`) } : riskTable(facts),
      claimTable(facts, rows),
      { kind: 'text', text: both('신호는 자동으로 불이익을 주지 않으며, 사람이 판단한 것만 세었습니다. 국고 납입은 바우처는 결산 때 예산으로, 지원·매칭은 회수금 납입으로 봅니다.', 'Signs punish nobody by themselves; only what people judged is counted.') },
    ],
  };
}

const JUDGED = stated('점검 신호의 판단, 제재와 환수의 결정, 규칙 판정 기록', 'warning-sign.decide', 'grant-sanction.decide', 'clawback.decide', 'matching-flag.decide');
const OFF_BOOKS = words('항목마다 정한 계정의 분개를 각 장부에서 더함');

function riskTable({ risks, year, names }: AnnualFacts): ReportTable {
  return {
    kind: 'table',
    caption: both(`판단·처분 (${year}년)`, `Judged and decided in ${year}`),
    columns: [column('group', '구분', 'Group'), column('code', '내용', 'What'), column('eventCount', '건수', 'Number'), column('amountWon', '금액(원)', 'Amount (won)')],
    grounds: { eventCount: JUDGED, amountWon: JUDGED },
    rows: risks.map(({ group, code, count, amountWon }) => ({ cells: { group: RISK_NAMES[group].ko, code: nameIn({ ...RISK_CODES, ...names.signals }, code), eventCount: String(count), amountWon: amountWon === null ? '-' : wonText(amountWon) } })),
  };
}

function claimTable(facts: AnnualFacts, rows: readonly BookMoney[]): ReportTable {
  const books = rows.filter(({ book }) => book.instrument !== 'FUND');
  return {
    kind: 'table',
    caption: both('환수·회수 현황', 'Recoveries'),
    columns: [column('item', '항목', 'Item'), column('yearWon', `${facts.year}년(원)`, `${facts.year} (won)`), column('totalWon', '누계(원)', 'In all (won)')],
    grounds: { yearWon: OFF_BOOKS, totalWon: OFF_BOOKS },
    rows: CLAIMS.map(([item, sources]) => {
      const own = sources.map(({ chart }) => chart.split('.')[0]);
      const of = books.filter(({ book }) => own.includes(book.instrument === 'VOUCHER' ? 'voucher' : 'grant'));
      const sums = of.map(({ movements }) => sumUp(sources, movements));
      const terms = (from?: AnnualFacts['from']) => of.flatMap(({ book }) => termsOf(book.book, sources.filter(({ chart }) => chart.startsWith(book.instrument === 'VOUCHER' ? 'voucher.' : 'grant.')), from));
      return {
        cells: { item, yearWon: wonText(total(sums, ({ yearWon }) => yearWon)), totalWon: wonText(total(sums, ({ totalWon }) => totalWon)) },
        origins: originsOf({ yearWon: terms(facts.from), totalWon: terms() }),
      };
    }),
  };
}
