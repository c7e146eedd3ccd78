import type { PackDefinition } from '../pack/pack.js';
import { column, say, secret } from '../pack/pack-column.js';

/** 11. Which rules changed, to what, and who agreed. */
export const RULE_CHANGES: PackDefinition = {
  code: 'rule-changes',
  ordinal: 11,
  title: say('규칙·기준 변경과 승인', 'Changes of rules and who approved'),
  question: say('어떤 규칙이나 기준값이 언제 무엇에서 무엇으로 바뀌었고, 누가 승인했습니까?', 'Which rules or limits changed, from what to what, and who approved?'),
  basis: '감사원법 제25조·제27조',
  lists: [
    {
      key: 'policies',
      title: say('기준값 변경', 'Limits and terms'),
      columns: [
        column('knownAt', '등록 시각', 'Known at'),
        column('scope', '범위', 'Scope'),
        column('key', '규칙', 'Rule'),
        column('before', '바뀌기 전', 'Before'),
        column('after', '바뀐 뒤', 'After'),
        column('effectOn', '시행일', 'In force from'),
        column('clause', '근거', 'Clause'),
        column('version', '버전', 'Version'),
        secret('decidedBy', '결정한 사람', 'Decided by', 'PERSON'),
        secret('approvedBy', '승인한 사람', 'Approved by', 'PERSON'),
      ],
      none: say('기간 안에 바뀐 기준이 없습니다.', 'No limit changed in the period.'),
      notes: [],
    },
    {
      key: 'approval-policies',
      title: say('결재 기준 변경', 'Approval policies'),
      columns: [column('knownAt', '등록 시각', 'Known at'), column('scope', '범위', 'Scope'), column('command', '작업', 'Command'), column('tiers', '단계', 'Tiers'), column('effectOn', '시행일', 'In force from'), column('clause', '근거', 'Clause'), secret('decidedBy', '결정한 사람', 'Decided by', 'PERSON'), secret('approvedBy', '승인한 사람', 'Approved by', 'PERSON')],
      none: say('기간 안에 바뀐 결재 기준이 없습니다.', 'No approval policy changed in the period.'),
      notes: [],
    },
    {
      key: 'roles',
      title: say('권한 변경', 'Roles and ranks'),
      columns: [column('knownAt', '시각', 'At'), secret('person', '대상', 'Whose', 'PERSON'), column('what', '내용', 'What'), column('scopes', '범위', 'Where'), secret('decidedBy', '결정한 사람', 'Decided by', 'PERSON'), secret('approvedBy', '승인한 사람', 'Approved by', 'PERSON'), secret('reason', '사유', 'Reason', 'PROSE')],
      none: say('기간 안에 바뀐 권한이 없습니다.', 'No role changed in the period.'),
      notes: [],
    },
  ],
  gaps: [],
  limits: [],
};
