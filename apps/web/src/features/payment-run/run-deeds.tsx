import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { DownloadDialog } from '../download/download-dialog.js';
import { usePermissions } from '../session/use-session.js';
import { AnswerDialog } from './answer-dialog.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { downloadRun, exportRun, refreshPayments, voidRun, type FileFormat, type PaymentRunDetail } from './payment-run.requests.js';
import styles from './payment-run.module.css';
import { ReleaseRunDialog } from './release-run-dialog.js';
import { RunTag } from './state-tag.js';

type Deed = 'release' | 'void' | 'confirm' | 'answer' | 'download' | FileFormat;

/** What can be done with a run as a whole, in the state in which it is. */
export function RunDeeds({ run }: { readonly run: PaymentRunDetail }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const [asked, setAsked] = useState<Deed | null>(null);
  const { standing } = run;
  const drafted = standing === 'DRAFTED';
  const mayVoid = (drafted || standing === 'RELEASED') && may('payment-run.void');
  const mayExport = (standing === 'RELEASED' || standing === 'EXPORTED' || standing === 'SETTLED') && may('payment-run.export');
  return (
    <div className={styles['deeds']}>
      <RunTag standing={standing} />
      {drafted && may('payment-run.release') && (
        <Button tone="primary" icon="right" onPress={() => setAsked('release')}>
          {t('paymentRun.release')}
        </Button>
      )}
      {mayExport && (
        <>
          <Button {...(standing === 'RELEASED' ? { tone: 'primary' as const } : {})} icon="download" onPress={() => setAsked('PAIN_001')}>
            {t('paymentRun.pain')}
          </Button>
          <Button icon="download" onPress={() => setAsked('BULK_TRANSFER')}>
            {t('paymentRun.bulk')}
          </Button>
        </>
      )}
      {(standing === 'EXPORTED' || standing === 'SETTLED') && may('payment-run.answer') && (
        <Button icon="upload" onPress={() => setAsked('answer')}>
          {t('paymentRun.answer')}
        </Button>
      )}
      {standing === 'EXPORTED' && may('payment-run.confirm') && <Button onPress={() => setAsked('confirm')}>{t('paymentRun.confirmAll')}</Button>}
      {may('payment-run.download') && (
        <Button icon="download" onPress={() => setAsked('download')}>
          {t('paymentRun.sheet')}
        </Button>
      )}
      {mayVoid && <Button onPress={() => setAsked('void')}>{t('paymentRun.void')}</Button>}
      {drafted && !may('payment-run.release') && <p className={styles['note']}>{t('paymentRun.waitsForThird')}</p>}
      {asked !== null && <DeedDialog run={run} deed={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function DeedDialog({ run, deed, onClose }: { readonly run: PaymentRunDetail; readonly deed: Deed; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const reason = { label: t('paymentRun.reason'), missing: t('paymentRun.missingReason'), onClose };
  const away = async (format: FileFormat, why: string): Promise<void> => {
    await exportRun(run.id, format, why, intent.headersFor({ format, why }));
    intent.done();
    await refreshPayments();
  };
  const giveUp = async (why: string): Promise<void> => {
    await voidRun(run.id, why, intent.headersFor({ why }));
    intent.done();
    await refreshPayments();
  };
  switch (deed) {
    case 'release':
      return <ReleaseRunDialog run={run} onClose={onClose} />;
    case 'confirm':
      return <ConfirmDialog run={run} lineNo={null} onClose={onClose} />;
    case 'answer':
      return <AnswerDialog run={run} onClose={onClose} />;
    case 'void':
      return <ReasonDialog {...reason} title={t('paymentRun.voidTitle', { number: run.number })} action={t('paymentRun.void')} tone="danger" run={giveUp} />;
    case 'download':
      return <DownloadDialog title={t('paymentRun.sheet')} hint={t('paymentRun.sheetHint')} take={(why) => downloadRun(run.id, why)} onClose={onClose} />;
    case 'PAIN_001':
    case 'BULK_TRANSFER':
      return (
        <DownloadDialog title={t(deed === 'PAIN_001' ? 'paymentRun.pain' : 'paymentRun.bulk')} hint={t('paymentRun.exportHint')} take={(why) => away(deed, why)} onClose={onClose}>
          <p className={styles['note']}>{t('paymentRun.exportLead')}</p>
        </DownloadDialog>
      );
  }
}
