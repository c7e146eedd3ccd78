import type { ReactElement } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useBanks } from './bank-account.requests.js';

/** The bank of an account, in a form that calls it `bankCode`. */
export function BankField<Form extends FieldValues & { bankCode: string }>({ form }: { readonly form: UseFormReturn<Form> }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { data: banks = [] } = useBanks();
  return (
    <FormField form={form} name={'bankCode' as FieldPath<Form>}>
      {(field) => (
        <SelectField {...field} label={t('bankAccounts.bank')} emptyLabel={t('bankAccounts.chooseBank')} choices={banks.map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}` }))} />
      )}
    </FormField>
  );
}
