import { sumWon, truncatedPercent } from '#libs/money';
import { both, basisPointsText, dateText, percentText, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import type { LimitUse } from './conduct.js';
import { named, ratio, ruled, stated, sum, words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';

/** Limits of law and agreement beside what stands, deals with related parties, and the leave that was given. */
export function restrictionsSection(facts: ComplianceFacts): ReportSection {
  return {
    id: 'restrictions',
    title: both('9. 제한사항 점검', 'Restrictions'),
    blocks: [...limitBlocks(facts), ...relatedBlocks(facts), ...waiverBlocks(facts)],
  };
}

const isBeyond = ({ usedWon, capWon }: LimitUse): boolean => usedWon > capWon;

function limitBlocks({ restrictions: { limits }, position }: ComplianceFacts): ReportBlock[] {
  if (limits.length === 0) return [{ kind: 'text', text: both('기준일에 시행 중인 투자한도가 없습니다.', 'No limit is in force.') }];
  const over = limits.filter(isBeyond);
  return [
    {
      kind: 'table',
      caption: both('투자한도 사용 현황', 'Use of limits'),
      columns: [
        column('limit', '한도', 'Limit'),
        column('subject', '대상', 'Subject'),
        column('usedWon', '투자액(원)', 'Invested (won)'),
        column('usedPercent', '약정총액 대비', 'Of commitments'),
        column('capPercent', '한도 비율', 'Limit'),
        column('capWon', '한도액(원)', 'Limit (won)'),
        column('roomWon', '남은 한도(원)', 'Room (won)'),
        centred('hardness', '성격', 'Nature'),
        centred('result', '결과', 'Result'),
        column('clause', '근거', 'Clause'),
      ],
      grounds: {
        usedWon: words('대상란의 기업·프로젝트·조합에 대한 투자의 취득원가 합계', named(FIGURE.listed)),
        usedPercent: ratio('usedWon', named(FIGURE.committed), 'truncate'),
        capPercent: ruled('근거란의 조항이 정한 한도 비율 (15-1 적용 규칙과 버전)'),
        capWon: words('기준금액 × 한도 비율 (원 미만 버림)', 'capPercent'),
        roomWon: sum('capWon', '-usedWon'),
      },
      rows: limits.map((limit) => ({
        cells: {
          limit: limit.name.ko,
          subject: limit.subject ?? '조합 전체',
          usedWon: wonText(limit.usedWon),
          usedPercent: percentText(truncatedPercent(limit.usedWon, position.facts.committedWon)),
          capPercent: basisPointsText(limit.capBasisPoints),
          capWon: wonText(limit.capWon),
          roomWon: wonText(limit.capWon - limit.usedWon),
          hardness: limit.hardness === 'HARD' ? '법령' : '약정',
          result: isBeyond(limit) ? '초과' : '이내',
          clause: limit.clause,
        },
        tone: isBeyond(limit) ? ('bad' as const) : ('good' as const),
      })),
    },
    {
      kind: 'text',
      text:
        over.length === 0
          ? both('한도를 넘은 항목이 없습니다. 한도는 취득원가로 계산하며, 취소·해제된 투자와 비현금 전환은 넣지 않습니다.', 'Nothing is beyond its limit. Counted at cost; voided and rescinded deals and conversions are left out.')
          : both(`한도를 넘은 항목이 ${over.length}건 있습니다. 원인과 조치는 13장에 적습니다.`, `${over.length} item(s) are beyond their limit; see section 13.`),
    },
  ];
}

function relatedBlocks({ restrictions: { related } }: ComplianceFacts): ReportBlock[] {
  if (related.length === 0) return [{ kind: 'text', text: both('이해관계인과의 거래로 확인된 투자는 없습니다.', 'No deal with a related party was found.') }];
  return [
    {
      kind: 'table',
      caption: both('이해관계인 거래', 'Deals with related parties'),
      columns: [
        column('number', '투자번호', 'No.', 'center'),
        column('company', '기업', 'Company'),
        column('amountWon', '투자금액(원)', 'Amount (won)'),
        column('finding', '확인 내용', 'Finding'),
        column('clause', '근거', 'Clause'),
      ],
      grounds: { amountWon: stated('행의 투자번호로 적은 투자 기록', 'investment.record', 'fund-register.import') },
      rows: related.map((deal) => ({ cells: { number: deal.number, company: deal.company, amountWon: wonText(deal.amountWon), finding: deal.finding, clause: deal.clause } })),
      totals: { number: '', company: '합계', amountWon: wonText(sumWon(related.map((deal) => deal.amountWon))), finding: '', clause: '' },
    },
  ];
}

function waiverBlocks({ restrictions: { waivers } }: ComplianceFacts): ReportBlock[] {
  if (waivers.length === 0) return [{ kind: 'text', text: both('기준일까지 승인된 예외는 없습니다.', 'No waiver was granted.') }];
  return [
    {
      kind: 'table',
      caption: both('예외승인', 'Waivers'),
      columns: [
        column('rule', '규칙', 'Rule'),
        column('company', '기업', 'Company'),
        column('mostWon', '상한(원)', 'At most (won)'),
        column('fromOn', '시작', 'From'),
        column('toOn', '만료', 'To'),
        column('approvedBy', '승인자', 'Approved by'),
        column('reason', '사유', 'Reason'),
      ],
      grounds: { mostWon: stated('예외승인 기록', 'waiver.grant') },
      rows: waivers.map((waiver) => ({
        cells: {
          rule: waiver.rule,
          company: waiver.company ?? '모든 기업',
          mostWon: waiver.mostWon === null ? '-' : wonText(waiver.mostWon),
          fromOn: dateText(waiver.validFrom),
          toOn: dateText(waiver.validTo),
          approvedBy: waiver.approvedBy,
          reason: textOr(waiver.reason),
        },
      })),
    },
  ];
}
