import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { splitNetworks, type TypedRestriction } from './restriction.js';

interface Props<Values extends TypedRestriction> {
  readonly form: UseFormReturn<Values>;
  readonly auditor: boolean;
}

/** Until when and from where an account works. */
export function RestrictionFields<Values extends TypedRestriction>({ form, auditor }: Props<Values>): ReactElement {
  const { t } = useTranslation();
  const typed = form as unknown as UseFormReturn<TypedRestriction>;
  return (
    <>
      <FormField form={typed} name="validThrough">
        {(field) => <DateField {...field} label={t('users.validThrough')} optional={!auditor} />}
      </FormField>
      <FormField form={typed} name="networks">
        {(field) => <TextAreaField {...field} label={t('users.networks')} hint={t('users.networksHint')} optional />}
      </FormField>
      {auditor && splitNetworks(typed.watch('networks')).length === 0 && <Callout tone="warning" title={t('users.auditorAnywhere')} />}
    </>
  );
}
