import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { FormDialog } from '../rule/form-dialog.js';
import { OutcomePreview } from './outcome-preview.js';
import { confirmRun, type ConfirmRun, type PaymentRunDetail } from './payment-run.requests.js';
import styles from './payment-run.module.css';
import { useRunDeed } from './use-run-deed.js';

interface Props {
  readonly run: PaymentRunDetail;
  /** Null: every line that is still open. */
  readonly lineNo: number | null;
  readonly onClose: () => void;
}

/** The statement of account shows that it was paid. */
export function ConfirmDialog({ run, lineNo, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const open = run.items.filter((line) => line.state === 'OPEN' && (lineNo === null || line.lineNo === lineNo));
  const { form, preview, ...deed } = useRunDeed<{ paidOn: string; bankReference: string }, ConfirmRun>({
    runId: run.id,
    name: `confirm ${lineNo ?? 'all'}`,
    defaults: { paidOn: todayInSeoul(), bankReference: '' },
    read: ({ paidOn, bankReference }) => {
      const on = parseDateInput(paidOn);
      const found: Fault[] = on === null ? [{ pointer: '/paidOn', text: t('time.invalid') }] : [];
      const reference = bankReference.trim() === '' ? {} : { bankReference: bankReference.trim() };
      const body = { paidOn: on ?? '', lines: open.map((line) => ({ lineNo: line.lineNo, ...reference })) };
      return { body, found, preview: on === null ? null : body };
    },
    send: confirmRun,
    onClose,
  });
  return (
    <FormDialog title={t('paymentRun.confirmTitle', { number: run.number, count: open.length })} action={t('paymentRun.confirm')} {...deed} onClose={onClose} wide aside={<OutcomePreview preview={preview} />}>
      <p className={styles['note']}>{t('paymentRun.confirmLead')}</p>
      <FormField form={form} name="paidOn">
        {(field) => <DateField {...field} label={t('paymentRun.paidOn')} />}
      </FormField>
      <FormField form={form} name="bankReference">
        {(field) => <TextField {...field} label={t('paymentRun.bankReference')} optional maxLength={100} />}
      </FormField>
    </FormDialog>
  );
}
