import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../api/types.js';
import { DownloadDialog } from '../download/download-dialog.js';
import { downloadDocument } from './document.requests.js';

/** A file of evidence to take away. */
export function EvidenceDownloadDialog({ evidence, onClose }: { readonly evidence: Evidence; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const name = evidence.fileName ?? evidence.kind;
  return <DownloadDialog title={name} hint={t('evidence.downloadReasonHint')} atLeast={2} take={(reason) => downloadDocument(evidence.documentId ?? '', reason, name)} onClose={onClose} />;
}
