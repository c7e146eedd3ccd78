import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useTerm } from '../../i18n/term.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import styles from './grant-call.module.css';
import { refreshGrants, useCallPresets, type GrantCallPreset } from './grant-call.queries.js';
import { openCall } from './grant-call.requests.js';
import { BLANK, filledWith, readOpening, type OpeningForm } from './opening-form.js';

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
  return (
    <FormDialog title={t('grantCall.open')} action={t('grantCall.open')} {...deed} onClose={onClose} wide aside={<PresetTerms preset={preset} />}>
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

/** What comes with the preset beyond the fields: each value with the sentence it rests on, and what the source leaves open. */
function PresetTerms({ preset }: { readonly preset: GrantCallPreset | null }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const nameOf = useDottedNames('grantTerms.keys');
  if (preset === null) return <p className={styles['note']}>{t('grantCall.noPreset')}</p>;
  return (
    <div className={styles['aside']}>
      {preset.open !== null && (
        <Callout tone="warning" title={t('grantCall.sourceOpen')}>
          <p>{say(preset.open)}</p>
        </Callout>
      )}
      <dl className={styles['terms']}>
        {preset.terms.map(({ key, value, clause, source }) => (
          <div key={key}>
            <dt>{nameOf(key)}</dt>
            <dd>
              <strong>{key.endsWith('-won') ? `${formatWon(value)}${t('common.won')}` : value}</strong> <span className={styles['note']}>{`${clause} · ${term('source', source)}`}</span>
            </dd>
          </div>
        ))}
      </dl>
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
      <div className={styles['two']}>
        <FormField form={form} name="proposal.amountWon">
          {(field) => <WonField {...field} label={t('grantCall.proposal')} optional />}
        </FormField>
        <FormField form={form} name="proposal.clause">
          {(field) => <TextField {...field} label={t('terms.clause')} optional maxLength={300} />}
        </FormField>
      </div>
      <FormField form={form} name="name">
        {(field) => <TextField {...field} label={t('grantCall.name')} optional hint={t('grantCall.nameHint')} maxLength={300} />}
      </FormField>
    </>
  );
}
