import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.js';
import { Toggle } from '../../design/toggle.js';
import { DownloadDialog } from '../download/download-dialog.js';
import { useAuditQuery } from './audit-query.js';
import { downloadPack, type PackFormat } from './audit.requests.js';

interface Props {
  readonly code: string;
  readonly title: string;
  readonly format: PackFormat;
  readonly onClose: () => void;
}

/** A pack to take away: why, and whether names and secrets go with it. */
export function DownloadPackDialog({ code, title, format, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const { point, filter } = useAuditQuery();
  const [redact, setRedact] = useState(true);
  const take = async (reason: string): Promise<void> => {
    await downloadPack(code, { ...point, ...filter, format, redact, reason });
    await queryClient.invalidateQueries({ queryKey: ['audit', 'downloads'] });
  };
  return (
    <DownloadDialog title={t('audit.downloadTitle', { title, format: t(`audit.${format}`) })} hint={t('audit.reasonHint')} take={take} onClose={onClose}>
      <Toggle selected={redact} onChange={setRedact}>
        {redact ? t('audit.redacted') : t('audit.unredacted')}
      </Toggle>
      <p>{t('audit.redactHint')}</p>
    </DownloadDialog>
  );
}
