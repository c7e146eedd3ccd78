import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { IssueStatusTag } from './issue-status-tag.js';
import { useIssueDownloads, type IssueDownload, type ReportIssue, type ReportIssueDetail } from './issue.requests.js';

/** All versions under one number. */
export function IssueVersions({ issue }: { readonly issue: ReportIssueDetail }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const columns = useMemo<readonly Column<ReportIssue>[]>(
    () => [
      { id: 'version', header: t('reportIssue.version'), kind: 'text', value: ({ version }) => t('reportIssue.versionNumber', { version }), cell: ({ id, version }) => <Link to={`/reports/${id}`}>{t('reportIssue.versionNumber', { version })}</Link> },
      { id: 'status', header: t('reportIssue.status'), kind: 'text', value: ({ status }) => term('issueStatus', status), cell: ({ status }) => <IssueStatusTag status={status} /> },
      { id: 'asOf', header: t('report.asOf'), kind: 'date', value: ({ asOf }) => asOf },
      { id: 'known', header: t('report.knownBefore'), kind: 'date', value: ({ knownBefore }) => formatInstant(knownBefore) },
      { id: 'at', header: t('reportIssue.issuedAt'), kind: 'date', value: ({ issuedAt }) => formatInstant(issuedAt) },
      { id: 'by', header: t('reportIssue.issuedBy'), kind: 'text', value: ({ issuedBy }) => issuedBy },
      { id: 'reason', header: t('reportIssue.reason'), kind: 'text', value: ({ reason, withdrawnReason }) => withdrawnReason ?? reason, text: 'wrap' },
    ],
    [t, term],
  );
  return (
    <Card title={t('reportIssue.versions')} flush>
      <DataTable label={t('reportIssue.versions')} columns={columns} rows={issue.versions} rowKey={({ id }) => id} rowTone={({ status }) => (status === 'VALID' ? undefined : 'muted')} empty="" />
    </Card>
  );
}

/** Who took this version away, when and why. */
export function IssueDownloads({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation();
  const query = useIssueDownloads(id, true);
  const columns = useMemo<readonly Column<IssueDownload>[]>(
    () => [
      { id: 'at', header: t('downloads.at'), kind: 'date', value: ({ downloadedAt }) => formatInstant(downloadedAt) },
      { id: 'by', header: t('downloads.by'), kind: 'text', value: ({ actorName, actorLogin }) => (actorName === null ? actorLogin : `${actorName} (${actorLogin})`) },
      { id: 'format', header: t('downloads.format'), kind: 'text', value: ({ format }) => t(`reportIssue.formats.${format}`) },
      { id: 'marked', header: t('reportIssue.copy'), kind: 'text', value: ({ marked }) => t(marked ? 'reportIssue.markedCopy' : 'reportIssue.original') },
      { id: 'reason', header: t('downloads.reason'), kind: 'text', value: ({ reason }) => reason, text: 'wrap' },
    ],
    [t],
  );
  return (
    <Card title={t('reportIssue.downloads')} flush>
      <Loaded query={query}>{(downloads) => <DataTable label={t('reportIssue.downloads')} columns={columns} rows={downloads} rowKey={({ downloadedAt, actorLogin, format }) => `${downloadedAt} ${actorLogin} ${format}`} empty={t('downloads.empty')} />}</Loaded>
    </Card>
  );
}
