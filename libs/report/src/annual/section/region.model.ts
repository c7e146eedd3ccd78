import { both, wonText } from '../../report/report-text.js';
import type { ReportSection } from '../../report/report.js';
import { column } from '../../table/column.js';
import { inYear, type AnnualFacts } from '../annual.js';
import type { Support } from '../../support/support.js';
import { grouped, total } from '../../table/rows.js';
import { words } from '../../trace/ground.js';

const UNKNOWN = '기록 없음';

const COUNTED = words('그 연도의 지원(데이터 사전)을 소재지나 특구로 나누어 세거나 더함');

/** Where the supported are, as far as an address or a zone is on record. */
export function regionSection(facts: AnnualFacts): ReportSection {
  const supports = facts.supports.filter(({ on, kind }) => inYear(facts, on) && kind !== 'ROYALTY');
  const groups = [...grouped(supports, ({ region }) => region ?? UNKNOWN)].sort(([one], [other]) => (one === UNKNOWN ? 1 : other === UNKNOWN ? -1 : one < other ? -1 : 1));
  const cells = (rows: readonly Support[]) => ({ supportCount: String(rows.length), partyCount: String(new Set(rows.map(({ partyId }) => partyId)).size), amountWon: wonText(total(rows, ({ amountWon }) => amountWon)) });
  return {
    id: 'region',
    title: both('7. 지역(특구)별', 'By region and zone'),
    blocks: [
      {
        kind: 'text',
        text: both(
          '매칭 과제는 판정된 특구로, 바우처는 신청서의 소재지로 나눕니다. 펀드 투자기업과 지원 협약의 소재지는 이 시스템에 기록하지 않아 ‘기록 없음’입니다.',
          'Matching projects by their zone, vouchers by the address of the application. Where funds invest and whom grants support is not kept by place.',
        ),
      },
      {
        kind: 'table',
        caption: both(`지역·특구별 지원 (${facts.year}년)`, `By region in ${facts.year}`),
        columns: [column('region', '지역·특구', 'Region or zone'), column('supportCount', '지원(건)', 'Supports'), column('partyCount', '기업·기관(곳)', 'Companies'), column('amountWon', '금액(원)', 'Amount (won)')],
        grounds: { supportCount: COUNTED, partyCount: COUNTED, amountWon: COUNTED },
        rows: groups.map(([region, rows]) => ({ cells: { region, ...cells(rows) }, ...(region === UNKNOWN ? { tone: 'muted' as const } : {}) })),
        totals: { region: '합계', ...cells(supports) },
      },
    ],
  };
}
