import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatInstant } from '../../format/date.js';
import { usePackDownloads, type PackDownload } from './audit.requests.js';

/** Who took which pack away, when and why. */
export function PackDownloadsPage(): ReactElement {
  const { t } = useTranslation();
  const query = usePackDownloads();
  const columns = useMemo<readonly Column<PackDownload>[]>(
    () => [
      { id: 'at', header: t('audit.at'), kind: 'date', value: ({ downloadedAt }) => formatInstant(downloadedAt) },
      { id: 'by', header: t('audit.by'), kind: 'text', value: ({ actorName, actorLogin }) => (actorName === null ? actorLogin : `${actorName} (${actorLogin})`) },
      { id: 'what', header: t('audit.what'), kind: 'text', value: ({ number }) => number },
      { id: 'format', header: t('audit.format'), kind: 'text', value: ({ format }) => format.toUpperCase() },
      { id: 'asOf', header: t('audit.asOf'), kind: 'date', value: ({ asOf }) => asOf },
      { id: 'redaction', header: t('audit.redaction'), kind: 'text', value: ({ redacted }) => (redacted ? t('audit.redacted') : t('audit.unredacted')), text: 'wrap' },
      { id: 'reason', header: t('audit.reason'), kind: 'text', value: ({ reason }) => reason, text: 'wrap' },
      { id: 'sha256', header: t('audit.fileHash'), kind: 'text', value: ({ sha256 }) => sha256, cell: ({ sha256 }) => <span title={sha256}>{sha256.slice(0, 12)}…</span> },
      { id: 'address', header: t('audit.address'), kind: 'text', value: ({ address }) => address },
    ],
    [t],
  );
  return (
    <Page title={t('audit.downloads')} lead={t('audit.downloadsLead')}>
      <Card flush>
        <Loaded query={query}>{(rows) => <DataTable label={t('audit.downloads')} columns={columns} rows={rows} rowKey={({ id }) => id} empty={t('audit.noDownloads')} tall />}</Loaded>
      </Card>
    </Page>
  );
}
