import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../design/button.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import styles from './grant-call.module.css';
import { refreshGrants, useCallPresets, type GrantCallPreset } from './grant-call.queries.js';
import { openCall } from './grant-call.requests.js';
import { BLANK, filledWith, readOpening, type OpeningForm } from './opening-form.js';
import { PresetTerms } from './preset-terms.js';
import { ProposalFields } from './proposal-fields.js';

const KINDS = ['PROTOTYPE', 'BRIDGE', 'BASIC_TIER', 'OSMU', 'TEST_BED'] as const;
const ROLES = ['', 'MANUFACTURER', 'RESULT_OWNER', 'RESEARCH_GROUP', 'COMPANY', 'REGION'] as const;

/** Opens a call: one click fills the form with what the plan of 2020 says of a programme, and all of it may be changed. */
export function OpenCallDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm<OpeningForm>({ defaultValues: BLANK });
  const [preset, setPreset] = useState<GrantCallPreset | null>(null);
  const deed = useDeed({
    form,
    read: () => readOpening(form.getValues(), preset, t),
    send: openCall,
    onDone: async ({ id }) => {
      await refreshGrants(id);
      await navigate(`/grants/${id}/terms`);
    },
    onDrafted: onClose,
  });
  const choose = (chosen: GrantCallPreset): void => {
    setPreset(chosen);
    form.reset(filledWith(chosen));
  };
  const aside = preset === null ? <p className={styles['note']}>{t('grantCall.noPreset')}</p> : <PresetTerms open={preset.open} terms={preset.terms} />;
  return (
    <FormDialog title={t('grantCall.open')} action={t('grantCall.open')} {...deed} onClose={onClose} wide aside={aside}>
      <Presets chosen={preset} onChoose={choose} />
      <OpeningFields form={form} />
    </FormDialog>
  );
}

function Presets({ chosen, onChoose }: { readonly chosen: GrantCallPreset | null; readonly onChoose: (preset: GrantCallPreset) => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const presets = useCallPresets().data ?? [];
  return (
    <div role="group" aria-label={t('grantCall.presets')} className={styles['presets']}>
      <p className={styles['note']}>{t('grantCall.presetsLead')}</p>
      {presets.map((preset) => (
        <Button key={preset.kind} small tone={preset === chosen ? 'primary' : 'secondary'} onPress={() => onChoose(preset)}>
          {preset.plan} {say(preset.name)}
        </Button>
      ))}
    </div>
  );
}

function OpeningFields({ form }: { readonly form: ReturnType<typeof useForm<OpeningForm>> }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      <div className={styles['two']}>
        <FormField form={form} name="kind">
          {(field) => <SelectField {...field} label={t('grantCall.kind')} choices={KINDS.map((value) => ({ value, label: term('grantKind', value) }))} />}
        </FormField>
        <FormField form={form} name="fiscalYear">
          {(field) => <TextField {...field} label={t('grantCall.fiscalYear')} inputMode="numeric" maxLength={4} />}
        </FormField>
      </div>
      <FormField form={form} name="regime">
        {(field) => <ChoiceField {...field} label={t('grantCall.regimeChoice')} hint={t('grantCall.regimeHint')} choices={(['RND', 'SUBSIDY'] as const).map((value) => ({ value, label: term('grantRegime', value) }))} />}
      </FormField>
      <div className={styles['two']}>
        <FormField form={form} name="agency">
          {(field) => <TextField {...field} label={t('grantCall.agency')} maxLength={200} />}
        </FormField>
        <FormField form={form} name="recipientRole">
          {(field) => <SelectField {...field} label={t('grantCall.recipient')} choices={ROLES.map((value) => ({ value, label: value === '' ? t('grantCall.recipientOpen') : term('recipientRole', value) }))} />}
        </FormField>
      </div>
      <div className={styles['two']}>
        <FormField form={form} name="amountBasis">
          {(field) => <ChoiceField {...field} label={t('grantCall.amountBasis')} choices={(['TOTAL', 'PER_YEAR'] as const).map((value) => ({ value, label: term('amountBasis', value) }))} />}
        </FormField>
        <FormField form={form} name="feasibility">
          {(field) => <ChoiceField {...field} label={t('grantCall.feasibility')} choices={(['NOT_NEEDED', 'PENDING'] as const).map((value) => ({ value, label: term('feasibility', value) }))} />}
        </FormField>
      </div>
      <ProposalFields form={form} nameLabel={t('grantCall.name')} />
    </>
  );
}
