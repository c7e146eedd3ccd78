import { sumWon, won } from '#libs/money';
import { controlLine, requireToTie, type ControlLine } from '../table/control-total.model.js';
import { ACCOUNT_LINES, shownAmount } from './account.model.js';
import type { PartnerStatement, StatementFacts } from './partner-statement.js';

/** One partner's account adds up and agrees with what was paid. Throws `InvariantError` unless it ties to the won. */
export function statementTotals(statement: PartnerStatement): ControlLine[] {
  const lines = [
    ...(['quarter', 'year', 'life'] as const).map((stretch) => {
      const account = statement[stretch];
      const moved = sumWon(ACCOUNT_LINES.slice(0, -1).map(([line]) => shownAmount(account, line)));
      const [ko, en] = { quarter: ['분기', 'quarter'], year: ['연초 이후', 'year to date'], life: ['결성 이후', 'inception'] }[stretch] as [string, string];
      return controlLine([`기초 + 변동(${ko})`, `Opening and movements (${en})`], ['기말 자본계정', 'Closing capital account'], moved, account.closingWon);
    }),
    controlLine(['기말 자본계정(분기)', 'Closing (quarter)'], ['기말 자본계정(결성 이후)', 'Closing (inception)'], statement.quarter.closingWon, statement.life.closingWon),
    controlLine(['거래 내역의 납입', 'Paid in, movement by movement'], ['분기 중 납입', 'Contributions of the quarter'], moved(statement, 'CONTRIBUTION'), statement.quarter.contributedWon),
    controlLine(['거래 내역의 분배', 'Paid out, movement by movement'], ['분기 중 분배', 'Distributions of the quarter'], won(-moved(statement, 'DISTRIBUTION')), statement.quarter.distributedWon),
    controlLine(['결성 이후 납입', 'Contributions since inception'], ['조합원 납입액', "Partner's paid-in capital"], statement.life.contributedWon, statement.partner.paidInWon),
    controlLine(['결성 이후 분배', 'Distributions since inception'], ['조합원 분배액', "Partner's distributions"], statement.life.distributedWon, statement.partner.distributedWon),
  ];
  requireToTie(statement.partner.name, lines);
  return lines;
}

const moved = ({ movements }: PartnerStatement, kind: 'CONTRIBUTION' | 'DISTRIBUTION'): bigint => sumWon(movements.filter((each) => each.kind === kind).map((each) => each.amountWon));

/** All partners' accounts and the carry that is accrued are the fund. Throws `InvariantError` unless they tie. */
export function fundTotals({ fund, statements, accounts }: StatementFacts): ControlLine[] {
  const closing = sumWon(statements.map((each) => each.quarter.closingWon));
  const lines = [
    controlLine(['조합원별 기말 자본계정 합계와 성과보수 적립액', 'Closings of all partners and accrued carry'], ['조합 순자산가액', 'Net asset value of the fund'], closing + accounts.carry.closingWon, accounts.netAssetValueWon),
    controlLine(['조합원별 납입 합계', "Sum of partners' paid-in capital"], ['결성 이후 납입 합계', 'Sum of contributions since inception'], sumWon(statements.map((each) => each.partner.paidInWon)), sumWon(statements.map((each) => each.life.contributedWon))),
  ];
  requireToTie(fund.number, lines);
  return lines;
}
