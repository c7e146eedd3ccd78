import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../design/button.js';
import { copyText } from '../../design/table/copy-text.js';
import styles from './approval-pane.module.css';

const SHOWN = 12;

/** A SHA-256 in short, to be compared at a glance; the whole of it goes to the clipboard. */
export function CopyHash({ hash }: { readonly hash: string }): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    copyText(hash);
    setCopied(true);
  };
  return (
    <span className={styles['hash']}>
      <code title={hash}>{hash.slice(0, SHOWN)}…</code>
      <IconButton small icon="copy" label={t('approval.copyHash')} onPress={copy} />
      <span role="status">{copied ? t('approval.copied') : ''}</span>
    </span>
  );
}
