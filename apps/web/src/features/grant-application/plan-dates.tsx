import type { ReactElement } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';

const DATES = ['periodFrom', 'periodTo', 'receivedOn'] as const;

/** The days of a project that is applied for: its period, and when it came in. */
export function PlanDates<Form extends FieldValues & Record<(typeof DATES)[number], string>>({ form }: { readonly form: UseFormReturn<Form> }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {DATES.map((name) => (
        <FormField key={name} form={form} name={name as FieldPath<Form>}>
          {(field) => <DateField {...field} label={t(`grantApplication.${name}`)} />}
        </FormField>
      ))}
    </>
  );
}
