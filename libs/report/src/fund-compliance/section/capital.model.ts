import { sumWon, truncatedPercent, won } from '#libs/money';
import { both, dateText, percentText, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection, ReportTable } from '../../report/report.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { originsOf, plus, type FigureOrigin } from '../../trace/origin.js';
import { ratio, stated, sum, words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';

/** What was called, what came, and what is still owed. */
export function capitalSection(facts: ComplianceFacts): ReportSection {
  return {
    id: 'capital',
    title: both('4. 출자금 납입·미납 현황', 'Capital called, paid in and unpaid'),
    blocks: [partnerTable(facts), callTable(facts), ...lateBlocks(facts)],
  };
}

/** Commitments by the partners' accounts. */
export function commitmentOrigins({ fund, partners }: ComplianceFacts, ids: readonly string[]): Readonly<Record<string, FigureOrigin>> {
  return originsOf({ commitmentWon: [plus(`fund/${fund.id}`, 'fund.commitment', ids.length === partners.length ? {} : { parts: ids })] });
}

/** Commitments and what was paid in on them, by the partners' accounts. */
function originsOfPartners(facts: ComplianceFacts, ids: readonly string[]): Readonly<Record<string, FigureOrigin>> {
  const parts = ids.length === facts.partners.length ? {} : { parts: ids };
  return { ...commitmentOrigins(facts, ids), ...originsOf({ paidInWon: [plus(`fund/${facts.fund.id}`, 'fund.capital-paid-in', parts)] }) };
}

function partnerTable(facts: ComplianceFacts): ReportTable {
  const { partners } = facts;
  const total = (pick: 'commitmentWon' | 'calledWon' | 'paidInWon' | 'recalledWon'): bigint => sumWon(partners.map((partner) => partner[pick]));
  const cells = (name: string, commitment: bigint, called: bigint, paidIn: bigint, recalled: bigint): Record<string, string> => ({
    partner: name,
    commitmentWon: wonText(commitment),
    calledWon: wonText(called),
    paidInWon: wonText(paidIn),
    unpaidWon: wonText(called - paidIn),
    uncalledWon: wonText(commitment - called + recalled),
    paidInPercent: percentText(truncatedPercent(paidIn, commitment)),
  });
  return {
    kind: 'table',
    caption: both('조합원별 납입 현황', 'Paid-in capital by partner'),
    columns: [
      { key: 'partner', header: both('조합원', 'Partner'), align: 'left' },
      { key: 'commitmentWon', header: both('약정액(원)', 'Commitment (won)'), align: 'right' },
      { key: 'calledWon', header: both('출자요청액(원)', 'Called (won)'), align: 'right' },
      { key: 'paidInWon', header: both('납입액(원)', 'Paid in (won)'), align: 'right' },
      { key: 'unpaidWon', header: both('미납액(원)', 'Unpaid (won)'), align: 'right' },
      { key: 'uncalledWon', header: both('미요청액(원)', 'Not called (won)'), align: 'right' },
      { key: 'paidInPercent', header: both('납입률', 'Paid in'), align: 'right' },
    ],
    rows: partners.map((partner) => ({
      cells: cells(partner.name, partner.commitmentWon, partner.calledWon, partner.paidInWon, partner.recalledWon),
      ...(partner.calledWon > partner.paidInWon ? { tone: 'bad' as const } : {}),
      origins: originsOfPartners(facts, [partner.id]),
    })),
    totalOrigins: originsOfPartners(facts, partners.map(({ id }) => id)),
    totalNames: { paidInWon: FIGURE.paidIn },
    grounds: {
      calledWon: stated('출자요청의 조합원별 요청액', 'capital-call.issue', 'fund-register.import'),
      unpaidWon: sum('calledWon', '-paidInWon'),
      uncalledWon: words('약정액 − 출자요청액 + 다시 요청할 수 있는 분배액', 'commitmentWon', 'calledWon'),
      paidInPercent: ratio('paidInWon', 'commitmentWon', 'truncate'),
    },
    totals: cells('합계', total('commitmentWon'), total('calledWon'), total('paidInWon'), total('recalledWon')),
  };
}

function callTable({ calls }: ComplianceFacts): ReportTable {
  const total = (pick: 'amountWon' | 'paidWon' | 'unpaidWon'): string => wonText(sumWon(calls.map((call) => won(call[pick]))));
  return {
    kind: 'table',
    caption: both('출자요청(캐피탈콜)별 납입 현황', 'Paid-in capital by call'),
    columns: [
      { key: 'call', header: both('차수', 'Call'), align: 'center' },
      { key: 'purpose', header: both('목적', 'Purpose'), align: 'left' },
      { key: 'noticeOn', header: both('통지일', 'Notice'), align: 'center' },
      { key: 'dueOn', header: both('납입기일', 'Due'), align: 'center' },
      { key: 'amountWon', header: both('요청액(원)', 'Called (won)'), align: 'right' },
      { key: 'paidInWon', header: both('납입액(원)', 'Paid in (won)'), align: 'right' },
      { key: 'unpaidWon', header: both('미납액(원)', 'Unpaid (won)'), align: 'right' },
    ],
    grounds: { paidInWon: stated('납입 기록', 'capital-call.receive', 'capital-receipt.reverse', 'fund-register.import'), unpaidWon: sum('amountWon', '-paidInWon') },
    rows: calls.map((call) => ({
      record: { register: 'capital_call' as const, id: call.id },
      cells: {
        call: String(call.number),
        purpose: call.purpose,
        noticeOn: dateText(call.noticeOn),
        dueOn: dateText(call.dueOn),
        amountWon: wonText(call.amountWon),
        paidInWon: wonText(call.paidWon),
        unpaidWon: wonText(call.unpaidWon),
      },
      ...(call.unpaidWon === '0' ? {} : { tone: 'bad' as const }),
    })),
    totals: { call: '', purpose: '합계', noticeOn: '', dueOn: '', amountWon: total('amountWon'), paidInWon: total('paidWon'), unpaidWon: total('unpaidWon') },
  };
}

/** Shares that came late or are owed after their due date, with the interest that the agreement asks for. */
function lateBlocks({ calls, asOf }: ComplianceFacts): ReportBlock[] {
  const late = calls.flatMap((call) => call.shares.filter((share) => share.daysLate > 0).map((share) => ({ call, share })));
  if (late.length === 0) {
    return [{ kind: 'text', text: both(`${dateText(asOf)} 현재 납입기일을 지나 납입되었거나 미납된 출자금은 없습니다.`, `Nothing was paid late or is overdue on ${asOf}.`) }];
  }
  return [
    {
      kind: 'table',
      caption: both('납입 지연과 연체이자', 'Late payments and overdue interest'),
      columns: [
        { key: 'call', header: both('차수', 'Call'), align: 'center' },
        { key: 'partner', header: both('조합원', 'Partner'), align: 'left' },
        { key: 'dueOn', header: both('납입기일', 'Due'), align: 'center' },
        { key: 'calledWon', header: both('요청액(원)', 'Called (won)'), align: 'right' },
        { key: 'unpaidWon', header: both('미납액(원)', 'Unpaid (won)'), align: 'right' },
        { key: 'lateDayCount', header: both('지연일수', 'Days late'), align: 'right' },
        { key: 'interestWon', header: both('연체이자(원)', 'Interest (won)'), align: 'right' },
      ],
      grounds: {
        lateDayCount: words('납입기일의 다음 날부터 납입일(미납이면 기준일)까지의 일수'),
        interestWon: words('늦은 금액 × 연체이율 × 지연일수 ÷ 365 (원 미만 버림)', 'lateDayCount'),
      },
      rows: late.map(({ call, share }) => ({
        record: { register: 'capital_call' as const, id: call.id },
        cells: {
          call: String(call.number),
          partner: share.partner,
          dueOn: dateText(call.dueOn),
          calledWon: wonText(share.calledWon),
          unpaidWon: wonText(share.unpaidWon),
          lateDayCount: String(share.daysLate),
          interestWon: wonText(share.overdueInterestWon),
        },
        ...(share.unpaidWon === '0' ? {} : { tone: 'bad' as const }),
      })),
    },
  ];
}
