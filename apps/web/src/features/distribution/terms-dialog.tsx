import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Partner } from '../../api/types.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { decideWaterfallTerm, type DecideWaterfallTerm, type WaterfallTerms } from './distribution.requests.js';
import styles from './distribution.module.css';
import { PartiesField } from './parties-field.js';
import { DAY_COUNTS, INTERIMS, readTerms, termsForm, type TermsForm, type TermsTexts } from './terms-form.js';

interface Props {
  readonly fundId: string;
  readonly partners: readonly Partner[];
  readonly terms: WaterfallTerms;
  readonly onClose: () => void;
}

/** Decides all terms of the distribution at once, from a day on. */
export function TermsDialog({ fundId, partners, terms, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm<TermsForm>({ defaultValues: termsForm(terms) });
  const texts = useTermsTexts();
  const deed = useFundWrite({ fundId, form, read: () => readTerms(form.getValues(), texts), send: (body: DecideWaterfallTerm, header) => decideWaterfallTerm(fundId, body, header), onClose });
  const rate = (name: 'hurdleBasisPoints' | 'carryBasisPoints' | 'catchUpBasisPoints', label: string): ReactElement => (
    <FormField form={form} name={name}>
      {(field) => <TextField {...field} label={label} unit="%" alignRight maxLength={6} />}
    </FormField>
  );
  return (
    <FormDialog title={t('distribution.changeTerms')} action={t('distribution.decide')} {...deed} onClose={onClose} wide>
      <p className={styles['note']}>{t('distribution.changeTermsLead')}</p>
      <div className={styles['three']}>
        {rate('hurdleBasisPoints', t('distribution.hurdle'))}
        {rate('carryBasisPoints', t('distribution.carryRate'))}
        {rate('catchUpBasisPoints', t('distribution.catchUp'))}
      </div>
      <div className={styles['two']}>
        <FormField form={form} name="dayCount">
          {(field) => <SelectField {...field} label={t('distribution.dayCount')} choices={DAY_COUNTS.map((value) => ({ value, label: t(`distribution.dayCounts.${value}`) }))} />}
        </FormField>
        <FormField form={form} name="interim">
          {(field) => <SelectField {...field} label={t('distribution.interim')} choices={INTERIMS.map((value) => ({ value, label: t(`distribution.interims.${value}`) }))} />}
        </FormField>
      </div>
      <PartiesField form={form} role="carried" label={t('distribution.carried')} hint={t('distribution.carriedHint')} partners={partners} />
      <PartiesField form={form} role="firstLoss" label={t('distribution.firstLoss')} hint={t('distribution.firstLossHint')} partners={partners} />
      <div className={styles['two']}>
        <FormField form={form} name="effectiveFrom">
          {(field) => <DateField {...field} label={t('distribution.effectiveFrom')} />}
        </FormField>
        <FormField form={form} name="clause">
          {(field) => <TextField {...field} label={t('distribution.clause')} maxLength={300} />}
        </FormField>
      </div>
    </FormDialog>
  );
}

function useTermsTexts(): TermsTexts {
  const { t } = useTranslation();
  return {
    rate: t('distribution.missingRate'),
    partner: t('distribution.choosePartner'),
    twice: t('distribution.partnerTwice'),
    date: t('distribution.missingDate'),
    clause: t('distribution.missingClause'),
    sum: (share) => t('distribution.wrongSum', { share }),
    most: (share) => t('distribution.tooMuchLoss', { share }),
  };
}
