import type { Policy } from '#libs/policy';
import { both, dateText, instantText } from '../../report/report-text.js';
import type { ReportSection } from '../../report/report.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { policyName, policyRank, policyValueText } from '../rule-words.js';
import { nameIn, SOURCE_NAMES } from '../words.js';

/** The numbers that the figures rest on: which value, on which clause, since when. Defaults are marked as such. */
export function policiesSection({ policies }: ComplianceFacts): ReportSection {
  return {
    id: 'policies',
    title: both('9. 적용 규칙과 버전', 'Rules in force and their versions'),
    blocks: [
      {
        kind: 'text',
        text: both(
          '기준일에 시행 중이고 알려진 시점까지 등록된 값입니다. 좁은 범위(조합)의 결정이 넓은 범위(사업, 공통)보다 우선합니다. (기본값)은 규약·법령이 아니라 관행이나 가정에서 온 값입니다.',
          'Values in force on the date and known by then. A decision for the fund goes before one for the programme or for all. (Default) marks values from practice or assumption.',
        ),
      },
      {
        kind: 'table',
        caption: both(`적용 규칙 (${policies.length}건)`, `Rules in force (${policies.length})`),
        columns: [
          { key: 'rule', header: both('규칙', 'Rule'), align: 'left' },
          { key: 'value', header: both('값', 'Value'), align: 'left' },
          { key: 'clause', header: both('근거', 'Clause'), align: 'left' },
          { key: 'source', header: both('출처', 'Source'), align: 'left' },
          { key: 'scope', header: both('범위', 'Scope'), align: 'center' },
          { key: 'version', header: both('버전', 'Version'), align: 'right' },
          { key: 'effectiveOn', header: both('시행일', 'In force from'), align: 'center' },
          { key: 'knownAt', header: both('등록 시각', 'Known at'), align: 'center' },
        ],
        rows: inOrder(policies).map((policy) => ({ cells: cells(policy) })),
      },
    ],
  };
}

/** The obligation first, then as the words list the keys; unknown keys last, by name. */
const inOrder = (policies: readonly Policy[]): Policy[] => [...policies].sort((one, other) => policyRank(one.key) - policyRank(other.key) || (one.key < other.key ? -1 : 1));

const cells = (policy: Policy): Record<string, string> => ({
  rule: policyName(policy.key),
  value: policyValueText(policy.key, policy.value),
  clause: policy.clause,
  source: nameIn(SOURCE_NAMES, policy.source),
  scope: scopeText(policy.scope),
  version: policy.id,
  effectiveOn: dateText(policy.effectiveFrom),
  knownAt: instantText(policy.knownAt),
});

function scopeText(scope: string): string {
  if (scope.startsWith('fund/')) return '조합';
  return scope.startsWith('programme/') ? '사업' : '공통';
}
