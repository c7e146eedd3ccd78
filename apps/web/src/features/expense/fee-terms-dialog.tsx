import type { FormEvent, ReactElement } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import type { Fund } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { FormDialog } from '../rule/form-dialog.js';
import styles from './expense.module.css';
import { decideFeeTerms, type DecideFeeTerms, type FeeSchedule } from './expense.requests.js';
import { FEE_BASES, startingTerms, termsBody, type TermsForm } from './fee-terms-form.js';

interface Props {
  readonly fund: Fund;
  readonly schedule: FeeSchedule;
  readonly onClose: () => void;
}

/** All stretches and reductions of the fee at once, starting from those in force. */
export function FeeTermsDialog({ fund, schedule, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm<TermsForm>({ defaultValues: startingTerms(schedule) });
  const faults = useFaults(form);
  const intent = useIntent();
  const decide = useWrite({
    mutationFn: (body: DecideFeeTerms) => decideFeeTerms(fund.id, body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshFund(fund.id);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { body, found } = termsBody(form.getValues(), { missingDate: t('feeBook.missingDate'), missingRate: t('feeBook.missingRate'), missingText: t('feeBook.missingText') });
    if (found.length > 0) return faults.show(found);
    decide.mutate(body);
  };
  return (
    <FormDialog title={t('feeBook.decideTerms')} action={t('feeBook.decideTerms')} faults={faults} pending={decide.isPending} onSubmit={submit} onClose={onClose} wide>
      <p className={styles['note']}>{t('feeBook.termsLead')}</p>
      <Stretches form={form} />
      <Reductions form={form} />
      <FormField form={form} name="clause">
        {(field) => <TextField {...field} label={t('feeBook.clause')} maxLength={300} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('feeBook.reason')} maxLength={1000} />}
      </FormField>
    </FormDialog>
  );
}

type FormOf = { readonly form: ReturnType<typeof useForm<TermsForm>> };

function Stretches({ form }: FormOf): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'terms' });
  return (
    <>
      {fields.map(({ id }, index) => (
        <div key={id} className={styles['stretch']}>
          <FormField form={form} name={`terms.${index}.from`}>{(field) => <DateField {...field} label={t('feeBook.from')} />}</FormField>
          <FormField form={form} name={`terms.${index}.to`}>{(field) => <DateField {...field} label={t('feeBook.to')} />}</FormField>
          <FormField form={form} name={`terms.${index}.base`}>{(field) => <SelectField {...field} label={t('feeBook.base')} choices={FEE_BASES.map((value) => ({ value, label: term('feeBase', value) }))} />}</FormField>
          <FormField form={form} name={`terms.${index}.rate`}>{(field) => <TextField {...field} label={t('feeBook.rate')} unit="%" alignRight />}</FormField>
          <FormField form={form} name={`terms.${index}.clause`}>{(field) => <TextField {...field} label={t('feeBook.clause')} maxLength={300} />}</FormField>
          <Button small tone="quiet" onPress={() => remove(index)}>
            {t('feeBook.remove')}
          </Button>
        </div>
      ))}
      <Button small tone="tertiary" icon="plus" onPress={() => append({ from: '', to: '', base: 'COMMITTED', rate: '', clause: '' })}>
        {t('feeBook.addTerm')}
      </Button>
    </>
  );
}

function Reductions({ form }: FormOf): ReactElement {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'reductions' });
  return (
    <>
      {fields.map(({ id }, index) => (
        <div key={id} className={styles['stretch']}>
          <FormField form={form} name={`reductions.${index}.from`}>{(field) => <DateField {...field} label={t('feeBook.from')} />}</FormField>
          <FormField form={form} name={`reductions.${index}.to`}>{(field) => <DateField {...field} label={t('feeBook.to')} />}</FormField>
          <FormField form={form} name={`reductions.${index}.reason`}>{(field) => <TextField {...field} label={t('feeBook.reason')} maxLength={300} />}</FormField>
          <FormField form={form} name={`reductions.${index}.keeps`}>{(field) => <TextField {...field} label={t('feeBook.keeps')} unit="%" alignRight />}</FormField>
          <FormField form={form} name={`reductions.${index}.clause`}>{(field) => <TextField {...field} label={t('feeBook.clause')} maxLength={300} />}</FormField>
          <Button small tone="quiet" onPress={() => remove(index)}>
            {t('feeBook.remove')}
          </Button>
        </div>
      ))}
      <Button small tone="tertiary" icon="plus" onPress={() => append({ from: '', to: '', reason: '', keeps: '80', clause: '' })}>
        {t('feeBook.addReduction')}
      </Button>
    </>
  );
}
