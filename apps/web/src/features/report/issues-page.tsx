import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatInstant } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { ReportTabs } from '../report-schedule/report-tabs.js';
import { IssueStatusTag } from './issue-status-tag.js';
import { useIssues, type ReportIssue } from './issue.requests.js';

/** All issued reports: number, version, what each is worth now, and who issued it. */
export function IssuesPage(): ReactElement {
  const { t } = useTranslation();
  const query = useIssues();
  const columns = useIssueColumns();
  return (
    <Page title={t('reportIssue.title')} lead={t('reportIssue.lead')}>
      <ReportTabs />
      <Card flush>
        <Loaded query={query}>
          {(issues) => <DataTable label={t('reportIssue.title')} columns={columns} rows={issues} rowKey={({ id }) => id} rowTone={({ status }) => (status === 'VALID' ? undefined : 'muted')} empty={t('reportIssue.empty')} tall />}
        </Loaded>
      </Card>
    </Page>
  );
}

function useIssueColumns(): readonly Column<ReportIssue>[] {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'number', header: t('reportIssue.number'), kind: 'text', value: ({ number }) => number, cell: ({ id, number }) => <Link to={`/reports/${id}`}>{number}</Link> },
      { id: 'version', header: t('reportIssue.version'), kind: 'text', value: ({ version }) => t('reportIssue.versionNumber', { version }) },
      { id: 'status', header: t('reportIssue.status'), kind: 'text', value: ({ status }) => term('issueStatus', status), cell: ({ status }) => <IssueStatusTag status={status} /> },
      { id: 'title', header: t('report.kind'), kind: 'text', value: ({ title }) => say(title) },
      { id: 'subject', header: t('downloads.subject'), kind: 'text', value: ({ subjectNumber, subjectName }) => `${subjectNumber} ${subjectName}`, text: 'wrap' },
      { id: 'asOf', header: t('report.asOf'), kind: 'date', value: ({ asOf }) => asOf },
      { id: 'issuedAt', header: t('reportIssue.issuedAt'), kind: 'date', value: ({ issuedAt }) => formatInstant(issuedAt) },
      { id: 'issuedBy', header: t('reportIssue.issuedBy'), kind: 'text', value: ({ issuedBy }) => issuedBy },
      { id: 'reason', header: t('reportIssue.reason'), kind: 'text', value: ({ reason, withdrawnReason }) => withdrawnReason ?? reason, text: 'wrap' },
    ],
    [t, say, term],
  );
}
