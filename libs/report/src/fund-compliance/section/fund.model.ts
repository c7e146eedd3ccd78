import { officialAmount, truncatedPercent } from '#libs/money';
import { both, basisPointsText, businessNumberText, dateText, nameIn, percentText, wonText } from '../../report/report-text.js';
import type { ReportFact, ReportSection, ReportTable } from '../../report/report.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { deadlineOf, obligationRule } from './verdict.model.js';
import { BASIS_NAMES, PARTNER_KIND_NAMES } from '../words.js';
import { named, ratio, same, stated } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';
import { commitmentOrigins } from './capital.model.js';

/** Who the fund is, how long it runs, and what its agreement says about the obligation. */
export function fundSection(facts: ComplianceFacts): ReportSection {
  return {
    id: 'fund',
    title: both('3. 조합 개요', 'The fund'),
    blocks: [{ kind: 'facts', rows: [...identity(facts), ...periods(facts), ...agreement(facts)] }, partnerTable(facts)],
  };
}

const identity = ({ fund, programme }: ComplianceFacts): ReportFact[] => [
  { label: both('조합명(조합번호)', 'Fund (number)'), value: `${fund.name} (${fund.number})` },
  { label: both('사업(결성연도)', 'Programme (vintage)'), value: `${programme.ko} (${fund.vintageYear}년)` },
  { label: both('약정총액(결성총액)', 'Commitments'), value: officialAmount(fund.committedWon), origin: same(FIGURE.committed) },
  { label: both('출자 1좌의 금액', 'Amount of a unit'), value: `${wonText(fund.unitWon)}원`, origin: stated('조합규약에 적은 1좌의 금액', 'fund.form', 'fund-register.import') },
  { label: both('업무집행조합원', 'General partner'), value: fund.generalPartner },
  { label: both('수탁회사', 'Custodian'), value: fund.custodian },
];

const periods = ({ fund }: ComplianceFacts): ReportFact[] => [
  { label: both('결성일 · 등록일', 'Founded · registered'), value: `${dateText(fund.foundedOn)} · ${dateText(fund.registeredOn)}` },
  { label: both('투자기간', 'Investment period'), value: `${dateText(fund.investmentFrom)} ~ ${dateText(fund.investmentTo)}` },
  { label: both('존속기간', 'Life'), value: `${dateText(fund.foundedOn)} ~ ${dateText(fund.lifeTo)}` },
];

function agreement(facts: ComplianceFacts): ReportFact[] {
  const { rule } = facts.position;
  return [
    {
      label: both('주목적 투자의무', 'Main-purpose obligation'),
      value: `${rule.clause}: ${nameIn(BASIS_NAMES, rule.denominator)}의 ${basisPointsText(rule.ratioBasisPoints)} 이상, ${dateText(deadlineOf(facts))}까지`,
      origin: obligationRule(facts),
    },
    { label: both('생애 보수·비용(예정)', 'Lifetime fees and expenses'), value: `${wonText(facts.position.facts.lifetimeExpensesWon)}원`, origin: same(FIGURE.expenses) },
  ];
}

function partnerTable(facts: ComplianceFacts): ReportTable {
  const { fund, partners } = facts;
  const commitments = partners.reduce((sum, partner) => sum + partner.commitmentWon, 0n);
  const units = partners.reduce((sum, partner) => sum + BigInt(partner.units), 0n);
  return {
    kind: 'table',
    caption: both('조합원과 출자약정', 'Partners and commitments'),
    columns: [
      { key: 'ordinal', header: both('연번', 'No.'), align: 'center' },
      { key: 'partner', header: both('조합원', 'Partner'), align: 'left' },
      { key: 'kind', header: both('구분', 'Kind'), align: 'left' },
      { key: 'businessNumber', header: both('사업자등록번호', 'Business no.'), align: 'center' },
      { key: 'unitCount', header: both('좌수', 'Units'), align: 'right' },
      { key: 'commitmentWon', header: both('약정액(원)', 'Commitment (won)'), align: 'right' },
      { key: 'sharePercent', header: both('지분율', 'Share'), align: 'right' },
    ],
    grounds: { unitCount: stated('조합원 명부의 출자좌수', 'fund.form', 'commitment.transfer', 'fund-register.import'), sharePercent: ratio('commitmentWon', named(FIGURE.committed), 'truncate') },
    rows: partners.map((partner) => ({
      origins: commitmentOrigins(facts, [partner.id]),
      cells: {
        ordinal: String(partner.ordinal),
        partner: partner.name,
        kind: nameIn(PARTNER_KIND_NAMES, partner.kind),
        businessNumber: businessNumberText(partner.businessNumber),
        unitCount: wonText(partner.units),
        commitmentWon: wonText(partner.commitmentWon),
        sharePercent: percentText(truncatedPercent(partner.commitmentWon, fund.committedWon)),
      },
    })),
    totalOrigins: commitmentOrigins(facts, partners.map(({ id }) => id)),
    totals: {
      ordinal: '',
      partner: '합계',
      kind: '',
      businessNumber: '',
      unitCount: wonText(units),
      commitmentWon: wonText(commitments),
      sharePercent: percentText(truncatedPercent(commitments, fund.committedWon)),
    },
  };
}
