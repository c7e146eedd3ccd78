import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { WonText } from '../../design/won-text.js';
import { PreviewedReleaseDialog } from '../rule/previewed-release-dialog.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { releasePaymentBatch, type PaymentBatchDetail } from './payment-batch.requests.js';
import styles from './payment-batch.module.css';

interface Props {
  readonly batch: PaymentBatchDetail;
  readonly onClose: () => void;
}

/** The money leaves: what it does is shown first, and whoever presses the button proves again who they are. */
export function ReleaseDialog({ batch, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <PreviewedReleaseDialog
      title={t('payment.releaseTitle', { number: batch.number })}
      action={t('payment.release')}
      entriesLabel={(count) => t('payment.entries', { count })}
      previewKey={['voucher-year', batch.yearId, 'release-preview', batch.id]}
      send={(dryRun, header) => releasePaymentBatch(batch.id, dryRun, header)}
      refresh={() => refreshYear(batch.yearId)}
      onClose={onClose}
    >
      <p className={styles['note']}>{t('payment.releaseLead', { payees: batch.payees, lines: batch.lines })}</p>
      <p className={styles['sum']}>
        <WonText amount={batch.totalWon} />
      </p>
    </PreviewedReleaseDialog>
  );
}
