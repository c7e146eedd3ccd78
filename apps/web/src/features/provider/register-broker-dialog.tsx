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
import { registerBroker, type RegisterBroker } from './provider.requests.js';
import styles from './providers.module.css';

const BLANK = { number: '', name: '', organisation: '', field: '', area: '', registeredOn: todayInSeoul(), validTo: '' };
type BrokerForm = typeof BLANK;

/** A broker with the programme of this year, for all its years. */
export function RegisterBrokerDialog({ yearId, onClose }: { readonly yearId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm<BrokerForm>({ defaultValues: BLANK });
  const { faults, pending, send } = useYearWrite({ form, yearId, run: (body: RegisterBroker, header) => registerBroker(yearId, body, header), onClose });
  const submit = (event: FormEvent): void => {
    const { body, found } = read(form.getValues(), t('terms.missing'), t('time.invalid'));
    send(event, body, found);
  };
  return (
    <FormDialog title={t('brokers.register')} action={t('brokers.register')} faults={faults} pending={pending} onSubmit={submit} onClose={onClose}>
      <div className={styles['two']}>
        <FormField form={form} name="number">
          {(field) => <TextField {...field} label={t('brokers.number')} maxLength={40} />}
        </FormField>
        <FormField form={form} name="name">
          {(field) => <TextField {...field} label={t('brokers.name')} maxLength={100} />}
        </FormField>
        <FormField form={form} name="organisation">
          {(field) => <TextField {...field} label={t('brokers.organisation')} optional maxLength={200} />}
        </FormField>
        <FormField form={form} name="field">
          {(field) => <TextField {...field} label={t('brokers.field')} optional maxLength={100} />}
        </FormField>
        <FormField form={form} name="area">
          {(field) => <TextField {...field} label={t('brokers.area')} optional maxLength={100} />}
        </FormField>
        <FormField form={form} name="registeredOn">
          {(field) => <DateField {...field} label={t('providers.registeredOn')} />}
        </FormField>
        <FormField form={form} name="validTo">
          {(field) => <DateField {...field} label={t('brokers.goodThrough')} optional hint={t('brokers.goodThroughHint')} />}
        </FormField>
      </div>
    </FormDialog>
  );
}

function read(values: BrokerForm, missing: string, invalid: string): { body: RegisterBroker; found: Fault[] } {
  const found: Fault[] = [];
  const [from, to] = [parseDateInput(values.registeredOn), parseDateInput(values.validTo)];
  for (const name of ['number', 'name'] as const) if (values[name].trim() === '') found.push({ pointer: `/${name}`, text: missing });
  if (from === null) found.push({ pointer: '/registeredOn', text: invalid });
  if (values.validTo.trim() !== '' && to === null) found.push({ pointer: '/validTo', text: invalid });
  const optional = (['organisation', 'field', 'area'] as const).filter((name) => values[name].trim() !== '').map((name) => [name, values[name].trim()]);
  return {
    body: { number: values.number.trim(), name: values.name.trim(), registeredOn: from ?? '', ...(to === null ? {} : { validTo: to }), ...(Object.fromEntries(optional) as Partial<RegisterBroker>) },
    found,
  };
}
