import { both } from '../report/report-text.js';
import type { ReportDraft, ReportSection } from '../report/report.js';
import { linesSection } from '../grant-settlement/section/lines.model.js';
import { treasurySection } from '../grant-settlement/section/treasury.model.js';
import { policyBlocks } from '../rule/policy-table.model.js';
import { SOURCE_NAMES } from '../rule/rule-words.js';
import { verificationBlocks, type ControlLine } from '../table/control-total.model.js';
import { matchingTotals } from './matching.rules.js';
import type { MatchingFacts } from './matching.js';
import { choiceSection, zoneSection } from './section/choice.model.js';
import { clawbackSection } from './section/clawback.model.js';
import { commitmentSection } from './section/commitment.model.js';
import { outcomeSection } from './section/outcome.model.js';
import { overviewSection, verdictOf } from './section/overview.model.js';
import { privateSection } from './section/private.model.js';
import { releaseSection } from './section/release.model.js';

/** The paper names companies, depositors and amounts; it is for the office until somebody discloses it. */
const SECURITY_MARK = '대외비';

/**
 * The matching report of a pool (매칭 보고서, report D) at one point in both times. Pure: the same facts give the same report. Throws
 * `InvariantError` unless deposits, room, releases and books agree (`matchingTotals`).
 */
export function matchingModel(facts: MatchingFacts): ReportDraft {
  const control = matchingTotals(facts);
  const verdict = verdictOf(facts);
  const { call, asOf, knownBefore } = facts.grant;
  return {
    meta: {
      title: both('매칭 보고서', 'Matching report'),
      subjectNumber: `${call.prefix}-${call.fiscalYear}`,
      subjectName: call.name,
      issuer: call.agency,
      asOf,
      knownBefore: knownBefore.toISOString(),
      ruleVersion: facts.terms.find(({ key }) => key === 'matching.match-percent')?.id ?? '-',
      securityMark: SECURITY_MARK,
    },
    verdict,
    sections: [overviewSection(facts, verdict), ...[privateSection, commitmentSection, releaseSection, clawbackSection, choiceSection, zoneSection].map((section) => section(facts)), settlementSection(facts), outcomeSection(facts), annexSection(facts, control)],
    list: { fileName: 'projects.csv', title: '과제별 민간 납입과 정부 집행', sectionId: 'release', index: 0 },
  };
}

/** What the projects spent and what came back, as report C tells it: the settlement is the grant engine's. */
function settlementSection({ grant }: MatchingFacts): ReportSection {
  return { id: 'settlement', title: both('8. 집행·정산', 'Use and settlement'), blocks: [...linesSection(grant).blocks, ...treasurySection(grant).blocks] };
}

function annexSection({ terms }: MatchingFacts, control: readonly ControlLine[]): ReportSection {
  return {
    id: 'annex',
    title: both('부록: 적용 규칙, 검증', 'Annex: rules, verification'),
    blocks: [
      ...policyBlocks(terms, { narrow: '사업', sources: { ...SOURCE_NAMES, NOTICE: both('사업공고', 'Call'), AGREEMENT: both('협약', 'Agreement') } }),
      ...verificationBlocks(
        control,
        both('확인된 민간 입금에서 회수된 금액을 뺀 값이 원장과 같고, 과제마다 지급 가능 + 초과 지급 = 남은 여력 + 지급 누계이며, 모든 합계가 원장과 원 단위까지 일치합니다.', 'Proven deposits less what left equal the books, of every project allowed + over-released = room + released, and every total ties to the won.'),
        both('사업', 'pool'),
      ),
    ],
  };
}
