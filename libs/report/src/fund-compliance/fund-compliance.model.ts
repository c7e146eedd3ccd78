import { both } from '../report/report-text.js';
import type { ReportDraft } from '../report/report.js';
import { invariant } from '#libs/errors';
import type { ComplianceFacts } from './fund-compliance.js';
import { controlTotals } from './fund-compliance.rules.js';
import { changesSection } from './conduct/changes.model.js';
import { coverSection } from './conduct/cover.model.js';
import { restrictionsSection } from './conduct/restrictions.model.js';
import { statutorySection } from './conduct/statutory.model.js';
import { feesSection } from './money/fees.model.js';
import { outcomeSection } from './money/outcome.model.js';
import { valuationSection } from './money/valuation.model.js';
import { glossarySection, verificationSection } from './section/annex.model.js';
import { capitalSection } from './section/capital.model.js';
import { evidenceSection } from './section/evidence.model.js';
import { exceptionsSection } from './section/exceptions.model.js';
import { fundSection } from './section/fund.model.js';
import { investmentsSection } from './section/investments.model.js';
import { obligationSection } from './section/obligation.model.js';
import { policiesSection } from './section/policies.model.js';
import { recognitionSection } from './section/recognition.model.js';
import { summarySection } from './section/summary.model.js';
import { countedWon, verdictOf } from './section/verdict.model.js';

/** The paper names recipients and amounts; it is for the office until somebody discloses it. */
const SECURITY_MARK = '대외비';

/**
 * The fund compliance report (펀드 준수보고서, report A) of one fund at one point in both times. Pure: the same facts
 * give the same report. Throws `InvariantError` unless list, formula and ledger agree (`controlTotals`).
 */
export function fundComplianceModel(facts: ComplianceFacts): ReportDraft {
  const control = controlTotals(facts);
  requirePaceToMeetThePosition(facts);
  const verdict = verdictOf(facts);
  return {
    meta: {
      title: both('펀드 준수보고서', 'Fund compliance report'),
      subjectNumber: facts.fund.number,
      subjectName: facts.fund.name,
      issuer: facts.fund.generalPartner,
      asOf: facts.asOf,
      knownBefore: facts.knownBefore.toISOString(),
      ruleVersion: facts.position.rule.version,
      securityMark: SECURITY_MARK,
    },
    verdict,
    sections: [
      coverSection(facts),
      summarySection(facts, verdict),
      fundSection(facts),
      capitalSection(facts),
      obligationSection(facts),
      statutorySection(facts),
      investmentsSection(facts),
      recognitionSection(facts),
      restrictionsSection(facts),
      feesSection(facts),
      outcomeSection(facts),
      valuationSection(facts),
      exceptionsSection(facts),
      changesSection(facts),
      policiesSection(facts),
      evidenceSection(facts),
      glossarySection(),
      verificationSection(control),
    ],
    list: { fileName: 'investments.csv', title: '투자 목록', sectionId: 'investments', index: 0 },
  };
}

/** The curve ends where the figure stands; on outstanding cost the two measure different things. */
function requirePaceToMeetThePosition(facts: ComplianceFacts): void {
  if (facts.position.rule.measure !== 'CUMULATIVE_COST') return;
  const today = facts.pace.find((point) => point.on === facts.asOf);
  if (today === undefined || today.qualifyingWon === null) return;
  invariant(today.qualifyingWon === countedWon(facts).toString(), `the pace of ${facts.fund.number} ends at ${today.qualifyingWon}, not at ${countedWon(facts)}`);
}
