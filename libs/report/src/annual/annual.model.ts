import { both } from '../report/report-text.js';
import type { ReportDraft } from '../report/report.js';
import type { AnnualFacts } from './annual.js';
import { annualTotals, moneyOf } from './annual.rules.js';
import { annexSection } from './section/annex.model.js';
import { closingSection } from './section/closing.model.js';
import { moneySection } from './section/money.model.js';
import { outcomeSection } from './section/outcome.model.js';
import { pipelineSection } from './section/pipeline.model.js';
import { planTextSection } from './section/plan-text.model.js';
import { regionSection } from './section/region.model.js';
import { relaySection } from './section/relay.model.js';
import { riskSection } from './section/risk.model.js';
import { summarySection, verdictOf } from './section/summary.model.js';
import { tasksSection } from './section/tasks.model.js';

/** The paper names companies and what they got; it is for the office until somebody discloses it. */
const SECURITY_MARK = '대외비';

/**
 * The annual integrated report (연간 통합보고서, report E) of a fiscal year over all books, at one point in both times. Pure: the same
 * facts give the same report. Throws `InvariantError` unless facts and books agree (`annualTotals`).
 */
export function annualModel(facts: AnnualFacts): ReportDraft {
  const control = annualTotals(facts);
  const rows = moneyOf(facts);
  const verdict = verdictOf(facts, rows);
  return {
    meta: {
      title: both('연간 통합보고서', 'Annual integrated report'),
      subjectNumber: `ANNUAL-${facts.year}`,
      subjectName: `공공기술 사업화 지원 ${facts.year}년${facts.whole ? '' : ' (일부 범위)'}`,
      issuer: facts.issuer,
      asOf: facts.asOf,
      knownBefore: facts.knownBefore.toISOString(),
      ruleVersion: '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.)',
      securityMark: SECURITY_MARK,
    },
    verdict,
    sections: [
      summarySection(facts, rows, verdict),
      tasksSection(facts, rows),
      moneySection(facts, rows),
      relaySection(facts),
      pipelineSection(facts),
      outcomeSection(facts, rows),
      regionSection(facts),
      riskSection(facts, rows),
      closingSection(facts, rows),
      planTextSection(facts),
      annexSection(facts, control),
    ],
    list: { fileName: 'books.csv', title: '장부별 금액', sectionId: 'money', index: 3 },
  };
}
