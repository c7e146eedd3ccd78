import type { ReactElement } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import styles from './grant-call.module.css';

/** What was proposed with its clause, and a name of one's own. */
interface ProposalForm {
  name: string;
  proposal: { amountWon: string; clause: string };
}

/** What a call or a pool is opened by and may leave open: the proposed budget, and its name. */
export function ProposalFields<Form extends FieldValues & ProposalForm>({ form, nameLabel }: { readonly form: UseFormReturn<Form>; readonly nameLabel: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles['two']}>
        <FormField form={form} name={'proposal.amountWon' as FieldPath<Form>}>
          {(field) => <WonField {...field} label={t('grantCall.proposal')} optional />}
        </FormField>
        <FormField form={form} name={'proposal.clause' as FieldPath<Form>}>
          {(field) => <TextField {...field} label={t('terms.clause')} optional maxLength={300} />}
        </FormField>
      </div>
      <FormField form={form} name={'name' as FieldPath<Form>}>
        {(field) => <TextField {...field} label={nameLabel} optional hint={t('grantCall.nameHint')} maxLength={300} />}
      </FormField>
    </>
  );
}
