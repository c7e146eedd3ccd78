import type { ReactElement } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';

interface Props<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  /** Where a number may come from, the likeliest first. */
  readonly sources: readonly string[];
}

/** What every decision about a number says of itself: from when on, on which clause, and what kind of source that is. */
export function DecisionFields<Values extends FieldValues>({ form, sources }: Props<Values>): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const named = (name: string): FieldPath<Values> => name as FieldPath<Values>;
  return (
    <>
      <FormField form={form} name={named('effectiveFrom')}>
        {(field) => <DateField {...field} label={t('terms.effectiveFrom')} />}
      </FormField>
      <FormField form={form} name={named('clause')}>
        {(field) => <TextField {...field} label={t('terms.clause')} maxLength={300} />}
      </FormField>
      <FormField form={form} name={named('source')}>
        {(field) => <SelectField {...field} label={t('terms.source')} choices={sources.map((value) => ({ value, label: term('source', value) }))} />}
      </FormField>
    </>
  );
}
