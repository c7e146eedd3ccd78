import { useState, type ReactElement } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { formatBusinessNumber } from '../../format/business-number.js';
import { useParties } from './bank-account.requests.js';

const PAUSE_MS = 250;

/** The party of an account, in a form that calls it `partyId`: searched for, then chosen. */
export function PartyField<Form extends FieldValues & { partyId: string }>({ form }: { readonly form: UseFormReturn<Form> }): ReactElement {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const { data: parties = [], isFetched } = useParties(useDebounced(words.trim(), PAUSE_MS));
  return (
    <>
      <TextField label={t('bankAccounts.search')} hint={t('bankAccounts.searchHint')} value={words} onChange={setWords} autoFocus maxLength={100} />
      <FormField form={form} name={'partyId' as FieldPath<Form>}>
        {(field) => (
          <SelectField
            {...field}
            label={t('bankAccounts.party')}
            emptyLabel={t('bankAccounts.chooseParty')}
            hint={isFetched && parties.length === 0 ? t('bankAccounts.noParty') : undefined}
            choices={parties.map(({ id, name, businessNumber }) => ({ value: id, label: businessNumber === null ? name : `${name} (${formatBusinessNumber(businessNumber)})` }))}
          />
        )}
      </FormField>
    </>
  );
}
