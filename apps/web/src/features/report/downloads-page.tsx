import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatInstant } from '../../format/date.js';
import { useDownloads, type ReportDownload } from './report.requests.js';

/** Who took which report away, when and why. */
export function DownloadsPage(): ReactElement {
  const { t } = useTranslation();
  const query = useDownloads();
  const columns = useMemo<readonly Column<ReportDownload>[]>(
    () => [
      { id: 'at', header: t('downloads.at'), kind: 'date', value: ({ downloadedAt }) => formatInstant(downloadedAt) },
      { id: 'by', header: t('downloads.by'), kind: 'text', value: ({ actorName, actorLogin }) => (actorName === null ? actorLogin : `${actorName} (${actorLogin})`) },
      { id: 'what', header: t('downloads.what'), kind: 'text', value: ({ number }) => number },
      { id: 'subject', header: t('downloads.subject'), kind: 'text', value: ({ subjectNumber, subjectName }) => `${subjectNumber} ${subjectName}`, text: 'wrap' },
      { id: 'format', header: t('downloads.format'), kind: 'text', value: ({ format }) => format.toUpperCase() },
      { id: 'asOf', header: t('downloads.asOf'), kind: 'date', value: ({ asOf }) => asOf },
      { id: 'reason', header: t('downloads.reason'), kind: 'text', value: ({ reason }) => reason, text: 'wrap' },
      { id: 'sha256', header: t('downloads.hash'), kind: 'text', value: ({ sha256 }) => sha256, cell: ({ sha256 }) => <span title={sha256}>{sha256.slice(0, 12)}…</span> },
      { id: 'address', header: t('downloads.address'), kind: 'text', value: ({ address }) => address },
    ],
    [t],
  );
  return (
    <Page title={t('downloads.title')} lead={t('downloads.lead')}>
      <Card flush>
        <Loaded query={query}>{({ pages }) => <DataTable label={t('downloads.title')} columns={columns} rows={pages.flat()} rowKey={({ id }) => id} empty={t('downloads.empty')} tall />}</Loaded>
      </Card>
      {query.hasNextPage && (
        <div>
          <Button small pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('ledger.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
