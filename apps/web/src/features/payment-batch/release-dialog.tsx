import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
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
  const intent = useIntent();
  const preview = useQuery({ queryKey: ['voucher-year', batch.yearId, 'release-preview', batch.id], queryFn: () => releasePaymentBatch(batch.id, true, previewHeaders()), retry: false, staleTime: 0 });
  const release = useWrite({
    mutationFn: () => releasePaymentBatch(batch.id, false, intent.headersFor({ release: batch.id })),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(batch.yearId);
      onClose();
    },
  });
  const blocked = preview.data === undefined || preview.data.verdicts.some(({ result }) => result === 'BLOCK');
  return (
    <Dialog title={t('payment.releaseTitle', { number: batch.number })} open onClose={onClose} wide>
      <Stack>
        <p className={styles['note']}>{t('payment.releaseLead', { payees: batch.payees, lines: batch.lines })}</p>
        <p className={styles['sum']}>
          <WonText amount={batch.totalWon} />
        </p>
        <Loaded query={preview}>
          {({ verdicts, entries }) => (
            <Stack>
              <VerdictList verdicts={verdicts} />
              {entries.length > 0 && (
                <details>
                  <summary>{t('payment.entries', { count: entries.length })}</summary>
                  <PostedEntries entries={entries} />
                </details>
              )}
            </Stack>
          )}
        </Loaded>
        <Refusal error={release.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="primary" disabled={blocked} pending={release.isPending} onPress={() => release.mutate(undefined)}>
            {t('payment.release')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
