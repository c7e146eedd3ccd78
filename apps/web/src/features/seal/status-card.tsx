import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { copyText } from '../../design/table/copy-text.js';
import { formatInstant } from '../../format/date.js';
import { latenessOf } from './lateness.js';
import type { SealStatus } from './seal.requests.js';
import styles from './seal.module.css';

/** How far the seals reach, and which key they are checked with. */
export function StatusCard({ status }: { readonly status: SealStatus }): ReactElement {
  const { t } = useTranslation();
  const { head, unsealedRows, lagSeconds, intervalSeconds, sealedTables } = status;
  return (
    <Card title={t('seals.state')}>
      {latenessOf(status) === 'late' && (
        <Callout tone="warning" title={t('seals.late')}>
          {t('seals.lateText')}
        </Callout>
      )}
      <Facts
        facts={[
          { label: t('seals.head'), value: head === null ? t('seals.none') : t('seals.headValue', { number: head.number, at: formatInstant(head.sealedAt) }) },
          head === null ? null : { label: t('seals.chainHash'), value: <span className={styles['hash']}>{head.chainHash}</span> },
          { label: t('seals.unsealed'), value: unsealedRows === 0 ? t('seals.unsealedNone') : t('seals.unsealedValue', { rows: unsealedRows, seconds: lagSeconds }) },
          { label: t('seals.interval'), value: intervalSeconds === 0 ? t('seals.intervalNone') : t('seals.intervalValue', { seconds: intervalSeconds }) },
          { label: t('seals.tables'), value: t('seals.tablesValue', { count: sealedTables }) },
          { label: t('seals.key'), value: <PublicKey status={status} /> },
        ]}
      />
    </Card>
  );
}

function PublicKey({ status }: { readonly status: SealStatus }): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    copyText(status.publicKey);
    setCopied(true);
  };
  return (
    <>
      <span className={styles['hash']}>{status.fingerprint}</span>
      <p>{t('seals.keyHint')}</p>
      <Button small icon={copied ? 'check' : 'copy'} onPress={copy}>
        {copied ? t('seals.copied') : t('seals.copyKey')}
      </Button>
    </>
  );
}
