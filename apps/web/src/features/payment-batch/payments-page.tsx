import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { formatWon } from '../../format/won.js';
import { Refusal } from '../rule/refusal.js';
import { usePermissions } from '../session/use-session.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { BatchPanel } from './batch-panel.js';
import { BatchesTable } from './batches-table.js';
import { DraftDialog } from './draft-dialog.js';
import { useDraftPreview, usePaymentBatches, type DraftedBatch } from './payment-batch.requests.js';
import { RefusedRows } from './refused-rows.js';
import styles from './payment-batch.module.css';

/** What is owed to providers, the batches in which it leaves, and who let it go. */
export function PaymentsPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const may = usePermissions();
  const query = usePaymentBatches(year.id);
  const [parameters, setParameters] = useSearchParams();
  const opened = parameters.get('batch');
  const open = (batch: string | null): void => setParameters(batch === null ? {} : { batch }, { replace: true });
  return (
    <Page title={t('payment.title')} lead={t('payment.lead')}>
      {may('payment-batch.draft') && <OwedCard />}
      <Loaded query={query}>
        {(batches) => (
          <Card title={t('payment.batches')} flush={batches.length > 0}>
            {batches.length === 0 ? (
              <Empty>
                <p>{t(may('payment-batch.draft') ? 'payment.empty' : 'payment.emptyReader')}</p>
              </Empty>
            ) : (
              <BatchesTable batches={batches} mayOpen={may('payment-batch.read')} onOpen={open} />
            )}
          </Card>
        )}
      </Loaded>
      {opened !== null && <BatchPanel yearId={year.id} id={opened} onClose={() => open(null)} />}
    </Page>
  );
}

/** One press from what is owed to a drafted batch. */
function OwedCard(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const [drafting, setDrafting] = useState(false);
  const preview = useDraftPreview(year.id, null, true);
  const owed = preview.data;
  const draft = (
    <Button tone="primary" icon="right" onPress={() => setDrafting(true)}>
      {t('payment.draftAll', { count: owed?.payables.length ?? 0 })}
    </Button>
  );
  return (
    <Card title={t('payment.owed')} actions={owed !== undefined && owed.payables.length > 0 ? draft : undefined}>
      {preview.error !== null && <Refusal error={preview.error} />}
      {owed !== undefined && <Owed owed={owed} />}
      {drafting && <DraftDialog yearId={year.id} onClose={() => setDrafting(false)} />}
    </Card>
  );
}

function Owed({ owed }: { readonly owed: DraftedBatch }): ReactElement {
  const { t } = useTranslation();
  if (owed.payables.length === 0 && owed.refused.length === 0) return <p className={styles['note']}>{t('payment.nothingOwed')}</p>;
  return (
    <>
      <p className={styles['sum']}>{t('payment.owedSum', { amount: formatWon(owed.totalWon), count: owed.payables.length })}</p>
      <RefusedRows refused={owed.refused} />
    </>
  );
}
