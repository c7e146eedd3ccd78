import { useEffect, type ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { parseWonInput } from '../../format/won-input.js';
import { PresetTerms } from '../grant-call/preset-terms.js';
import { ProposalFields } from '../grant-call/proposal-fields.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { openPool, refreshPool, usePoolPreset, type OpenPool } from './matching.queries.js';
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
    <FormDialog title={t('matching.open')} action={t('matching.open')} {...deed} onClose={onClose} wide aside={preset === undefined ? null : <PresetTerms open={preset.open} terms={preset.terms} />}>
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
      </div>
      <ProposalFields form={form} nameLabel={t('matching.name')} />
    </>
  );
}
