import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { IssueStatusTag } from '../report/issue-status-tag.js';
import { ReportTabs } from './report-tabs.js';
import { useDeliveries, type ReportDelivery } from './schedule.requests.js';

const TONES = { NEW: 'information', TAKEN: 'success', PASSED: 'neutral' } as const;

/** Reports that came to oneself by a schedule; new ones until they are downloaded. */
export function DeliveriesPage(): ReactElement {
  const { t } = useTranslation();
  const query = useDeliveries();
  const columns = useDeliveryColumns();
  return (
    <Page title={t('reportDelivery.title')} lead={t('reportDelivery.lead')}>
      <ReportTabs />
      <Card flush>
        <Loaded query={query}>
          {(deliveries) => (
            <DataTable label={t('reportDelivery.title')} columns={columns} rows={deliveries} rowKey={({ issueId }) => issueId} rowTone={({ state }) => (state === 'PASSED' ? 'muted' : undefined)} empty={t('reportDelivery.empty')} tall />
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

function useDeliveryColumns(): readonly Column<ReportDelivery>[] {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'state', header: t('reportDelivery.state'), kind: 'text', value: ({ state }) => term('deliveryState', state), cell: ({ state }) => <Tag tone={TONES[state]}>{term('deliveryState', state)}</Tag> },
      { id: 'number', header: t('reportIssue.number'), kind: 'text', value: ({ number }) => number, cell: ({ issueId, number }) => <Link to={`/reports/${issueId}`}>{number}</Link> },
      { id: 'version', header: t('reportIssue.version'), kind: 'text', value: ({ version }) => t('reportIssue.versionNumber', { version }) },
      { id: 'status', header: t('reportIssue.status'), kind: 'text', value: ({ status }) => term('issueStatus', status), cell: ({ status }) => <IssueStatusTag status={status} /> },
      { id: 'title', header: t('report.kind'), kind: 'text', value: ({ title }) => say(title) },
      { id: 'subject', header: t('downloads.subject'), kind: 'text', value: ({ subjectNumber, subjectName }) => `${subjectNumber} ${subjectName}`, text: 'wrap' },
      { id: 'asOf', header: t('report.asOf'), kind: 'date', value: ({ asOf }) => asOf },
      { id: 'deliveredAt', header: t('reportDelivery.deliveredAt'), kind: 'date', value: ({ deliveredAt }) => formatInstant(deliveredAt) },
      { id: 'takenAt', header: t('reportDelivery.takenAt'), kind: 'date', value: ({ takenAt }) => (takenAt === null ? null : formatInstant(takenAt)) },
    ],
    [t, say, term],
  );
}
