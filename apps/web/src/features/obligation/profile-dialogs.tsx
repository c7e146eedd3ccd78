import type { ReactElement } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { useTerm } from '../../i18n/term.js';
import { useFundDeed } from '../fund/use-fund-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { FUND_PURPOSES, fundProfileForm, PARTNER_KINDS, partnerProfileForm, readFundProfile, readPartnerProfile, type FundProfileForm, type PartnerProfileForm, type ProfileTexts } from './profile-form.js';
import { ProfilePreview } from './profile-preview.js';
import styles from './obligation.module.css';
import { recordFundProfile, recordPartnerProfile, type RecordedProfile, type RecordFundProfile, type RecordPartnerProfile, type StatutoryFund, type StatutoryPartner } from './obligation.requests.js';

interface Props {
  /** Everybody in sight, by whom the preview names what changes. */
  readonly partners: readonly StatutoryPartner[];
  readonly onClose: () => void;
}

function useProfileTexts(): ProfileTexts {
  const { t } = useTranslation();
  return { missing: t('mandate.missing'), date: t('time.invalid'), amount: t('mandate.wrongAmount') };
}

/** Records what a fund is to the statute from a day on: its purpose, a ratio of its own, a grace that was granted. */
export function FundProfileDialog({ fund, partners, onClose }: Props & { readonly fund: StatutoryFund }): ReactElement {
  const { t } = useTranslation();
  const texts = useProfileTexts();
  const { form, preview, ...deed } = useFundDeed<FundProfileForm, RecordFundProfile, RecordedProfile>({
    ...{ fundId: fund.fundId, ofSeveral: true, name: 'statutory-profile', onClose },
    defaults: fundProfileForm(fund),
    read: (typed) => readFundProfile(typed, texts),
    send: recordFundProfile,
  });
  return (
    <FormDialog title={t('statutory.fundTitle', { fund: `${fund.fundNumber} ${fund.fundName}` })} action={t('statutory.record')} {...deed} onClose={onClose} wide>
      <p className={styles['subtle']}>{t('statutory.fundLead')}</p>
      <div className={styles['pair']}>
        <FormField form={form} name="purpose">
          {(field) => <SelectField {...field} label={t('statutory.purpose')} choices={FUND_PURPOSES.map((value) => ({ value, label: t(`statutory.purposes.${value}`) }))} />}
        </FormField>
        <FormField form={form} name="specialRatio">
          {(field) => <ChoiceField {...field} label={t('statutory.specialRatio')} choices={(['NO', 'YES'] as const).map((value) => ({ value, label: t(`statutory.specialRatios.${value}`) }))} />}
        </FormField>
        <FormField form={form} name="graceTo">
          {(field) => <DateField {...field} label={t('statutory.graceTo')} hint={t('statutory.graceHint')} optional />}
        </FormField>
      </div>
      <GroundFields form={form} />
      <ProfilePreview preview={preview} partners={partners} />
    </FormDialog>
  );
}

/** Records what a manager is to the statute from a day on, and the capital that the statute adds to its base. */
export function PartnerProfileDialog({ partner, partners, onClose }: Props & { readonly partner: StatutoryPartner }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const texts = useProfileTexts();
  const { form, preview, ...deed } = useFundDeed<PartnerProfileForm, RecordPartnerProfile, RecordedProfile>({
    ...{ fundId: partner.generalPartnerId, ofSeveral: true, name: 'general-partner-profile', onClose },
    defaults: partnerProfileForm(partner),
    read: (typed) => readPartnerProfile(typed, texts),
    send: recordPartnerProfile,
  });
  return (
    <FormDialog title={t('statutory.partnerTitle', { partner: partner.name })} action={t('statutory.record')} {...deed} onClose={onClose} wide>
      <p className={styles['subtle']}>{t('statutory.partnerLead')}</p>
      {partner.assumed && <Callout tone="information" title={t('statutory.assumed')} />}
      <div className={styles['pair']}>
        <FormField form={form} name="kind">
          {(field) => <SelectField {...field} label={t('statutory.kind')} choices={PARTNER_KINDS.map((value) => ({ value, label: term('generalPartnerKind', value) }))} />}
        </FormField>
        {form.watch('kind') === 'VENTURE_INVESTMENT_COMPANY' && (
          <FormField form={form} name="ownCapitalWon">
            {(field) => <WonField {...field} label={t('statutory.ownCapital')} hint={t('statutory.ownCapitalHint')} optional />}
          </FormField>
        )}
      </div>
      <GroundFields form={form} />
      <ProfilePreview preview={preview} partners={partners} />
    </FormDialog>
  );
}

function GroundFields<Values extends FieldValues & { clause: string; effectiveFrom: string }>({ form }: { readonly form: UseFormReturn<Values> }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['pair']}>
      <FormField form={form} name={'clause' as Path<Values>}>
        {(field) => <TextField {...field} label={t('statutory.clause')} hint={t('statutory.clauseHint')} maxLength={300} />}
      </FormField>
      <FormField form={form} name={'effectiveFrom' as Path<Values>}>
        {(field) => <DateField {...field} label={t('mandate.effectiveFrom')} />}
      </FormField>
    </div>
  );
}
