import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { FileDrop } from '../../design/file-drop.js';
import { Stack } from '../../design/page.js';
import { hashOf } from './verification.requests.js';
import styles from './verify-page.module.css';

interface Compared {
  readonly name: string;
  /** Null where the browser makes none. */
  readonly sha256: string | null;
}

/** Compares a file with the one that was issued; it never leaves the computer. */
export function FileComparison({ fileSha256 }: { readonly fileSha256: string }): ReactElement {
  const { t } = useTranslation();
  const [compared, setCompared] = useState<Compared | null>(null);
  const take = async (file: File): Promise<void> => setCompared({ name: file.name, sha256: await hashOf(file) });
  return (
    <Card title={t('verification.compareTitle')}>
      <Stack>
        <p>{t('verification.compareLead')}</p>
        <FileDrop label={t('verification.drop')} buttonLabel={t('verification.choose')} accept={['application/pdf']} onFiles={([file]) => (file === undefined ? undefined : void take(file))} />
        {compared !== null && <Outcome compared={compared} isSame={compared.sha256 === fileSha256} />}
      </Stack>
    </Card>
  );
}

function Outcome({ compared: { name, sha256 }, isSame }: { readonly compared: Compared; readonly isSame: boolean }): ReactElement {
  const { t } = useTranslation();
  if (sha256 === null) return <Callout tone="warning" title={t('verification.insecure')} />;
  return (
    <Callout tone={isSame ? 'success' : 'danger'} title={t(isSame ? 'verification.same' : 'verification.different')}>
      <p>{name}</p>
      <p className={styles['hash']}>{sha256}</p>
      {!isSame && <p>{t('verification.differentText')}</p>}
    </Callout>
  );
}
