import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { useLanguage } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { AddVintageButton } from '../programme/add-vintage.js';
import { useProgrammes } from '../programme/programme.queries.js';
import { usePermissions } from '../session/use-session.js';
import { OBLIGATION_BASES, type FundForm } from './form-fund.js';
import styles from './form-fund.module.css';

interface Props {
  readonly form: UseFormReturn<FundForm>;
}

export function BasicFields({ form }: Props): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = usePermissions();
  const programmes = useProgrammes().data ?? [];
  const vintages = programmes.flatMap((programme) => programme.vintages.map(({ id, year }) => ({ value: id, label: `${year} · ${language === 'ko' ? programme.nameKo : programme.nameEn}` })));
  return (
    <Card title={t('formFund.basics')}>
      <div className={styles['grid']}>
        <div className={styles['wide']}>
          <FormField form={form} name="name">
            {(field) => <TextField {...field} label={t('formFund.name')} autoFocus maxLength={300} />}
          </FormField>
        </div>
        <div className={styles['wide']}>
          <FormField form={form} name="vintageId">
            {(field) => <SelectField {...field} label={t('formFund.vintage')} emptyLabel={t('investment.choose')} choices={vintages} />}
          </FormField>
          {may('vintage.add') && <AddVintageButton programmes={programmes} />}
        </div>
        <FormField form={form} name="custodian">
          {(field) => <TextField {...field} label={t('formFund.custodian')} maxLength={200} />}
        </FormField>
        <FormField form={form} name="unitWon">
          {(field) => <WonField {...field} label={t('formFund.unit')} />}
        </FormField>
        <div className={styles['wide']}>
          <FormField form={form} name="number">
            {(field) => <TextField {...field} label={t('formFund.numberLabel')} hint={t('formFund.numberHint')} placeholder="FND-2021-01" optional maxLength={12} />}
          </FormField>
        </div>
      </div>
    </Card>
  );
}

const DATES = ['foundedOn', 'registeredOn', 'investmentFrom', 'investmentTo', 'lifeTo'] as const;

export function PeriodFields({ form }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('formFund.dates')}>
      <div className={styles['grid']}>
        {DATES.map((name) => (
          <FormField key={name} form={form} name={name}>
            {(field) => (
              <DateField
                {...field}
                label={t(`formFund.${name}`)}
                optional={name === 'registeredOn'}
                onBlur={() => {
                  field.onBlur();
                  // A fund invests from the day of its founding unless somebody says otherwise.
                  if (name === 'foundedOn' && form.getValues('investmentFrom') === '') form.setValue('investmentFrom', field.value);
                }}
              />
            )}
          </FormField>
        ))}
      </div>
    </Card>
  );
}

export function AgreementFields({ form }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <Card title={t('formFund.obligation')}>
      <div className={styles['grid']}>
        <FormField form={form} name="obligationRatioBasisPoints">
          {(field) => <TextField {...field} label={t('formFund.ratio')} unit="%" alignRight />}
        </FormField>
        <FormField form={form} name="obligationBasis">
          {(field) => <SelectField {...field} label={t('formFund.basis')} choices={OBLIGATION_BASES.map((value) => ({ value, label: term('basis', value) }))} />}
        </FormField>
        {form.watch('obligationBasis') === 'FIXED_AMOUNT' && (
          <FormField form={form} name="obligationFixedBaseWon">
            {(field) => <WonField {...field} label={t('formFund.fixedBase')} />}
          </FormField>
        )}
        <FormField form={form} name="obligationClause">
          {(field) => <TextField {...field} label={t('formFund.clause')} placeholder="규약 제23조" maxLength={200} />}
        </FormField>
        <FormField form={form} name="lifetimeExpensesWon">
          {(field) => <WonField {...field} label={t('formFund.expenses')} placeholder="26억" />}
        </FormField>
        <FormField form={form} name="singleCompanyCapBasisPoints">
          {(field) => <TextField {...field} label={t('formFund.cap')} unit="%" alignRight optional />}
        </FormField>
        <FormField form={form} name="firstPaymentWon">
          {(field) => <WonField {...field} label={t('agreement.firstPayment')} hint={t('agreement.firstPaymentHint')} optional />}
        </FormField>
        <FormField form={form} name="byAccelerator">
          {(field) => (
            <ChoiceField
              {...field}
              label={t('agreement.byAccelerator')}
              choices={[
                { value: 'no', label: t('agreement.managerOther') },
                { value: 'yes', label: t('agreement.managerAccelerator') },
              ]}
            />
          )}
        </FormField>
        <FormField form={form} name="recycling">
          {(field) => (
            <ChoiceField
              {...field}
              label={t('formFund.recycling')}
              choices={[
                { value: 'no', label: t('formFund.recyclingNo') },
                { value: 'yes', label: t('formFund.recyclingYes') },
              ]}
            />
          )}
        </FormField>
      </div>
    </Card>
  );
}
