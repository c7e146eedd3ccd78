import { both, dateText, knownText } from '../../report/report-text.js';
import type { ReportSection } from '../../report/report.js';
import type { ComplianceFacts } from '../fund-compliance.js';

/** What the paper is and who stands for it; the box for their hands is on the cover. */
export function coverSection({ fund, programme, position, asOf, knownBefore, agreements }: ComplianceFacts): ReportSection {
  const agreement = agreements.at(-1);
  return {
    id: 'cover',
    title: both('1. 표지·결재란', 'Cover and approval box'),
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: both('보고서', 'Report'), value: '펀드 준수보고서 (벤처투자조합 의무투자·제한사항·운용 현황)' },
          { label: both('조합', 'Fund'), value: `${fund.name} (${fund.number}), ${programme.ko}` },
          { label: both('작성', 'Prepared by'), value: `업무집행조합원 ${fund.generalPartner}` },
          { label: both('기준일', 'As of'), value: dateText(asOf) },
          { label: both('자료 반영 시점', 'Known at'), value: `${knownText(knownBefore)} (KST)` },
          { label: both('규약·규칙 버전', 'Agreement and rule version'), value: agreement === undefined ? `의무비율 규칙 ${position.rule.version}` : `규약 ${agreement.version}판 (${dateText(agreement.effectiveOn)} 시행), 의무비율 규칙 ${position.rule.version}` },
          { label: both('결재', 'Approval'), value: '담당 · 검토 · 결재. 서명란은 표지에 있으며, 시스템에서 이루어진 결재는 14장에 적습니다.' },
        ],
      },
    ],
  };
}
