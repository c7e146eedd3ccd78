import type { ReactElement } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Partner } from '../../api/types.js';
import { Button, IconButton } from '../../design/button.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import styles from './distribution.module.css';
import { sumOfShares, type TermsForm } from './terms-form.js';

interface Props {
  readonly form: UseFormReturn<TermsForm>;
  readonly role: 'firstLoss' | 'carried';
  readonly label: string;
  readonly hint: string;
  readonly partners: readonly Partner[];
}

/** The partners with a part of their own, line by line, with what their shares come to. */
export function PartiesField({ form, role, label, hint, partners }: Props): ReactElement {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: role });
  const lines = form.watch(role);
  return (
    <fieldset className={styles['parties']}>
      <legend>{label}</legend>
      <p className={styles['note']}>{hint}</p>
      {fields.map(({ id }, index) => (
        <div key={id} className={styles['party']}>
          <FormField form={form} name={`${role}.${index}.partnerId`}>
            {(field) => <SelectField {...field} label={t('distribution.partner')} emptyLabel={t('distribution.choosePartner')} choices={partners.map((partner) => ({ value: partner.id, label: partner.name }))} />}
          </FormField>
          <FormField form={form} name={`${role}.${index}.share`}>
            {(field) => <TextField {...field} label={t('distribution.partyShare')} unit="%" alignRight maxLength={6} />}
          </FormField>
          <IconButton icon="close" label={t('distribution.removeParty')} small onPress={() => remove(index)} />
        </div>
      ))}
      <div className={styles['partiesEnd']}>
        <Button small icon="plus" onPress={() => append({ partnerId: '', share: role === 'carried' && fields.length === 0 ? '100' : '' })}>
          {t('distribution.addParty')}
        </Button>
        {lines.length > 0 && <span className={styles['note']}>{t('distribution.shareSum', { share: sumOfShares(lines) })}</span>}
      </div>
    </fieldset>
  );
}
