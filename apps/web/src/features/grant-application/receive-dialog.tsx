import type { ReactElement } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from './grant-application.module.css';
import { receiveApplication, type ReceiveApplication, type ReceivedApplication } from './grant-application.requests.js';
import { InstitutionField, OrganisationFields } from './organisation-fields.js';
import { PlanDates } from './plan-dates.js';
import { AMOUNTS, blankApplicant, blankReceipt, readReceipt, type ReceiptForm } from './receipt-form.js';

/** Records what came in, of one or several institutions; what the check will say is shown while it is typed. */
export function ReceiveDialog({ call, onClose }: { readonly call: GrantCall; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const wrong = { missing: t('terms.missing'), date: t('time.invalid'), won: t('common.wonNotRead') };
  const { form, preview, ...deed } = useGrantDeed<ReceiptForm, ReceiveApplication, ReceivedApplication>({
    ...{ callId: call.id, name: 'receive', defaults: blankReceipt(call.fiscalYear), send: (body, header) => receiveApplication(call.id, body, header), onClose },
    read: (values) => {
      const { body, found } = readReceipt(values);
      return { body, found: found.map((fault) => ({ pointer: fault.pointer, text: wrong[fault.wrong] })), preview: found.length === 0 ? body : null };
    },
  });
  const aside = (
    <div className={styles['scroll']}>
      {preview.error !== null && <Refusal error={preview.error} />}
      {preview.data === undefined ? <p className={styles['note']}>{t('grantApplication.receiveWaiting')}</p> : <VerdictList verdicts={preview.data.verdicts} />}
    </div>
  );
  return (
    <FormDialog title={t('grantApplication.receive')} action={t('grantApplication.receive')} {...deed} onClose={onClose} wide aside={aside}>
      <ProjectFields form={form} tiers={call.terms.find(({ key }) => key === 'grant.tiers')?.value ?? ''} />
      <Institutions form={form} />
    </FormDialog>
  );
}

function ProjectFields({ form, tiers }: { readonly form: UseFormReturn<ReceiptForm>; readonly tiers: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <FormField form={form} name="title">
        {(field) => <TextField {...field} label={t('grantApplication.project')} maxLength={500} autoFocus />}
      </FormField>
      <div className={styles['two']}>
        <FormField form={form} name="technology">
          {(field) => <TextField {...field} label={t('grantApplication.technology')} optional maxLength={300} />}
        </FormField>
        <FormField form={form} name="subProgramme">
          {(field) =>
            tiers === '' ? <TextField {...field} label={t('grantApplication.subProgramme')} optional maxLength={200} /> : <SelectField {...field} label={t('grantApplication.subProgramme')} choices={['', ...tiers.split(' | ')].map((value) => ({ value, label: value }))} />
          }
        </FormField>
        <PlanDates form={form} />
        <FormField form={form} name="broker">
          {(field) => <TextField {...field} label={t('grantApplication.broker')} optional maxLength={200} />}
        </FormField>
      </div>
    </>
  );
}

function Institutions({ form }: { readonly form: UseFormReturn<ReceiptForm> }): ReactElement {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'applicants' });
  return (
    <>
      {fields.map((field, index) => (
        <Institution key={field.id} form={form} index={index} onRemove={index === 0 ? null : () => remove(index)} />
      ))}
      <Button small icon="plus" onPress={() => append(blankApplicant('JOINT'))}>
        {t('grantApplication.addInstitution')}
      </Button>
    </>
  );
}

function Institution({ form, index, onRemove }: { readonly form: UseFormReturn<ReceiptForm>; readonly index: number; readonly onRemove: (() => void) | null }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const roles = onRemove === null ? (['LEAD'] as const) : (['JOINT', 'COMMISSIONED'] as const);
  return (
    <fieldset className={styles['institution']}>
      <div className={styles['two']}>
        <OrganisationFields form={form} at={`applicants.${index}.organisation`} />
        <FormField form={form} name={`applicants.${index}.role`}>
          {(field) => <SelectField {...field} label={t('grantApplication.role')} choices={roles.map((value) => ({ value, label: term('agreementRole', value) }))} />}
        </FormField>
        <InstitutionField form={form} at={`applicants.${index}`} />
        <FormField form={form} name={`applicants.${index}.investigator`}>
          {(field) => <TextField {...field} label={t('grantApplication.investigator')} optional maxLength={100} />}
        </FormField>
        <FormField form={form} name={`applicants.${index}.investigatorNumber`}>
          {(field) => <TextField {...field} label={t('application.researcherNumber')} optional maxLength={20} inputMode="numeric" />}
        </FormField>
        {AMOUNTS.map((key) => (
          <FormField key={key} form={form} name={`applicants.${index}.${key}`}>
            {(field) => <WonField {...field} label={t(`grantApplication.${key}`)} optional={key !== 'governmentWon'} />}
          </FormField>
        ))}
      </div>
      {onRemove !== null && (
        <Button small tone="quiet" onPress={onRemove}>
          {t('grantApplication.removeInstitution')}
        </Button>
      )}
    </fieldset>
  );
}
