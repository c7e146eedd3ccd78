import { both, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportRow, ReportSection } from '../../report/report.js';
import { actionBlocks } from '../conduct/actions.model.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { RESULT_NAMES } from '../words.js';

/** Every rule that did not hold, with the figures it was asked with; breaches of the past among them. */
export function exceptionsSection(facts: ComplianceFacts): ReportSection {
  const rows = [...standingBreaches(facts), ...recordedBreaches(facts)];
  return { id: 'exceptions', title: both('13. 예외·경고·조치계획', 'Exceptions, warnings and action plan'), blocks: [rows.length === 0 ? NONE : table(rows), ...actionBlocks(facts)] };
}

const NONE: ReportBlock = { kind: 'text', text: both('기록된 경고와 차단은 없습니다.', 'No warning and no refusal is on record.') };

const table = (rows: readonly ReportRow[]): ReportBlock => ({
  kind: 'table',
  caption: both('지켜지지 않은 규칙', 'Rules that did not hold'),
  columns: [
    { key: 'subject', header: both('대상', 'Subject'), align: 'left' },
    { key: 'result', header: both('결과', 'Result'), align: 'center' },
    { key: 'text', header: both('내용', 'What was found'), align: 'left' },
    { key: 'clause', header: both('근거', 'Clause'), align: 'left' },
    { key: 'rule', header: both('규칙', 'Rule'), align: 'left' },
  ],
  rows,
});

/** Verdicts about what the report shows; one about a deal of a later day has no place in it. */
function recordedBreaches({ fund, calls, investments, verdicts }: ComplianceFacts): ReportRow[] {
  const subjects = new Map([
    [fund.id, `${fund.number} 조합`],
    ...calls.map((call) => [call.id, `제${call.number}차 출자요청`] as const),
    ...investments.map((deal) => [deal.id, `${deal.number} ${deal.company}`] as const),
  ]);
  return verdicts
    .filter((verdict) => verdict.result !== 'PASS' && subjects.has(verdict.subjectId))
    .map((verdict) => ({
      cells: {
        subject: textOr(subjects.get(verdict.subjectId)),
        result: nameIn(RESULT_NAMES, verdict.result),
        text: verdict.text.ko,
        clause: verdict.clause,
        rule: verdict.rule,
      },
      ...(verdict.result === 'BLOCK' ? { tone: 'bad' as const } : {}),
    }));
}

/** What the figures themselves say, whoever recorded or overlooked it. */
function standingBreaches({ fund, position, partners }: ComplianceFacts): ReportRow[] {
  const { feasibility, rule } = position;
  const rows: ReportRow[] = [];
  const add = (text: string, clause: string, name: string): void => {
    rows.push({ cells: { subject: `${fund.number} 조합`, result: nameIn(RESULT_NAMES, 'WARN'), text, clause, rule: name }, tone: 'bad' });
  };
  if (feasibility.headroomWon < 0n) add(`비주목적 투자여력이 ${wonText(feasibility.headroomWon)}원으로 0보다 작습니다.`, rule.clause, 'headroom-is-not-negative');
  const difference = partners.reduce((sum, partner) => sum + partner.commitmentWon, 0n) - fund.committedWon;
  if (difference !== 0n) add(`조합원 약정액 합계가 약정총액과 ${wonText(difference)}원 다릅니다.`, '조합규약', 'partners-add-up-to-commitments');
  return rows;
}
