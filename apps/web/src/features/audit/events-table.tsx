import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { useAuditQuery } from './audit-query.js';
import type { RatioEvent } from './audit.requests.js';

/** What moved the ratio, each a way to who decided it. */
export function EventsTable({ events, fundId }: { readonly events: readonly RatioEvent[]; readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const { search } = useAuditQuery();
  if (events.length === 0) return <Empty>{t('audit.noEvents')}</Empty>;
  return (
    <PlainTable
      label={t('audit.events')}
      rows={events}
      rowKey={(_, index) => `${fundId}-${index}`}
      columns={[
        { header: t('audit.effectOn'), cell: ({ effectOn }) => effectOn, align: 'center' },
        { header: t('audit.eventKind'), cell: ({ kind }) => t(`audit.eventKinds.${kind}`) },
        { header: t('audit.eventWhat'), cell: ({ subjectId, what }) => <Link to={`/audit/objects/${subjectId}${search}`}>{what}</Link>, wrap: true },
        {
          header: t('audit.knownOn'),
          cell: ({ knownOn, late }) => (
            <>
              {knownOn} {late && <Tag tone="warning">{t('audit.late')}</Tag>}
            </>
          ),
          align: 'center',
        },
      ]}
    />
  );
}
