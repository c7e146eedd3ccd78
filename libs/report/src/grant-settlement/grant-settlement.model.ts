import { formSections } from '../grant-form/grant-form.model.js';
import { requireFormToTie } from '../grant-form/form-totals.rules.js';
import { REGIME_WORDS } from '../grant-form/regime-words.data.js';
import { both } from '../report/report-text.js';
import type { ReportDraft, ReportSection } from '../report/report.js';
import { annexSection } from './annex.model.js';
import { grantTotals } from './grant-settlement.rules.js';
import type { GrantSettlementFacts, SettledStage } from './grant-settlement.js';
import { assetsSection } from './section/assets.model.js';
import { auditorsSection } from './section/auditors.model.js';
import { disallowedSection } from './section/disallowed.model.js';
import { evidenceSection } from './section/evidence.model.js';
import { interestSection } from './section/interest.model.js';
import { linesSection } from './section/lines.model.js';
import { indirectSection, returnsSection } from './section/returns.model.js';
import { sanctionsSection } from './section/sanctions.model.js';
import { sourcesSection } from './section/sources.model.js';
import { summarySection } from './section/summary.model.js';
import { treasurySection } from './section/treasury.model.js';
import { verdictOf } from './verdict.model.js';

/** The paper names institutions and amounts; it is for the office until somebody discloses it. */
const SECURITY_MARK = '대외비';

/**
 * The settlement report of a call, or of one agreement with its form 7 (보조금/출연금 정산보고서, report C), at one point in both
 * times. Pure: the same facts give the same report. Throws `InvariantError` unless lines, accounts, control accounts and forms
 * agree (`grantTotals`, `requireFormToTie`).
 */
export function grantSettlementModel(facts: GrantSettlementFacts): ReportDraft {
  const control = grantTotals(facts);
  for (const { form } of facts.settled) requireFormToTie(form);
  const verdict = verdictOf(facts);
  const { call, agreementId } = facts;
  const agreement = facts.agreements.find(({ id }) => id === agreementId);
  return {
    meta: {
      title: REGIME_WORDS[call.regime].report,
      subjectNumber: agreement?.number ?? `${call.prefix}-${call.fiscalYear}`,
      subjectName: agreement === undefined ? call.name : `${agreement.partyName} · ${agreement.title}`,
      issuer: call.agency,
      asOf: facts.asOf,
      knownBefore: facts.knownBefore.toISOString(),
      ruleVersion: facts.clause,
      securityMark: SECURITY_MARK,
    },
    verdict,
    sections: [
      summarySection(facts, verdict),
      ...[sourcesSection, linesSection, disallowedSection, interestSection, returnsSection, indirectSection, evidenceSection, assetsSection, auditorsSection, sanctionsSection, treasurySection].map((section) => section(facts)),
      ...(agreement === undefined ? [] : facts.settled.map(formOf)),
      annexSection(facts, control),
    ],
    list: { fileName: 'lines.csv', title: '비목별 집행', sectionId: 'lines', index: 0 },
  };
}

/** The form as it was decided, behind the report on its agreement. */
const formOf = ({ form, stage }: SettledStage): ReportSection => ({
  id: `form-${stage}`,
  title: both(`붙임: 정산 서식 ${form.number} (${stage}단계)`, `Form of ${form.number}`),
  blocks: formSections(form).flatMap(({ blocks }) => blocks),
});
