import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { DownloadDialog } from '../download/download-dialog.js';
import { downloadDocument } from '../investment/document.requests.js';
import styles from './approval-pane.module.css';
import type { Label } from './approval.requests.js';

/** The documents that a request rests on; whoever opens one says why, as everywhere. */
export function Documents({ documents }: { readonly documents: readonly Label[] }): ReactElement {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Label | null>(null);
  return (
    <>
      <ul className={styles['documents']}>
        {documents.map((document) => (
          <li key={document.id}>
            <Button small icon="file" onPress={() => setOpened(document)}>
              {t('approval.downloadOf', { name: document.label })}
            </Button>
          </li>
        ))}
      </ul>
      {opened !== null && (
        <DownloadDialog title={opened.label} hint={t('evidence.downloadReasonHint')} atLeast={2} take={(reason) => downloadDocument(opened.id, reason, opened.label)} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
