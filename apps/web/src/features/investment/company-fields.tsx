import { useEffect, useRef, type ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { InvestmentSummary } from '../../api/types.js';
import { Card } from '../../design/card.js';
import { FormField } from '../../design/form/form-field.js';
import { Icon } from '../../design/icon.js';
import { TextField } from '../../design/text-field.js';
import { businessNumberChecks, businessNumberDigits, formatBusinessNumber } from '../../format/business-number.js';
import type { RecordForm } from './record-form.js';
import styles from './record-page.module.css';

export interface FieldsProps {
  readonly form: UseFormReturn<RecordForm>;
  /** Faults that the live preview found, by pointer. */
  readonly live: ReadonlyMap<string, string>;
}

/** The number first: a company the fund knows brings its name along and makes the deal a follow-on. */
export function CompanyFields({ form, origin, live }: FieldsProps & { readonly origin: InvestmentSummary | null }): ReactElement {
  const { t } = useTranslation();
  useKnownName(form, origin);
  return (
    <Card title={t('investment.companySection')}>
      <div className={styles['two']}>
        <FormField form={form} name="company.businessNumber" liveError={live.get('/company/businessNumber')}>
          {(field) => {
            const digits = businessNumberDigits(field.value);
            const wrong = digits !== null && !businessNumberChecks(digits);
            return (
              <TextField
                {...field}
                label={t('investment.businessNumber')}
                placeholder="124-81-00998"
                inputMode="numeric"
                autoFocus
                hint={t('investment.brnHint')}
                error={field.error ?? (wrong ? t('investment.brnWrong') : undefined)}
                onBlur={() => {
                  field.onChange(formatBusinessNumber(field.value));
                  field.onBlur();
                }}
              />
            );
          }}
        </FormField>
        <FormField form={form} name="company.name" liveError={live.get('/company/name')}>
          {(field) => <TextField {...field} label={t('investment.company')} maxLength={300} />}
        </FormField>
        {isBusinessNumber(form.watch('company.businessNumber')) && (
          <p className={`${styles['whole']} ${styles['origin']}`} role="status">
            <Icon name="info" size={16} />
            {origin === null ? t('investment.newCompany') : t('investment.knownCompany', { number: origin.number })}
          </p>
        )}
      </div>
    </Card>
  );
}

function isBusinessNumber(text: string): boolean {
  const digits = businessNumberDigits(text);
  return digits !== null && businessNumberChecks(digits);
}

/** Fills in the name of a known company, once for each; a name typed by hand is left alone. */
function useKnownName(form: UseFormReturn<RecordForm>, origin: InvestmentSummary | null): void {
  const filled = useRef<string | null>(null);
  useEffect(() => {
    if (origin === null || filled.current === origin.id) return;
    filled.current = origin.id;
    if (form.getValues('company.name').trim() === '') form.setValue('company.name', origin.company);
  }, [form, origin]);
}
