import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { useTerm } from '../../i18n/term.js';
import type { FieldsProps } from './company-fields.js';
import { EvidenceEditor } from './evidence-editor.js';
import { isGiven, withRequired } from './evidence-rows.js';
import { COMPANY_BASES } from './choices.js';
import { useRecognitionRoutes } from './recognition-routes.js';
import styles from './record-page.module.css';

/** Whether recognition is claimed; a claim names its route, why the company qualifies, and what proves it. */
export function RecognitionFields({ form, live }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const claimed = form.watch('claim') === 'yes';
  const route = form.watch('recognition.route');
  const routes = useRecognitionRoutes();
  return (
    <Card title={t('investment.recognitionSection')}>
      <div className={styles['two']}>
        <div className={styles['whole']}>
          <FormField form={form} name="claim">
            {(field) => (
              <ChoiceField
                {...field}
                label={t('investment.claim')}
                choices={[
                  { value: 'yes', label: t('investment.claimYes') },
                  { value: 'no', label: t('investment.claimNo') },
                ]}
              />
            )}
          </FormField>
        </div>
        {claimed && (
          <>
            <FormField form={form} name="recognition.route" liveError={live.get('/recognition/route')}>
              {(field) => <SelectField {...field} label={t('investment.route')} emptyLabel={t('investment.choose')} choices={routes.choices} />}
            </FormField>
            <FormField form={form} name="recognition.companyBasis" liveError={live.get('/recognition/companyBasis')}>
              {(field) => <SelectField {...field} label={t('investment.companyBasis')} emptyLabel={t('investment.choose')} choices={COMPANY_BASES.map((value) => ({ value, label: term('companyBasis', value) }))} />}
            </FormField>
            {form.watch('recognition.companyBasis') === 'STARTUP' && (
              <FormField form={form} name="company.incorporatedOn" liveError={live.get('/company/incorporatedOn')}>
                {(field) => <DateField {...field} label={t('investment.incorporatedOn')} optional />}
              </FormField>
            )}
            {route !== '' && (
              <div className={styles['whole']}>
                <ClaimEvidence form={form} live={live} required={routes.evidenceOf(route)} />
              </div>
            )}
          </>
        )}
      </div>
    </Card>
  );
}

function ClaimEvidence({ form, required }: FieldsProps & { readonly required: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const rows = form.watch('evidence');
  const missing = required.filter((kind) => !rows.some((row) => row.kind === kind && isGiven(row)));
  useEffect(() => {
    form.setValue('evidence', withRequired(form.getValues('evidence'), required));
  }, [form, required]);
  return (
    <>
      <p className={styles['note']} role="status">
        <strong>{t('evidence.checklist')}</strong> · {missing.length === 0 ? t('evidence.complete') : t('evidence.incomplete', { count: missing.length, list: missing.join(', ') })}
      </p>
      <EvidenceEditor
        rows={rows}
        required={required}
        onChange={(change) => {
          form.setValue('evidence', [...change(form.getValues('evidence'))]);
          form.clearErrors('evidence');
        }}
        errorAt={(index) => form.formState.errors.evidence?.[index]?.issuedOn?.message}
      />
    </>
  );
}
