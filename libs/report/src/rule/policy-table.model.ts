import type { Bilingual } from '#libs/errors';
import type { Policy } from '#libs/policy';
import { both, dateText, instantText, nameIn } from '../report/report-text.js';
import type { ReportBlock } from '../report/report.js';
import { centred, column } from '../table/column.js';
import { policyName, policyRank, policyValueText } from './rule-words.js';

/** How a kind of report calls the scope of its subject, and the papers that decide there. */
export interface PolicyWords {
  readonly narrow: string;
  readonly sources: Readonly<Record<string, Bilingual>>;
}

/** The numbers that figures rest on: which value, on which clause, since when. Defaults are marked as such. */
export function policyBlocks(policies: readonly Policy[], { narrow, sources }: PolicyWords): readonly ReportBlock[] {
  return [
    {
      kind: 'text',
      text: both(
        `기준일에 시행 중이고 알려진 시점까지 등록된 값입니다. 좁은 범위(${narrow})의 결정이 넓은 범위(사업, 공통)보다 우선합니다. (기본값)은 규약·공고·법령이 아니라 관행이나 가정에서 온 값입니다.`,
        'Values in force on the date and known by then. The narrower decision goes before one for the programme or for all. (Default) marks values from practice or assumption.',
      ),
    },
    {
      kind: 'table',
      caption: both(`적용 규칙 (${policies.length}건)`, `Rules in force (${policies.length})`),
      columns: [
        column('rule', '규칙', 'Rule'),
        column('value', '값', 'Value'),
        column('clause', '근거', 'Clause'),
        column('source', '출처', 'Source'),
        centred('scope', '범위', 'Scope'),
        column('version', '버전', 'Version', 'right'),
        column('effectiveOn', '시행일', 'In force from'),
        centred('knownAt', '등록 시각', 'Known at'),
      ],
      rows: inOrder(policies).map((policy) => ({ cells: { ...cells(policy), source: nameIn(sources, policy.source), scope: scopeText(policy.scope, narrow) } })),
    },
  ];
}

/** As the words list the keys; unknown keys last, by name. */
const inOrder = (policies: readonly Policy[]): Policy[] => [...policies].sort((one, other) => policyRank(one.key) - policyRank(other.key) || (one.key < other.key ? -1 : 1));

const cells = (policy: Policy): Record<string, string> => ({
  rule: policyName(policy.key),
  value: policyValueText(policy.key, policy.value),
  clause: policy.clause,
  version: policy.id,
  effectiveOn: dateText(policy.effectiveFrom),
  knownAt: instantText(policy.knownAt),
});

function scopeText(scope: string, narrow: string): string {
  if (scope === '*') return '공통';
  return scope.startsWith('programme/') ? '사업' : narrow;
}
