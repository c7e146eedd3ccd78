import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { FormDialog } from '../rule/form-dialog.js';
import { OutcomePreview } from './outcome-preview.js';
import { rejectLine, returnLine, type FailedLine, type PaymentRunDetail, type RunLine } from './payment-run.requests.js';
import styles from './payment-run.module.css';
import { useRunDeed } from './use-run-deed.js';

const REASONS = ['AC01', 'AC04', 'AC06', 'AM04', 'BE01', 'MS03'] as const;

interface Props {
  readonly run: PaymentRunDetail;
  readonly line: RunLine;
  readonly onClose: () => void;
}

interface FailureForm {
  happenedOn: string;
  reasonCode: string;
  reason: string;
}

/** The bank did not pay a line, or sent its money back; either way it is owed again. */
export function FailedLineDialog({ run, line, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const kind = line.state === 'PAID' ? 'return' : 'reject';
  const { form, preview, ...deed } = useRunDeed<FailureForm, FailedLine>({
    runId: run.id,
    name: `${kind} ${line.lineNo}`,
    defaults: { happenedOn: todayInSeoul(), reasonCode: '', reason: '' },
    read: ({ happenedOn, reasonCode, reason }) => {
      const on = parseDateInput(happenedOn);
      const found: Fault[] = [];
      if (on === null) found.push({ pointer: '/happenedOn', text: t('time.invalid') });
      if (reason.trim().length < 2) found.push({ pointer: '/reason', text: t('paymentRun.missingReason') });
      const body = { lineNo: line.lineNo, happenedOn: on ?? '', reason: reason.trim(), ...(reasonCode === '' ? {} : { reasonCode }) };
      return { body, found, preview: on === null ? null : { ...body, reason: reason.trim().length < 2 ? t('paymentRun.unwritten') : body.reason } };
    },
    send: kind === 'return' ? returnLine : rejectLine,
    onClose,
  });
  return (
    <FormDialog title={t(`paymentRun.${kind}Title`, { lineNo: line.lineNo, payee: line.payee })} action={t(`paymentRun.${kind}`)} {...deed} onClose={onClose} wide aside={<OutcomePreview preview={preview} />}>
      <p className={styles['note']}>{t(`paymentRun.${kind}Lead`)}</p>
      <FormField form={form} name="happenedOn">
        {(field) => <DateField {...field} label={t('paymentRun.happenedOn')} />}
      </FormField>
      <FormField form={form} name="reasonCode">
        {(field) => <SelectField {...field} label={t('paymentRun.reasonCode')} optional emptyLabel={t('paymentRun.noReasonCode')} choices={REASONS.map((value) => ({ value, label: `${value} ${term('bankReason', value)}` }))} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextField {...field} label={t('paymentRun.reason')} maxLength={500} />}
      </FormField>
    </FormDialog>
  );
}
