import { both } from '../../report/report-text.js';
import type { ReportSection } from '../../report/report.js';
import { policyBlocks } from '../../rule/policy-table.model.js';
import { SOURCE_NAMES } from '../../rule/rule-words.js';
import type { ComplianceFacts } from '../fund-compliance.js';

export function policiesSection({ policies }: ComplianceFacts): ReportSection {
  return { id: 'policies', title: both('15-1. 부록: 적용 규칙과 버전', 'Rules in force and their versions'), blocks: policyBlocks(policies, { narrow: '조합', sources: SOURCE_NAMES }) };
}
