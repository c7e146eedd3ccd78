import { seoulDateOf } from '#libs/calendar';
import { won, sumWon } from '#libs/money';
import { both, businessNumberText, dateText, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportColumn, ReportRow, ReportSection } from '../../report/report.js';
import { counts, decisionOn, type ComplianceDeal, type ComplianceFacts } from '../fund-compliance.js';
import { INSTRUMENT_NAMES } from '../words.js';
import { DEAL_PAID } from '../../fund-outcome/fund-outcome.js';
import { plus, type FigureOrigin } from '../../trace/origin.js';
import { words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';

const COLUMNS: readonly ReportColumn[] = [
  { key: 'number', header: both('투자번호', 'No.'), align: 'center' },
  { key: 'company', header: both('기업', 'Company'), align: 'left' },
  { key: 'businessNumber', header: both('사업자등록번호', 'Business no.'), align: 'center' },
  { key: 'instrument', header: both('투자수단', 'Instrument'), align: 'left' },
  { key: 'paidOn', header: both('납입일', 'Paid on'), align: 'center' },
  { key: 'amountWon', header: both('투자금액(원)', 'Amount (won)'), align: 'right' },
  { key: 'qualifyingWon', header: both('인정액(원)', 'Recognised (won)'), align: 'right' },
  { key: 'route', header: both('인정경로(가)', 'Route (prong a)'), align: 'left' },
  { key: 'companyBasis', header: both('기업요건(나)', 'Company (prong b)'), align: 'left' },
  { key: 'status', header: both('판정', 'Status'), align: 'center' },
  { key: 'decidedBy', header: both('판정자', 'Decided by'), align: 'left' },
  { key: 'decidedOn', header: both('판정일', 'Decided on'), align: 'center' },
  { key: 'effectiveOn', header: both('효력일', 'Effective on'), align: 'center' },
  { key: 'evidenceCount', header: both('증빙', 'Evidence'), align: 'right' },
];

const TONES: Readonly<Record<string, ReportRow['tone']>> = { QUALIFIED: 'good', REVOKED: 'bad', NOT_QUALIFIED: 'muted', NOT_CLAIMED: 'muted' };

/** Every deal: those that make up T, and those that are on record but do not count. */
export function investmentsSection(facts: ComplianceFacts): ReportSection {
  return {
    id: 'investments',
    title: both('7. 투자 목록', 'Investments'),
    blocks: [standingTable(facts), ...notCountedBlocks(facts)],
  };
}

function standingTable(facts: ComplianceFacts): ReportBlock {
  const standing = facts.investments.filter(counts);
  const total = sumWon(standing.map((deal) => won(deal.amountWon)));
  const qualifying = sumWon(standing.filter((deal) => deal.status === 'QUALIFIED').map((deal) => won(deal.amountWon)));
  const nothing = Object.fromEntries(COLUMNS.map(({ key }) => [key, '']));
  return {
    kind: 'table',
    caption: both(`투자 목록 (${standing.length}건, 합계 = 투자총액 T)`, `Investments (${standing.length}; the sum is T)`),
    columns: COLUMNS,
    rows: standing.map((deal) => row(facts, deal)),
    totals: { ...nothing, company: '합계', amountWon: wonText(total), qualifyingWon: wonText(qualifying) },
    totalNames: { amountWon: FIGURE.listed, qualifyingWon: FIGURE.recognised },
    grounds: {
      qualifyingWon: words('판정이 인정이면 투자금액, 아니면 0', 'amountWon'),
      evidenceCount: words('15-2 증빙 목록에 있는 그 투자의 증빙 수'),
    },
    ...(standing.length === 0 ? {} : { totalOrigins: { amountWon: costOrigin(facts, standing) } }),
  };
}

/** What the payments of deals brought into the books at cost. */
const costOrigin = ({ fund }: ComplianceFacts, deals: readonly ComplianceDeal[]): FigureOrigin => [plus(`fund/${fund.id}`, 'fund.investment-cost', { parts: deals.map(({ id }) => id), postings: DEAL_PAID })];

function row(facts: ComplianceFacts, deal: ComplianceDeal): ReportRow {
  const decision = decisionOn(facts, deal.id);
  const tone = TONES[deal.status];
  return {
    cells: {
      number: deal.number,
      company: deal.company,
      businessNumber: businessNumberText(deal.businessNumber),
      instrument: nameIn(INSTRUMENT_NAMES, deal.instrument),
      paidOn: dateText(deal.paidOn),
      amountWon: wonText(deal.amountWon),
      qualifyingWon: wonText(deal.status === 'QUALIFIED' ? deal.amountWon : 0n),
      route: nameIn(facts.names.routes, deal.route),
      companyBasis: nameIn(facts.names.companyBases, deal.companyBasis),
      status: nameIn(facts.names.statuses, deal.status),
      decidedBy: textOr(decision?.decidedBy),
      decidedOn: dateText(decision === null ? null : seoulDateOf(decision.knownAt)),
      effectiveOn: dateText(decision?.effectiveOn ?? null),
      evidenceCount: String(facts.evidence.filter((each) => each.investmentId === deal.id).length),
    },
    ...(tone === undefined ? {} : { tone }),
    origins: { amountWon: costOrigin(facts, [deal]) },
    record: { register: 'investment', id: deal.id },
  };
}

/** Voided, rescinded and converted deals: on record, outside of T. */
function notCountedBlocks(facts: ComplianceFacts): ReportBlock[] {
  const left = facts.investments.filter((deal) => !counts(deal));
  if (left.length === 0) return [{ kind: 'text', text: both('기록이 취소되거나 계약이 해제된 투자, 비현금 전환은 없습니다.', 'No deal was voided, rescinded or converted.') }];
  return [
    {
      kind: 'table',
      caption: both('투자총액에 넣지 않은 건', 'Deals that do not count'),
      columns: [
        { key: 'number', header: both('투자번호', 'No.'), align: 'center' },
        { key: 'company', header: both('기업', 'Company'), align: 'left' },
        { key: 'paidOn', header: both('납입일', 'Paid on'), align: 'center' },
        { key: 'recordedWon', header: both('기록 금액(원)', 'Recorded (won)'), align: 'right' },
        { key: 'ground', header: both('사유', 'Ground'), align: 'left' },
      ],
      rows: left.map((deal) => ({
        cells: { number: deal.number, company: deal.company, paidOn: dateText(deal.paidOn), recordedWon: wonText(deal.amountWon), ground: ground(deal) },
        tone: 'muted' as const,
        record: { register: 'investment' as const, id: deal.id },
      })),
    },
  ];
}

function ground(deal: ComplianceDeal): string {
  if (deal.voided) return '기록 취소';
  return deal.rescindedOn === null ? '비현금 전환 (최초 투자로 이미 산입)' : `투자계약 해제 (${dateText(deal.rescindedOn)})`;
}
