import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadFile } from '../../api/download.js';
import { newKey } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import { Button } from '../../design/button.js';
import { DownloadDialog } from '../download/download-dialog.js';
import type { TimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';

type Ask = components['schemas']['DownloadLedgerExtractDto'];

/** Takes the whole book away as it was known at the point on the screen. */
export function ExtractButton({ book, point }: { readonly book: string; readonly point: TimePoint }): ReactElement | null {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const may = usePermissions();
  if (!may('report.download')) return null;
  const take = (reason: string): Promise<void> =>
    downloadFile('/api/reports/ledger-extracts', { book, ...point, reason } satisfies Ask, { 'Idempotency-Key': newKey() }, `${t('ledger.extract.file')}.pdf`);
  return (
    <>
      <Button small tone="tertiary" icon="download" onPress={() => setAsking(true)}>
        {t('ledger.extract.open')}
      </Button>
      {asking && <DownloadDialog title={t('ledger.extract.title')} hint={t('ledger.extract.hint')} take={take} onClose={() => setAsking(false)} />}
    </>
  );
}
