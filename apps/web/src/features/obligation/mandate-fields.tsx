import type { ReactElement } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Partner } from '../../api/types.js';
import { Button, IconButton } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { useTerm } from '../../i18n/term.js';
import type { MandateForm } from './mandate-form.js';
import styles from './obligation.module.css';

const BASES = ['COMMITTED', 'PAID_IN', 'INVESTED', 'COMMITTED_MINUS_FEES', 'FIXED_AMOUNT', 'PARTNER_STAKE'];
const TESTS = ['BY_DEADLINE', 'MILESTONES', 'AT_ALL_TIMES'];
const SOURCES = ['AGREEMENT', 'NOTICE', 'LAW', 'SEED', 'PRACTICE', 'ASSUMPTION'];

interface Props {
  readonly form: UseFormReturn<MandateForm>;
  readonly partners: readonly Partner[];
  readonly test: string;
  readonly denominator: string;
}

/** What a rule asks for: how much of what, by when, and on which clause. */
export function MandateFields({ form, partners, test, denominator }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      <div className={styles['pair']}>
        <FormField form={form} name="nameKo">{(field) => <TextField {...field} label={t('mandate.nameKo')} maxLength={100} />}</FormField>
        <FormField form={form} name="nameEn">{(field) => <TextField {...field} label={t('mandate.nameEn')} maxLength={100} />}</FormField>
      </div>
      <div className={styles['pair']}>
        <FormField form={form} name="denominator">{(field) => <SelectField {...field} label={t('mandate.denominator')} choices={BASES.filter((value) => value !== 'PARTNER_STAKE' || partners.length > 0).map((value) => ({ value, label: term('mandateBasis', value) }))} />}</FormField>
        {denominator === 'FIXED_AMOUNT' && <FormField form={form} name="fixedBaseWon">{(field) => <WonField {...field} label={t('mandate.fixedBase')} />}</FormField>}
        {denominator === 'PARTNER_STAKE' && <FormField form={form} name="stakePartnerId">{(field) => <SelectField {...field} label={t('mandate.stakePartner')} emptyLabel="–" choices={partners.map(({ id, name }) => ({ value: id, label: name }))} />}</FormField>}
        <FormField form={form} name="ratioBasisPoints">{(field) => <TextField {...field} label={t('mandate.ratioField')} unit="%" alignRight hint={t('mandate.ratioHint')} />}</FormField>
      </div>
      <FormField form={form} name="measure">{(field) => <ChoiceField {...field} label={t('mandate.measure')} choices={['CUMULATIVE_COST', 'OUTSTANDING_COST'].map((value) => ({ value, label: term('measure', value) }))} />}</FormField>
      <FormField form={form} name="test">{(field) => <ChoiceField {...field} label={t('mandate.test')} choices={TESTS.map((value) => ({ value, label: term('test', value) }))} />}</FormField>
      {test === 'MILESTONES' && <Milestones form={form} />}
      <div className={styles['pair']}>
        <FormField form={form} name="startsOn">{(field) => <DateField {...field} label={t('mandate.startsOn')} />}</FormField>
        {test === 'BY_DEADLINE' && <FormField form={form} name="deadlineOn">{(field) => <DateField {...field} label={t('mandate.deadline')} />}</FormField>}
        <FormField form={form} name="graceDays">{(field) => <TextField {...field} label={t('mandate.grace')} inputMode="numeric" alignRight />}</FormField>
        <FormField form={form} name="cureDays">{(field) => <TextField {...field} label={t('mandate.cure')} inputMode="numeric" alignRight />}</FormField>
      </div>
      <div className={styles['pair']}>
        <FormField form={form} name="clause">{(field) => <TextField {...field} label={t('mandate.clause')} maxLength={300} />}</FormField>
        <FormField form={form} name="source">{(field) => <SelectField {...field} label={t('mandate.source')} choices={SOURCES.map((value) => ({ value, label: term('source', value) }))} />}</FormField>
        <FormField form={form} name="effectiveFrom">{(field) => <DateField {...field} label={t('mandate.effectiveFrom')} />}</FormField>
      </div>
      <FormField form={form} name="penalty">{(field) => <TextField {...field} label={t('mandate.penalty')} maxLength={500} optional />}</FormField>
    </>
  );
}

function Milestones({ form }: Pick<Props, 'form'>): ReactElement {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'milestones' });
  return (
    <div className={styles['group']}>
      {fields.map(({ id }, index) => (
        <div key={id} className={styles['condition']}>
          <FormField form={form} name={`milestones.${index}.on`}>{(field) => <DateField {...field} label={t('mandate.milestoneOn')} />}</FormField>
          <FormField form={form} name={`milestones.${index}.ratio`}>{(field) => <TextField {...field} label={t('mandate.milestoneRatio')} unit="%" alignRight />}</FormField>
          <IconButton icon="close" label={t('mandate.removeCondition')} small onPress={() => remove(index)} />
        </div>
      ))}
      <div className={styles['side']}>
        <Button small icon="plus" onPress={() => append({ on: '', ratio: '' })}>
          {t('mandate.addMilestone')}
        </Button>
      </div>
    </div>
  );
}
