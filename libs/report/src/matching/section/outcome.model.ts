import { both, wonText } from '../../report/report-text.js';
import type { ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import type { MatchingFacts } from '../matching.js';
import { stated } from '../../trace/ground.js';

const DECLARED = stated('매출·기술료 신고 기록', 'grant-royalty.declare');

/** What the projects brought, as far as it was declared. */
export function outcomeSection({ outcomes }: MatchingFacts): ReportSection {
  const title = both('9. 성과', 'Outcomes');
  if (outcomes.length === 0) return { id: 'outcome', title, blocks: [{ kind: 'text', text: both('기준일까지 신고된 매출·기술료가 없습니다. 신고되지 않은 성과는 추정하지 않습니다.', 'No income was declared by the date; what was not declared is not guessed.') }] };
  return {
    id: 'outcome',
    title,
    blocks: [
      {
        kind: 'table',
        caption: both(`신고된 매출·기술료와 고용 (${outcomes.length}건)`, `Declared (${outcomes.length})`),
        columns: [centred('agreement', '협약번호', 'Project'), column('company', '기업·기관', 'Company'), column('technology', '기술', 'Technology'), column('incomeWon', '수입·매출(원)', 'Income (won)'), column('jobCount', '고용(명)', 'Jobs')],
        grounds: { incomeWon: DECLARED, jobCount: DECLARED },
        rows: outcomes.map((each) => ({ cells: { agreement: each.agreement, company: each.company, technology: each.technology, incomeWon: wonText(each.incomeWon), jobCount: each.jobs === null ? '-' : String(each.jobs) } })),
        totals: { agreement: '합계', company: '', technology: '', incomeWon: wonText(total(outcomes, ({ incomeWon }) => incomeWon)), jobCount: '' },
      },
    ],
  };
}
