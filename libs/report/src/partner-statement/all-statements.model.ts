import { sumWon } from '#libs/money';
import { both, dateText, wonText } from '../report/report-text.js';
import type { ReportDraft, ReportFact, ReportSection } from '../report/report.js';
import { verificationBlocks } from '../table/control-total.model.js';
import { words } from '../trace/ground.js';
import { accountTable, allAccountsTable, movementBlocks } from './account.model.js';
import { SHARING } from './partner-statement.model.js';
import { fundTotals, statementTotals } from './partner-statement.rules.js';
import type { PartnerStatement, StatementFacts } from './partner-statement.js';

/** The statements of all partners of a fund in one document: one table of all, then each by itself. Throws `InvariantError` unless every one ties. */
export function allStatementsModel(facts: StatementFacts): ReportDraft {
  const each = facts.statements.flatMap((statement) => statementTotals(statement));
  const { fund, asOf, accounts, statements } = facts;
  const closing = sumWon(statements.map((statement) => statement.quarter.closingWon));
  const text = both(
    `${dateText(asOf)} 현재 조합원 ${statements.length}인의 자본계정 합계는 ${wonText(closing)}원, 적립된 성과보수는 ${wonText(accounts.carry.closingWon)}원이며, 그 합이 조합의 순자산가액 ${wonText(accounts.netAssetValueWon)}원과 일치합니다.`,
    `On ${asOf} the accounts of ${statements.length} partners are ${wonText(closing)} won and the accrued carry ${wonText(accounts.carry.closingWon)}; together the net asset value of ${wonText(accounts.netAssetValueWon)}.`,
  );
  return {
    meta: {
      title: both('조합원 자본계정 명세서', 'Capital account statements of all partners'),
      subjectNumber: fund.number,
      subjectName: fund.name,
      issuer: fund.generalPartner,
      asOf,
      knownBefore: facts.knownBefore.toISOString(),
      ruleVersion: facts.agreementVersion === null ? '최초 규약' : `규약 ${facts.agreementVersion}판`,
      securityMark: '대외비',
    },
    verdict: { code: 'SETTLED', title: both('대사 일치', 'Reconciled'), text },
    sections: [
      { id: 'summary', title: both('1. 요약', 'Summary'), blocks: [{ kind: 'text', text }, { kind: 'facts', rows: summaryFacts(facts) }] },
      { id: 'accounts', title: both('2. 조합원별 자본계정', 'Capital accounts'), blocks: [allAccountsTable(facts), SHARING] },
      ...statements.map((statement, at) => partnerSection(statement, at, facts)),
      {
        id: 'verification',
        title: both(`${statements.length + 3}. 검증 방법`, 'How to verify these statements'),
        blocks: verificationBlocks(fundTotals(facts), both(`조합 전체의 합계 외에 조합원별 검산 ${each.length}건이 모두 원 단위까지 일치합니다.`, `Besides the totals of the fund, ${each.length} checks of single partners tie to the won.`), both('조합', 'fund')),
      },
    ],
    list: { fileName: 'capital-accounts.csv', title: '조합원별 자본계정', sectionId: 'accounts', index: 0 },
  };
}

const ACCRUED = words('기준일에 순자산가액을 규약의 분배 순서대로 모두 분배한다고 볼 때 성과보수가 되는 금액');

const summaryFacts = ({ quarter, asOf, accounts }: StatementFacts): ReportFact[] => [
  { label: both('대상 기간', 'Period'), value: `${quarter.ko} (${dateText(quarter.from)} ~ ${dateText(asOf)})` },
  { label: both('적립된 성과보수', 'Accrued carry'), value: `${wonText(accounts.carry.closingWon)}원`, origin: ACCRUED },
];

const partnerSection = (statement: PartnerStatement, at: number, facts: StatementFacts): ReportSection => ({
  id: `partner-${statement.partner.ordinal}`,
  title: both(`${at + 3}. ${statement.partner.name}`, statement.partner.name),
  blocks: [accountTable(statement, facts), ...movementBlocks(statement)],
});
