import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { decideQueue, refreshPool, type Queue } from './matching.queries.js';
import styles from './matching.module.css';
import { QueueTable } from './queue-table.js';

/** What is seen is what is decided and signed: whom the queue selects, and the sum of it. */
export function DecideQueueDialog({ callId, queue, onClose }: { readonly callId: string; readonly queue: Queue; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { decidedOn: todayInSeoul(), notifiedOn: todayInSeoul() } });
  const selected = queue.next.filter(({ outcome }) => outcome === 'SELECTED');
  const deed = useDeed({
    form,
    read: () => {
      const values = form.getValues();
      const [decidedOn, notifiedOn] = [parseDateInput(values.decidedOn), parseDateInput(values.notifiedOn)];
      const found = [...(decidedOn === null ? [{ pointer: '/decidedOn', text: t('time.invalid') }] : []), ...(notifiedOn === null ? [{ pointer: '/notifiedOn', text: t('time.invalid') }] : [])];
      const body = { decidedOn: decidedOn ?? '', notifiedOn: notifiedOn ?? '', amountWon: queue.amountWon, selectedIds: selected.map(({ applicationId }) => applicationId) };
      return { body, found };
    },
    send: (body, header) => decideQueue(callId, body, header),
    onDone: async () => {
      await refreshPool(callId);
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('matchingQueue.decide')} action={t('matchingQueue.decideAction', { count: selected.length, amount: formatWon(queue.amountWon) })} {...deed} onClose={onClose} wide>
      <p>{t('matchingQueue.decideLead')}</p>
      <div className={styles['two']}>
        <FormField form={form} name="decidedOn">
          {(field) => <DateField {...field} label={t('grantApplication.decidedOn')} />}
        </FormField>
        <FormField form={form} name="notifiedOn">
          {(field) => <DateField {...field} label={t('grantApplication.notifiedOn')} />}
        </FormField>
      </div>
      <QueueTable label={t('matchingQueue.title')} places={queue.next} />
    </FormDialog>
  );
}
