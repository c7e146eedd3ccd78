import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import type { Fault } from '../../design/form/faults.js';
import { businessNumberChecks, businessNumberDigits } from '../../format/business-number.js';
import type { RegisterBankAccount } from './bank-account.requests.js';
import type { RegisterAccountForm } from './register-account-form.js';

type Organisation = NonNullable<RegisterBankAccount['organisation']>;
const KINDS = ['PUBLIC_BODY', 'INSTITUTION', 'COMPANY', 'BANK'] as const satisfies readonly Organisation['kind'][];

/** An organisation that nobody has recorded yet: the agency itself, its bank, an institution. */
export function OrganisationFields({ form }: { readonly form: UseFormReturn<RegisterAccountForm> }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <FormField form={form} name="organisation.name">
        {(field) => <TextField {...field} label={t('bankAccounts.organisation.name')} autoFocus maxLength={300} />}
      </FormField>
      <FormField form={form} name="organisation.businessNumber">
        {(field) => <TextField {...field} label={t('bankAccounts.organisation.businessNumber')} hint={t('bankAccounts.organisation.hint')} inputMode="numeric" maxLength={20} />}
      </FormField>
      <FormField form={form} name="organisation.kind">
        {(field) => <SelectField {...field} label={t('bankAccounts.organisation.kind')} choices={KINDS.map((kind) => ({ value: kind, label: t(`bankAccounts.organisation.kinds.${kind}`) }))} />}
      </FormField>
    </>
  );
}

/** An organisation as the server takes it, and what is missing of it. */
export function readOrganisation({ name, businessNumber, kind }: RegisterAccountForm['organisation'], texts: Readonly<Record<'missing' | 'wrongNumber', string>>): { readonly organisation: Organisation; readonly found: readonly Fault[] } {
  const digits = businessNumberDigits(businessNumber);
  const found: Fault[] = [
    ...(name.trim() === '' ? [{ pointer: '/organisation/name', text: texts.missing }] : []),
    ...(digits === null || !businessNumberChecks(digits) ? [{ pointer: '/organisation/businessNumber', text: businessNumber.trim() === '' ? texts.missing : texts.wrongNumber }] : []),
  ];
  return { organisation: { name: name.trim(), businessNumber: digits ?? businessNumber, kind: kind as Organisation['kind'] }, found };
}
