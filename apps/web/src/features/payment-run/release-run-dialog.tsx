import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { WonText } from '../../design/won-text.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { PreviewedReleaseDialog } from '../rule/previewed-release-dialog.js';
import { refreshPayments, releaseRun, type PaymentRunDetail } from './payment-run.requests.js';
import styles from './payment-run.module.css';

/** A third person lets a run go to the bank; the books follow once the bank has paid. */
export function ReleaseRunDialog({ run, onClose }: { readonly run: PaymentRunDetail; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { payerName, bankName, maskedNumber } = run.payingAccount;
  return (
    <PreviewedReleaseDialog
      title={t('paymentRun.releaseTitle', { number: run.number })}
      action={t('paymentRun.release')}
      entriesLabel={(count) => t('paymentRun.entriesLater', { count })}
      previewKey={['payments', 'release-preview', run.id]}
      send={(dryRun, header) => releaseRun(run.id, dryRun, header)}
      refresh={refreshPayments}
      onClose={onClose}
    >
      <p className={styles['note']}>{t('paymentRun.releaseLead', { count: run.lines, payer: payerName, bank: say(bankName), number: maskedNumber })}</p>
      <p className={styles['sum']}>
        <WonText amount={run.totalWon} />
      </p>
    </PreviewedReleaseDialog>
  );
}
