import type { ReactElement } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';

const TYPES = ['SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE', 'NON_PROFIT'] as const;

interface Props<Form extends FieldValues> {
  readonly form: UseFormReturn<Form>;
  /** Where in the form the fields lie. */
  readonly at: string;
}

/** Who an institution is: its name and its number. */
export function OrganisationFields<Form extends FieldValues>({ form, at }: Props<Form>): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <FormField form={form} name={`${at}.name` as FieldPath<Form>}>
        {(field) => <TextField {...field} label={t('grantApplication.institution')} maxLength={300} />}
      </FormField>
      <FormField form={form} name={`${at}.businessNumber` as FieldPath<Form>}>
        {(field) => <TextField {...field} label={t('application.businessNumber')} maxLength={20} inputMode="numeric" placeholder="000-00-00000" />}
      </FormField>
    </>
  );
}

/** What kind of institution it is: shares depend on it. */
export function InstitutionField<Form extends FieldValues>({ form, at }: Props<Form>): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <FormField form={form} name={`${at}.institution` as FieldPath<Form>}>
      {(field) => <SelectField {...field} label={t('grantApplication.type')} choices={TYPES.map((value) => ({ value, label: term('grantInstitution', value) }))} />}
    </FormField>
  );
}
