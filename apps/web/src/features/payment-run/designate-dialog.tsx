import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { AccountField } from './account-field.js';
import { designateAccount, refreshPayments, type BookToPay, type DesignateAccount } from './payment-run.requests.js';
import styles from './payment-run.module.css';

const ADDRESS = ['street', 'building', 'postCode', 'town'] as const;

interface Props {
  readonly book: Pick<BookToPay, 'book' | 'label'>;
  readonly onClose: () => void;
}

/** Which account a book pays from: not chosen by whoever drafts a payment. */
export function DesignateDialog({ book, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { bankAccountId: '', effectiveFrom: todayInSeoul(), street: '', building: '', postCode: '', town: '' } });
  const deed = useDeed({
    form,
    read: () => {
      const values = form.getValues();
      const on = parseDateInput(values.effectiveFrom);
      const found: Fault[] = [];
      if (values.bankAccountId === '') found.push({ pointer: '/bankAccountId', text: t('paymentRun.missingAccount') });
      if (on === null) found.push({ pointer: '/effectiveFrom', text: t('time.invalid') });
      for (const name of ADDRESS) if (values[name].trim() === '') found.push({ pointer: `/${name}`, text: t('paymentRun.missingAddress') });
      return { body: on === null || found.length > 0 ? null : { ...values, book: book.book, effectiveFrom: on }, found };
    },
    send: (body: DesignateAccount, header) => designateAccount(body, header),
    onDone: async () => {
      await refreshPayments();
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('paymentRun.designateTitle', { book: book.label })} action={t('paymentRun.designate')} {...deed} onClose={onClose}>
      <p className={styles['note']}>{t('paymentRun.designateLead')}</p>
      <FormField form={form} name="bankAccountId">
        {(field) => <AccountField {...field} />}
      </FormField>
      <FormField form={form} name="effectiveFrom">
        {(field) => <DateField {...field} label={t('paymentRun.effectiveFrom')} />}
      </FormField>
      <div className={styles['two']}>
        {ADDRESS.map((name) => (
          <FormField key={name} form={form} name={name}>
            {(field) => <TextField {...field} label={t(`paymentRun.address.${name}`)} maxLength={70} />}
          </FormField>
        ))}
      </div>
    </FormDialog>
  );
}
