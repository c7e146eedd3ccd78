import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { copyText } from '../../design/table/copy-text.js';
import styles from './account-page.module.css';

/** Recovery codes, shown this once: the dialog is closed only by saying that they are kept. */
export function RecoveryCodesDialog({ codes, onClose }: { readonly codes: readonly string[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    copyText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <Dialog title={t('security.recoveryTitle')} open>
      <Stack>
        <p>{t('security.recoveryKeep')}</p>
        <ul className={styles['codes']}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <DialogActions>
          <Button icon="copy" onPress={copy}>
            {t(copied ? 'security.copied' : 'security.copy')}
          </Button>
          <Button tone="primary" onPress={onClose} autoFocus>
            {t('security.recoveryKept')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
