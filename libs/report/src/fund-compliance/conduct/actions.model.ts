import { both, dateText, wonText } from '../../report/report-text.js';
import type { ReportBlock } from '../../report/report.js';
import { column } from '../../table/column.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { NOTHING_OPEN, openActions } from './action.rules.js';
import { words } from '../../trace/ground.js';

/** The plan: each open matter with what is to be done. */
export function actionBlocks(facts: ComplianceFacts): ReportBlock[] {
  const actions = openActions(facts);
  if (actions.length === 0) return [{ kind: 'text', text: NOTHING_OPEN }];
  return [
    {
      kind: 'table',
      caption: both(`조치계획 (${actions.length}건)`, `Action plan (${actions.length})`),
      columns: [
        column('subject', '대상', 'Subject'),
        column('action', '조치', 'Action'),
        column('amountWon', '금액(원)', 'Amount (won)'),
        column('dueOn', '기한', 'Due'),
        column('ground', '근거', 'Ground'),
      ],
      grounds: { amountWon: words('본문의 부족액, 보류된 투자금액, 미납액, 한도를 넘은 금액 가운데 대상·조치란에 적은 것') },
      rows: actions.map(({ subject, action, amountWon, dueOn, ground }) => ({
        cells: { subject, action, amountWon: amountWon === null ? '-' : wonText(amountWon), dueOn: dateText(dueOn), ground },
        ...(dueOn !== null && dueOn < facts.asOf ? { tone: 'bad' as const } : {}),
      })),
    },
  ];
}
