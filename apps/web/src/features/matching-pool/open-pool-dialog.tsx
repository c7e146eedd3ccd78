import { useEffect, type ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Callout } from '../../design/callout.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useTerm } from '../../i18n/term.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { openPool, refreshPool, usePoolPreset, type OpenPool, type PoolPreset } from './matching.queries.js';
import styles from './matching.module.css';

interface OpeningForm {
  fiscalYear: string;
  name: string;
  agency: string;
  proposal: { amountWon: string; clause: string };
}

/** Opens a pool, filled with what the plan of 2020 says; its terms are those of the program until it decides otherwise. */
export function OpenPoolDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const preset = usePoolPreset().data;
  const form = useForm<OpeningForm>({ defaultValues: { fiscalYear: '', name: '', agency: '', proposal: { amountWon: '', clause: '' } } });
  useEffect(() => {
    if (preset !== undefined) form.reset({ fiscalYear: String(preset.fiscalYear), name: '', agency: preset.agency, proposal: { ...preset.proposal } });
  }, [preset, form]);
  const deed = useDeed({
    form,
    read: () => readOpening(form.getValues(), t),
    send: openPool,
    onDone: async ({ id }) => {
      await refreshPool(id);
      await navigate(`/matching/${id}/terms`);
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('matching.open')} action={t('matching.open')} {...deed} onClose={onClose} wide aside={preset === undefined ? null : <Defaults preset={preset} />}>
      <OpeningFields form={form} />
    </FormDialog>
  );
}

function readOpening({ fiscalYear, name, agency, proposal }: OpeningForm, t: TFunction): { body: OpenPool; found: Fault[] } {
  const amount = proposal.amountWon.trim() === '' ? null : parseWonInput(proposal.amountWon);
  const found: Fault[] = [
    ...(/^\d{4}$/.test(fiscalYear.trim()) ? [] : [{ pointer: '/fiscalYear', text: t('voucherYear.missingYear') }]),
    ...(agency.trim() === '' ? [{ pointer: '/agency', text: t('grantCall.missingAgency') }] : []),
    ...(amount === null || amount.ok ? [] : [{ pointer: '/proposal/amountWon', text: t('common.wonNotRead') }]),
    ...(amount !== null && proposal.clause.trim() === '' ? [{ pointer: '/proposal/clause', text: t('terms.missing') }] : []),
  ];
  return {
    found,
    body: {
      ...{ fiscalYear: Number(fiscalYear), agency: agency.trim() },
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(amount?.ok === true ? { proposal: { amountWon: amount.amount.toString(), clause: proposal.clause.trim() } } : {}),
    },
  };
}

function OpeningFields({ form }: { readonly form: UseFormReturn<OpeningForm> }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles['two']}>
        <FormField form={form} name="fiscalYear">
          {(field) => <TextField {...field} label={t('grantCall.fiscalYear')} inputMode="numeric" maxLength={4} />}
        </FormField>
        <FormField form={form} name="agency">
          {(field) => <TextField {...field} label={t('grantCall.agency')} maxLength={200} />}
        </FormField>
        <FormField form={form} name="proposal.amountWon">
          {(field) => <WonField {...field} label={t('grantCall.proposal')} optional />}
        </FormField>
        <FormField form={form} name="proposal.clause">
          {(field) => <TextField {...field} label={t('terms.clause')} optional maxLength={300} />}
        </FormField>
      </div>
      <FormField form={form} name="name">
        {(field) => <TextField {...field} label={t('matching.name')} optional hint={t('grantCall.nameHint')} maxLength={300} />}
      </FormField>
    </>
  );
}

/** The terms that hold until the pool decides otherwise, each with the sentence it rests on. */
function Defaults({ preset }: { readonly preset: PoolPreset }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const nameOf = useDottedNames('grantTerms.keys');
  return (
    <div className={styles['aside']}>
      <Callout tone="warning" title={t('grantCall.sourceOpen')}>
        <p>{say(preset.open)}</p>
      </Callout>
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
