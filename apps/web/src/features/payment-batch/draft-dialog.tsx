import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon, sumWon } from '../../format/won.js';
import { Refusal } from '../rule/refusal.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { draftPaymentBatch, useDraftPreview, type DraftedBatch } from './payment-batch.requests.js';
import { RefusedRows } from './refused-rows.js';
import styles from './payment-batch.module.css';

interface Props {
  readonly yearId: string;
  readonly onClose: () => void;
}

/** What is drafted is what stands here: these services, this total. */
export function DraftDialog({ yearId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [typed, setTyped] = useState(todayInSeoul());
  const payOn = parseDateInput(typed);
  const preview = useDraftPreview(yearId, payOn, payOn !== null);
  const draft = useWrite({
    mutationFn: (seen: DraftedBatch) => {
      const body = { payOn: payOn ?? '', serviceIds: seen.payables.map(({ serviceId }) => serviceId), totalWon: seen.totalWon };
      return draftPaymentBatch(yearId, body, intent.headersFor(body));
    },
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(yearId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (preview.data !== undefined && preview.data.payables.length > 0) draft.mutate(preview.data);
  };
  return (
    <Dialog title={t('payment.draftTitle')} open onClose={onClose} wide>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p className={styles['note']}>{t('payment.draftLead')}</p>
          <div className={styles['day']}>
            <DateField label={t('payment.payOn')} value={typed} onChange={setTyped} error={payOn === null ? t('payment.missingDate') : undefined} />
          </div>
          <Loaded query={preview}>
            {({ payables, refused }) => (
              <Stack>
                <PlainTable
                  label={t('payment.draftTitle')}
                  rows={payables}
                  rowKey={({ serviceId }) => serviceId}
                  columns={[
                    { header: t('payment.payee'), cell: ({ payee }) => payee },
                    { header: t('payment.service'), cell: ({ number }) => number },
                    { header: t('payment.public'), align: 'right', cell: ({ publicWon }) => formatWon(publicWon) },
                    { header: t('payment.own'), align: 'right', cell: ({ ownWon }) => formatWon(ownWon) },
                    { header: t('payment.sum'), align: 'right', cell: ({ publicWon, ownWon }) => formatWon(BigInt(publicWon) + BigInt(ownWon)) },
                  ]}
                  totals={[t('table.total'), t('payment.linesOf', { count: payables.length }), formatWon(sumWon(payables.map((each) => each.publicWon))), formatWon(sumWon(payables.map((each) => each.ownWon))), formatWon(sumWon(payables.flatMap((each) => [each.publicWon, each.ownWon])))]}
                />
                <RefusedRows refused={refused} />
              </Stack>
            )}
          </Loaded>
          <Refusal error={draft.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" disabled={(preview.data?.payables.length ?? 0) === 0} pending={draft.isPending}>
              {t('payment.draft')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
