import type { ReactElement } from 'react';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import type { ReportIssue } from './issue.requests.js';

const TONES = { VALID: 'success', REPLACED: 'neutral', WITHDRAWN: 'danger' } as const;

/** What a version is worth now. */
export function IssueStatusTag({ status }: Pick<ReportIssue, 'status'>): ReactElement {
  const term = useTerm();
  return <Tag tone={TONES[status]}>{term('issueStatus', status)}</Tag>;
}
