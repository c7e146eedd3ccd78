import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import styles from './token-shown-dialog.module.css';

/** The only moment at which anybody sees the token: the window closes when the person says that it is kept. */
export function TokenShownDialog({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  // Outside secure contexts there is no clipboard; the text can be selected all the same.
  const copy = (): void => void navigator.clipboard?.writeText(secret).then(() => setCopied(true));
  return (
    <Dialog title={t('apiTokens.shownTitle')} open>
      <Stack>
        <Callout tone="warning">
          <p>{t('apiTokens.shownExplain')}</p>
        </Callout>
        <output className={styles['secret']}>{secret}</output>
        <div>
          <Button icon={copied ? 'check' : 'copy'} onPress={copy}>
            {t(copied ? 'apiTokens.copied' : 'apiTokens.copy')}
          </Button>
        </div>
        <p>{t('apiTokens.shownUsage')}</p>
        <code className={styles['secret']}>Authorization: Bearer baton_…</code>
        <DialogActions>
          <Button tone="primary" onPress={onClose}>
            {t('apiTokens.kept')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
