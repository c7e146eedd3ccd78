import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useYearWrite } from '../voucher-year/use-year-write.js';
import { registerProvider, type RegisterProvider } from './provider.requests.js';

/** A provider for this year; one whose business number is known already is the same party as there. */
export function RegisterProviderDialog({ yearId, onClose }: { readonly yearId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { name: '', businessNumber: '', registeredOn: todayInSeoul() } });
  const { faults, pending, send } = useYearWrite({ form, yearId, run: (body: RegisterProvider, header) => registerProvider(yearId, body, header), onClose });
  const submit = (event: FormEvent): void => {
    const { name, businessNumber, registeredOn } = form.getValues();
    const day = parseDateInput(registeredOn);
    const found: Fault[] = [];
    if (name.trim() === '') found.push({ pointer: '/name', text: t('terms.missing') });
    if (businessNumber.trim() === '') found.push({ pointer: '/businessNumber', text: t('terms.missing') });
    if (day === null) found.push({ pointer: '/registeredOn', text: t('time.invalid') });
    send(event, { name: name.trim(), businessNumber: businessNumber.trim(), registeredOn: day ?? '' }, found);
  };
  return (
    <FormDialog title={t('providers.register')} action={t('providers.register')} faults={faults} pending={pending} onSubmit={submit} onClose={onClose}>
      <FormField form={form} name="name">
        {(field) => <TextField {...field} label={t('providers.name')} maxLength={300} />}
      </FormField>
      <FormField form={form} name="businessNumber">
        {(field) => <TextField {...field} label={t('providers.businessNumber')} inputMode="numeric" maxLength={20} />}
      </FormField>
      <FormField form={form} name="registeredOn">
        {(field) => <DateField {...field} label={t('providers.registeredOn')} />}
      </FormField>
    </FormDialog>
  );
}
