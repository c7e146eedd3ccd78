import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { Loaded } from '../../design/loaded.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { Addresses } from './addresses.js';
import { recordAddress, refreshAddresses, usePartyAddresses, type RecordPartyAddress } from './party-address.requests.js';

const PLACES = [['town', 35], ['street', 70], ['building', 16], ['postCode', 16]] as const;

interface Props {
  readonly partyId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Where a party is from a day on, each element apart as banks want it; what was recorded before stands above. */
export function AddressDialog({ partyId, name, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { effectiveFrom: todayInSeoul(), town: '', street: '', building: '', postCode: '', country: 'KR' } });
  const deed = useDeed({
    form,
    read: () => {
      const { building, ...values } = form.getValues();
      const on = parseDateInput(values.effectiveFrom);
      const found: Fault[] = [];
      if (on === null) found.push({ pointer: '/effectiveFrom', text: t('time.invalid') });
      for (const field of ['town', 'street', 'postCode'] as const) if (values[field].trim() === '') found.push({ pointer: `/${field}`, text: t('partyAddress.missing') });
      return { body: on === null || found.length > 0 ? null : { ...values, ...(building.trim() === '' ? {} : { building }), partyId, effectiveFrom: on }, found };
    },
    send: (body: RecordPartyAddress, header) => recordAddress(body, header),
    onDone: async () => {
      await refreshAddresses();
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('partyAddress.dialogTitle', { name })} action={t('partyAddress.record')} {...deed} onClose={onClose}>
      <p>{t('partyAddress.lead')}</p>
      <Loaded query={usePartyAddresses(partyId)}>{(addresses) => <Addresses addresses={addresses} />}</Loaded>
      <FormField form={form} name="effectiveFrom">
        {(field) => <DateField {...field} label={t('partyAddress.effectiveFrom')} />}
      </FormField>
      {PLACES.map(([place, maxLength]) => (
        <FormField key={place} form={form} name={place}>
          {(field) => <TextField {...field} label={t(`partyAddress.field.${place}`)} placeholder={t(`partyAddress.example.${place}`)} optional={place === 'building'} maxLength={maxLength} />}
        </FormField>
      ))}
      <FormField form={form} name="country">
        {(field) => <TextField {...field} label={t('partyAddress.field.country')} maxLength={2} />}
      </FormField>
    </FormDialog>
  );
}
