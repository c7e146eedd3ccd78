import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { InstitutionField, OrganisationFields } from '../grant-application/organisation-fields.js';
import { PlanDates } from '../grant-application/plan-dates.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { planProject, useZones, type PlannedProject, type PlanProject } from '../matching-pool/matching.queries.js';
import styles from '../matching-pool/matching.module.css';
import { useCurrentPool } from '../matching-pool/pool-layout.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { blankPlan, readPlan, type PlanForm } from './plan-form.js';

const RELATIONS = ['NONE', 'OFFICER', 'SHAREHOLDER', 'AFFILIATE', 'FAMILY', 'OTHER'] as const;

/** What a company plans, with whom and why; what the rules say and what the government would commit is shown while it is typed. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const pool = useCurrentPool();
  const wrong = { missing: t('terms.missing'), date: t('time.invalid'), won: t('common.wonNotRead') };
  const { form, preview, ...deed } = useGrantDeed<PlanForm, PlanProject, PlannedProject>({
    ...{ callId: pool.id, name: 'plan', defaults: blankPlan(pool.fiscalYear), send: (body, header) => planProject(pool.id, body, header), onClose },
    read: (values) => {
      const { body, found } = readPlan(values);
      return { body, found: found.map((fault) => ({ pointer: fault.pointer, text: wrong[fault.wrong] })), preview: found.length === 0 ? body : null };
    },
  });
  const aside = (
    <div className={styles['aside']}>
      {preview.error !== null && <Refusal error={preview.error} />}
      {preview.data === undefined ? <p className={styles['note']}>{t('matchingPlan.waiting')}</p> : <Asked planned={preview.data} />}
    </div>
  );
  return (
    <FormDialog title={t('matchingPlan.title')} action={t('matchingPlan.action')} {...deed} onClose={onClose} wide aside={aside}>
      <ProjectFields form={form} />
      <Party form={form} of="company" />
      <Party form={form} of="performer" />
      <ChoiceFields form={form} />
    </FormDialog>
  );
}

function Asked({ planned }: { readonly planned: PlannedProject }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      <p>{t('matchingPlan.asked', { amount: formatWon(planned.governmentWon), bound: term('matchBound', planned.bound) })}</p>
      <VerdictList verdicts={planned.verdicts} />
    </>
  );
}

function ProjectFields({ form }: { readonly form: UseFormReturn<PlanForm> }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <FormField form={form} name="title">
        {(field) => <TextField {...field} label={t('grantApplication.project')} maxLength={500} autoFocus />}
      </FormField>
      <div className={styles['two']}>
        <FormField form={form} name="privateWon">
          {(field) => <WonField {...field} label={t('matching.private')} />}
        </FormField>
        <FormField form={form} name="technology">
          {(field) => <TextField {...field} label={t('grantApplication.technology')} optional maxLength={300} />}
        </FormField>
        <PlanDates form={form} />
      </div>
    </>
  );
}

function Party({ form, of }: { readonly form: UseFormReturn<PlanForm>; readonly of: 'company' | 'performer' }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const zones = (useZones().data?.zones ?? []).filter(({ designated }) => designated);
  const zone = form.watch(`${of}.zone`);
  return (
    <fieldset>
      <legend>{t(`matchingPlan.${of}`)}</legend>
      <div className={styles['two']}>
        <OrganisationFields form={form} at={of} />
        <InstitutionField form={form} at={of} />
        <FormField form={form} name={`${of}.zone`}>
          {(field) => <SelectField {...field} label={t('matchingPlan.zone')} choices={[{ value: '', label: t('matchingPlan.noZone') }, ...zones.map(({ code, name }) => ({ value: code, label: say(name) }))]} />}
        </FormField>
        {zone !== '' && (
          <FormField form={form} name={`${of}.place`}>
            {(field) => <TextField {...field} label={t('matchingPlan.place')} maxLength={300} />}
          </FormField>
        )}
      </div>
    </fieldset>
  );
}

function ChoiceFields({ form }: { readonly form: UseFormReturn<PlanForm> }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const relation = form.watch('relation');
  return (
    <>
      <div className={styles['two']}>
        <FormField form={form} name="researcher">
          {(field) => <TextField {...field} label={t('matchingPlan.researcher')} maxLength={100} />}
        </FormField>
        <FormField form={form} name="researcherNumber">
          {(field) => <TextField {...field} label={t('application.researcherNumber')} optional maxLength={20} inputMode="numeric" />}
        </FormField>
      </div>
      <FormField form={form} name="chosenBecause">
        {(field) => <TextField {...field} label={t('matchingPlan.because')} hint={t('matchingPlan.becauseHint')} maxLength={1000} />}
      </FormField>
      <div className={styles['two']}>
        <FormField form={form} name="relation">
          {(field) => <SelectField {...field} label={t('matchingPlan.relation')} choices={RELATIONS.map((value) => ({ value, label: term('matchRelation', value) }))} />}
        </FormField>
        {relation !== 'NONE' && (
          <FormField form={form} name="relationNote">
            {(field) => <TextField {...field} label={t('matchingPlan.relationNote')} maxLength={1000} />}
          </FormField>
        )}
      </div>
      <FormField form={form} name="ipTerms">
        {(field) => <TextField {...field} label={t('matchingPlan.ip')} maxLength={1000} />}
      </FormField>
      <FormField form={form} name="royaltyTerms">
        {(field) => <TextField {...field} label={t('matchingPlan.royalty')} maxLength={1000} />}
      </FormField>
    </>
  );
}
