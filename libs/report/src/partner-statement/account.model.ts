import type { CapitalAccount, PartnerRow } from '#libs/fund';
import { subtractWon, sumWon, won, type Won } from '#libs/money';
import { both, dateText, textOr, wonText } from '../report/report-text.js';
import type { ReportBlock, ReportRow, ReportTable } from '../report/report.js';
import { column, centred } from '../table/column.js';
import type { PartnerMovement, PartnerStatement, StatementFacts } from './partner-statement.js';
import { sum } from '../trace/ground.js';
import { plus } from '../trace/origin.js';
import { own } from '../trace/trace.model.js';
import { ACCOUNT_GROUNDS, accountFigure } from './account-ground.model.js';

/** The lines of an account from its opening to its closing, in the order in which they add up. */
export const ACCOUNT_LINES = [
  ['openingWon', '기초 자본계정', 'Opening capital account'],
  ['contributedWon', '납입(출자금)', 'Contributions'],
  ['distributedWon', '분배(△)', 'Distributions'],
  ['feesWon', '관리보수·조합비용 배분', 'Share of fees and expenses'],
  ['realisedWon', '실현손익 배분', 'Share of realised result'],
  ['unrealisedWon', '평가손익 변동 배분', 'Share of unrealised result'],
  ['carryWon', '성과보수·손실충당 조정', 'Carried interest and first loss'],
  ['closingWon', '기말 자본계정', 'Closing capital account'],
] as const;

type Line = (typeof ACCOUNT_LINES)[number][0];

/** As a statement shows it: what a partner is paid lowers the account. */
export const shownAmount = (account: CapitalAccount, line: Line): Won => (line === 'distributedWon' ? won(-account[line]) : account[line]);

/** The account over the quarter, the year and since the founding, side by side. */
export function accountTable({ partner, quarter, year, life }: PartnerStatement, facts: StatementFacts): ReportTable {
  return {
    kind: 'table',
    caption: both(`${partner.name} 자본계정 변동`, `Capital account of ${partner.name}`),
    columns: [
      column('item', '항목', 'Item'),
      column('quarterWon', `${facts.quarter.ko}(원)`, `${facts.quarter.en} (won)`),
      column('yearWon', '연초 이후(원)', 'Year to date (won)'),
      column('lifeWon', '결성 이후(원)', 'Since inception (won)'),
    ],
    rows: ACCOUNT_LINES.slice(0, -1).map(([line, ko]) => ({
      ...tracedLine(line, partner, facts),
      cells: { item: ko, quarterWon: wonText(shownAmount(quarter, line)), yearWon: wonText(shownAmount(year, line)), lifeWon: wonText(shownAmount(life, line)) },
    })),
    totalNames: { quarterWon: accountFigure(partner, '기말 자본계정') },
    totals: { item: '기말 자본계정', quarterWon: wonText(quarter.closingWon), yearWon: wonText(year.closingWon), lifeWon: wonText(life.closingWon) },
  };
}

/** What a line rests on; what was paid in since the founding stands in the books. */
function tracedLine(line: Line, partner: PartnerRow, { fund }: StatementFacts): Pick<ReportRow, 'origins' | 'names'> {
  if (line === 'closingWon') return {};
  const ground = ACCOUNT_GROUNDS[line];
  const lifeWon = line === 'contributedWon' ? [plus(`fund/${fund.id}`, 'fund.capital-paid-in', { parts: [partner.id] })] : ground;
  const names: Partial<Record<Line, ReportRow['names']>> = {
    openingWon: { quarterWon: accountFigure(partner, '기초 자본계정') },
    contributedWon: { lifeWon: accountFigure(partner, '납입 누계') },
    distributedWon: { lifeWon: accountFigure(partner, '분배 누계') },
  };
  return { origins: { quarterWon: ground, yearWon: ground, lifeWon }, ...own('names', names[line]) };
}

/** What was paid in and out within the quarter. */
export function movementBlocks({ partner, movements }: PartnerStatement): ReportBlock[] {
  if (movements.length === 0) return [{ kind: 'text', text: both(`${partner.name}: 분기 중 납입과 분배가 없습니다.`, `${partner.name}: nothing was paid in or out in the quarter.`) }];
  const sum = (kind: PartnerMovement['kind']): string => wonText(sumWon(movements.filter((each) => each.kind === kind).map((each) => (kind === 'CONTRIBUTION' ? each.amountWon : won(-each.amountWon)))));
  return [
    {
      kind: 'table',
      caption: both(`${partner.name} 거래 내역`, `Movements of ${partner.name}`),
      columns: [
        column('movedOn', '일자', 'Date'),
        column('kind', '구분', 'Kind'),
        centred('number', '회차', 'No.'),
        column('note', '내용', 'What for'),
        column('paidInWon', '납입(원)', 'Paid in (won)'),
        column('paidOutWon', '분배(원)', 'Paid out (won)'),
      ],
      grounds: { paidInWon: ACCOUNT_GROUNDS.contributedWon, paidOutWon: ACCOUNT_GROUNDS.distributedWon },
      rows: movements.map(({ on, kind, by, number, note, amountWon }) => ({
        cells: {
          movedOn: dateText(on),
          kind: by === 'TRANSFER' ? `지분 양수도(${kind === 'CONTRIBUTION' ? '납입분' : '분배분'})` : kind === 'CONTRIBUTION' ? '출자금 납입' : '분배금 지급',
          number: String(number),
          note: textOr(note),
          paidInWon: kind === 'CONTRIBUTION' ? wonText(amountWon) : '-',
          paidOutWon: kind === 'CONTRIBUTION' ? '-' : wonText(-amountWon),
        },
      })),
      totals: { movedOn: '', kind: '합계', number: '', note: '', paidInWon: sum('CONTRIBUTION'), paidOutWon: sum('DISTRIBUTION') },
    },
  ];
}

/** All partners of a fund in one table; its sums and the carry that is accrued are the fund's net asset value. */
export function allAccountsTable({ statements, quarter, accounts }: StatementFacts): ReportTable {
  const total = (line: Line): string => wonText(sumWon(statements.map((each) => shownAmount(each.quarter, line))));
  return {
    kind: 'table',
    caption: both(`${quarter.ko} 조합원별 자본계정 변동 (성과보수 적립 ${wonText(accounts.carry.closingWon)}원 별도)`, `Capital accounts in ${quarter.en}`),
    columns: [column('partner', '조합원', 'Partner'), ...ACCOUNT_LINES.map(([line, ko, en]) => column(line, `${ko}(원)`, `${en} (won)`))],
    grounds: { ...ACCOUNT_GROUNDS, closingWon: sum(...Object.keys(ACCOUNT_GROUNDS)) },
    rows: statements.map((each) => ({ cells: { partner: each.partner.name, ...Object.fromEntries(ACCOUNT_LINES.map(([line]) => [line, wonText(shownAmount(each.quarter, line))])) } })),
    totals: { partner: '합계', ...Object.fromEntries(ACCOUNT_LINES.map(([line]) => [line, total(line)])) },
  };
}

/** What is agreed, called, paid and left to call of a partner. */
export const uncalledWon = ({ partner }: PartnerStatement): Won => won(subtractWon(partner.commitmentWon, partner.calledWon) + partner.recalledWon);
