import type { ReactElement, ReactNode } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';
import { useFundWrite } from '../fund/use-fund-write.js';
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
  const deed = useFundWrite({
    fundId: fund.id,
    form,
    read: () => termsBody(form.getValues(), { missingDate: t('feeBook.missingDate'), missingRate: t('feeBook.missingRate'), missingText: t('feeBook.missingText') }),
    send: (body: DecideFeeTerms, header) => decideFeeTerms(fund.id, body, header),
    onClose,
  });
  return (
    <FormDialog title={t('feeBook.decideTerms')} action={t('feeBook.decideTerms')} {...deed} onClose={onClose} wide>
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

interface FormOf {
  readonly form: ReturnType<typeof useForm<TermsForm>>;
}

function Stretches({ form }: FormOf): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'terms' });
  return (
    <>
      {fields.map(({ id }, index) => (
        <Line key={id} form={form} at={`terms.${index}`} onRemove={() => remove(index)}>
          <FormField form={form} name={`terms.${index}.base`}>{(field) => <SelectField {...field} label={t('feeBook.base')} choices={FEE_BASES.map((value) => ({ value, label: term('feeBase', value) }))} />}</FormField>
          <FormField form={form} name={`terms.${index}.rate`}>{(field) => <TextField {...field} label={t('feeBook.rate')} unit="%" alignRight />}</FormField>
        </Line>
      ))}
      <AddLine label={t('feeBook.addTerm')} onAdd={() => append({ from: '', to: '', base: 'COMMITTED', rate: '', clause: '' })} />
    </>
  );
}

function Reductions({ form }: FormOf): ReactElement {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'reductions' });
  return (
    <>
      {fields.map(({ id }, index) => (
        <Line key={id} form={form} at={`reductions.${index}`} onRemove={() => remove(index)}>
          <FormField form={form} name={`reductions.${index}.reason`}>{(field) => <TextField {...field} label={t('feeBook.reason')} maxLength={300} />}</FormField>
          <FormField form={form} name={`reductions.${index}.keeps`}>{(field) => <TextField {...field} label={t('feeBook.keeps')} unit="%" alignRight />}</FormField>
        </Line>
      ))}
      <AddLine label={t('feeBook.addReduction')} onAdd={() => append({ from: '', to: '', reason: '', keeps: '80', clause: '' })} />
    </>
  );
}

interface LineProps extends FormOf {
  readonly at: `terms.${number}` | `reductions.${number}`;
  readonly onRemove: () => void;
  /** What it says of its days. */
  readonly children: ReactNode;
}

/** What holds from a day to a day, by a clause. */
function Line({ form, at, onRemove, children }: LineProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['stretch']}>
      <FormField form={form} name={`${at}.from`}>{(field) => <DateField {...field} label={t('feeBook.from')} />}</FormField>
      <FormField form={form} name={`${at}.to`}>{(field) => <DateField {...field} label={t('feeBook.to')} />}</FormField>
      {children}
      <FormField form={form} name={`${at}.clause`}>{(field) => <TextField {...field} label={t('feeBook.clause')} maxLength={300} />}</FormField>
      <Button small tone="quiet" onPress={onRemove}>
        {t('feeBook.remove')}
      </Button>
    </div>
  );
}

function AddLine({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }): ReactElement {
  return (
    <div className={styles['adds']}>
      <Button small tone="tertiary" icon="plus" onPress={onAdd}>
        {label}
      </Button>
    </div>
  );
}
