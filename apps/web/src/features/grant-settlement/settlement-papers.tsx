import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { DownloadDialog } from '../download/download-dialog.js';
import { usePermissions } from '../session/use-session.js';
import { downloadBundle, openResultNotice } from './settlement.requests.js';
import styles from './settlement.module.css';

/** What a decided settlement can be handed out as: the notice to the institution, and the archive for an auditor from outside. */
export function SettlementPapers({ settlementId }: { readonly settlementId: string }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const [asking, setAsking] = useState(false);
  const notice = useWrite({ mutationFn: () => openResultNotice(settlementId) });
  return (
    <div className={styles['actions']}>
      <Button small icon="file" pending={notice.isPending} onPress={() => notice.mutate(undefined)}>
        {t('grantSettlement.resultNotice')}
      </Button>
      {may('settlement-bundle.download') && (
        <Button small icon="download" onPress={() => setAsking(true)}>
          {t('grantSettlement.bundle')}
        </Button>
      )}
      <ProblemCallout error={notice.error} />
      {asking && (
        <DownloadDialog title={t('grantSettlement.bundle')} hint={t('audit.reasonHint')} take={(reason) => downloadBundle(settlementId, reason)} onClose={() => setAsking(false)}>
          {t('grantSettlement.bundleLead')}
        </DownloadDialog>
      )}
    </div>
  );
}
