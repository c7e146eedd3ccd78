import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ReceiveCapital } from '../../api/types.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import type { CallRow } from './call-rows.js';
import { receiveCapital } from './capital-call.requests.js';
import styles from './capital-calls-page.module.css';

interface Props {
  readonly fundId: string;
  readonly row: CallRow;
  readonly onClose: () => void;
}

/** Records money of one partner; the amount is what is still unpaid unless another is typed. */
export function ReceiveDialog({ fundId, row: { call, share }, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { amountWon: formatWon(share.unpaidWon), valueOn: todayInSeoul(), bankReference: '', note: '' } });
  const deed = useFundWrite({
    fundId,
    form,
    read: () => {
      const { amountWon, valueOn, bankReference, note } = form.getValues();
      const amount = parseWonInput(amountWon);
      const date = parseDateInput(valueOn);
      const found: Fault[] = [];
      if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('capitalCall.missingAmount') });
      if (date === null) found.push({ pointer: '/valueOn', text: t('capitalCall.missingDate') });
      if (found.length > 0 || !amount.ok || date === null) return { body: null, found };
      return { body: {
        partnerId: share.partnerId,
        amountWon: amount.amount.toString(),
        valueOn: date,
        ...(bankReference.trim() === '' ? {} : { bankReference: bankReference.trim() }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      }, found };
    },
    send: (body: ReceiveCapital, header) => receiveCapital(call.id, body, header),
    onClose,
  });
  return (
    <FormDialog title={t('capitalCall.receiveTitle', { partner: share.partner, number: call.number })} action={t('capitalCall.record')} {...deed} onClose={onClose}>
      <p className={styles['note']}>{t('capitalCall.unpaidNow', { amount: formatWon(share.unpaidWon) })}</p>
      <FormField form={form} name="amountWon">
        {(field) => <WonField {...field} label={t('capitalCall.receiveAmount')} autoFocus />}
      </FormField>
      <FormField form={form} name="valueOn">
        {(field) => <DateField {...field} label={t('capitalCall.valueOn')} />}
      </FormField>
      <FormField form={form} name="bankReference">
        {(field) => <TextField {...field} label={t('capitalCall.bankReference')} optional maxLength={100} />}
      </FormField>
      <FormField form={form} name="note">
        {(field) => <TextField {...field} label={t('capitalCall.note')} optional maxLength={500} />}
      </FormField>
    </FormDialog>
  );
}
