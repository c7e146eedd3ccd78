import { truncatedPercent } from '#libs/money';
import { notFound } from '#libs/errors';
import { both, businessNumberText, dateText, nameIn, percentText, wonText } from '../report/report-text.js';
import type { ReportBlock, ReportDraft, ReportFact, ReportSection, ReportVerdict } from '../report/report.js';
import { verificationBlocks } from '../table/control-total.model.js';
import { PARTNER_KIND_NAMES } from '../fund-compliance/words.js';
import { accountTable, movementBlocks, uncalledWon } from './account.model.js';
import { fundTotals, statementTotals } from './partner-statement.rules.js';
import type { PartnerStatement, StatementFacts } from './partner-statement.js';
import { named, same, stated, sum, words } from '../trace/ground.js';
import { plus, type FigureOrigin } from '../trace/origin.js';
import { ACCOUNT_GROUNDS, accountFigure } from './account-ground.model.js';

/** It tells one partner's money; it is for that partner and the office. */
const SECURITY_MARK = '대외비(조합원 본인용)';

/**
 * The capital account statement (출자자별 자본계정 명세) of one partner for the quarter of the day. Pure; throws `InvariantError`
 * unless opening and movements are the closing, and all partners together the fund. Not found for somebody else's partner.
 */
export function partnerStatementModel(facts: StatementFacts, partnerId: string): ReportDraft {
  const statement = facts.statements.find((each) => each.partner.id === partnerId);
  if (statement === undefined) throw notFound({ ko: '조합원', en: 'partner' }, partnerId);
  const lines = [...statementTotals(statement), ...fundTotals(facts)];
  const verdict = reconciled(statement, facts);
  return {
    meta: {
      title: both('출자자 자본계정 명세서', 'Partner capital account statement'),
      subjectNumber: `${facts.fund.number}-P${String(statement.partner.ordinal).padStart(2, '0')}`,
      subjectName: `${statement.partner.name} · ${facts.fund.name}`,
      issuer: facts.fund.generalPartner,
      asOf: facts.asOf,
      knownBefore: facts.knownBefore.toISOString(),
      ruleVersion: facts.agreementVersion === null ? '최초 규약' : `규약 ${facts.agreementVersion}판`,
      securityMark: SECURITY_MARK,
    },
    verdict,
    sections: [
      summary(statement, facts, verdict),
      { id: 'account', title: both('2. 자본계정 변동', 'Capital account'), blocks: [accountTable(statement, facts), SHARING] },
      { id: 'capital', title: both('3. 약정·납입·분배 누계', 'Commitment, contributions and distributions'), blocks: [{ kind: 'facts', rows: capitalFacts(statement, facts) }] },
      { id: 'movements', title: both('4. 분기 중 거래', 'Movements of the quarter'), blocks: movementBlocks(statement) },
      { id: 'verification', title: both('5. 검증 방법', 'How to verify this statement'), blocks: verificationBlocks(lines, TIES, both('조합원', 'partner')) },
    ],
    list: { fileName: 'capital-account.csv', title: '자본계정 변동', sectionId: 'account', index: 0 },
  };
}

const TIES = both('기초와 변동의 합이 기말과 원 단위까지 일치하며, 모든 조합원의 기말과 성과보수 적립액의 합이 조합의 순자산가액과 일치합니다.', 'Opening and movements are the closing to the won; all closings and the accrued carry are the net asset value of the fund.');

/** How results become somebody's; told with every account. */
export const SHARING: ReportBlock = {
  kind: 'text',
  text: both(
    '보수·비용과 손익은 납입액 비율로 배분하며(최대잔여법, 결성 이후 누계 기준이므로 끝수가 쌓이지 않음), 기말 자본계정은 기준일에 순자산가액 전부를 규약의 분배 순서대로 나눈다고 볼 때의 몫입니다. 그 차이(적립된 성과보수, 우선손실충당)는 조정 항목에 적습니다.',
    'Results are shared by paid-in capital (largest remainder on sums since inception). The closing is the share if the whole net asset value were handed out by the waterfall that day; what differs (carry accrued, losses borne first) is the adjustment.',
  ),
};

function reconciled(statement: PartnerStatement, { asOf }: StatementFacts): ReportVerdict {
  const { quarter, partner } = statement;
  return {
    code: 'SETTLED',
    title: both('대사 일치', 'Reconciled'),
    text: both(
      `${dateText(asOf)} 현재 ${partner.name}의 자본계정은 ${wonText(quarter.closingWon)}원입니다(기초 ${wonText(quarter.openingWon)}원). 기초와 변동의 합이 기말과 일치합니다.`,
      `On ${asOf} the capital account of ${partner.name} is ${wonText(quarter.closingWon)} won (opening ${wonText(quarter.openingWon)}). Opening and movements are the closing.`,
    ),
  };
}

function summary(statement: PartnerStatement, facts: StatementFacts, verdict: ReportVerdict): ReportSection {
  const { quarter, partner, life } = statement;
  return {
    id: 'summary',
    title: both('1. 요약', 'Summary'),
    blocks: [
      { kind: 'text', text: verdict.text },
      {
        kind: 'tiles',
        tiles: [
          { label: both('기말 자본계정', 'Closing'), value: wonText(quarter.closingWon), unit: '원', note: dateText(facts.asOf), origin: same(accountFigure(partner, '기말 자본계정')) },
          { label: both('기초 자본계정', 'Opening'), value: wonText(quarter.openingWon), unit: '원', note: `${dateText(facts.accounts.from)} 현재`, origin: same(accountFigure(partner, '기초 자본계정')) },
          { label: both('납입 누계', 'Paid in'), value: wonText(life.contributedWon), unit: '원', note: `약정액의 ${percentText(truncatedPercent(life.contributedWon, partner.commitmentWon))}`, origin: same(accountFigure(partner, '납입 누계')) },
          { label: both('분배 누계', 'Distributed'), value: wonText(life.distributedWon), unit: '원', origin: sum(`-${named(accountFigure(partner, '분배 누계'))}`) },
          { label: both('미요청 약정', 'Uncalled'), value: wonText(uncalledWon(statement)), unit: '원', origin: same(accountFigure(partner, '미요청 약정액')) },
        ],
      },
      { kind: 'facts', rows: [{ label: both('대상 기간', 'Period'), value: `${facts.quarter.ko} (${dateText(facts.quarter.from)} ~ ${dateText(facts.asOf)})` }, ...identity(statement)] },
    ],
  };
}

const identity = ({ partner }: PartnerStatement): ReportFact[] => [
  { label: both('조합원', 'Partner'), value: `${partner.name} (${nameIn(PARTNER_KIND_NAMES, partner.kind)})` },
  { label: both('사업자등록번호', 'Business no.'), value: businessNumberText(partner.businessNumber) },
];

function capitalFacts(statement: PartnerStatement, { fund, accounts }: StatementFacts): ReportFact[] {
  const { partner, quarter } = statement;
  const figure = (name: string): string => accountFigure(partner, name);
  const on = (chart: string): FigureOrigin => [plus(`fund/${fund.id}`, chart, { parts: [partner.id] })];
  const won = (amount: bigint): string => `${wonText(amount)}원`;
  return [
    { label: both('약정액 · 지분율', 'Commitment · share'), value: `${won(partner.commitmentWon)} · ${percentText(truncatedPercent(partner.commitmentWon, fund.committedWon))}`, origin: on('fund.commitment'), name: figure('약정액') },
    { label: both('출자요청액', 'Called'), value: won(partner.calledWon), origin: stated('출자요청의 조합원별 요청액', 'capital-call.issue', 'fund-register.import'), name: figure('출자요청액') },
    { label: both('납입액', 'Paid in'), value: won(partner.paidInWon), origin: on('fund.capital-paid-in'), name: figure('납입액') },
    { label: both('미납액', 'Unpaid'), value: won(partner.calledWon - partner.paidInWon), origin: sum(named(figure('출자요청액')), `-${named(figure('납입액'))}`) },
    { label: both('미요청 약정액', 'Uncalled commitment'), value: won(uncalledWon(statement)), origin: sum(named(figure('약정액')), `-${named(figure('출자요청액'))}`, named(figure('재요청 가능 분배액'))), name: figure('미요청 약정액') },
    { label: both('재요청 가능 분배액', 'Recallable distributions'), value: won(partner.recalledWon), origin: stated('분배 기록에 적은 재요청 조건', 'distribution.pay'), name: figure('재요청 가능 분배액') },
    { label: both('분배액', 'Distributed'), value: won(partner.distributedWon), origin: ACCOUNT_GROUNDS.distributedWon },
    { label: both('조합 순자산가액과 몫', 'Net asset value and share'), value: `${won(accounts.netAssetValueWon)} 중 ${won(quarter.closingWon)}`, origin: words('보유 투자자산의 공정가치 + 현금; 몫은 기말 자본계정', named(figure('기말 자본계정'))) },
  ];
}
