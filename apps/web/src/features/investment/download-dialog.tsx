import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../api/types.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { downloadDocument } from './document.requests.js';

export function DownloadDialog({ evidence, onClose }: { readonly evidence: Evidence; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const name = evidence.fileName ?? evidence.kind;
  return (
    <ReasonDialog
      title={name}
      label={t('evidence.downloadReason')}
      hint={t('evidence.downloadReasonHint')}
      missing={t('evidence.reasonMissing')}
      action={t('evidence.download')}
      run={(reason) => downloadDocument(evidence.documentId ?? '', reason, name)}
      onClose={onClose}
    />
  );
}
