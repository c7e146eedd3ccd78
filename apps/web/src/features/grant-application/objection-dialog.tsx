import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useForm } from 'react-hook-form';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { VerdictList } from '../rule/verdict-list.js';
import { decideObjection, fileObjection, type Application, type DecideObjection, type FileObjection, type Objection } from './grant-application.requests.js';

const SHORTEST = 5;

interface ReasonForm {
  on: string;
  reason: string;
}

/** Takes in what the applicant objects; whether it comes in time is seen before it is sent. */
export function FileObjectionDialog({ application, onClose }: { readonly application: Application; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { form, preview, ...deed } = useGrantDeed({
    ...{ callId: application.callId, name: `objection/${application.id}`, onClose },
    defaults: { on: todayInSeoul(), reason: '' } satisfies ReasonForm,
    read: ({ on, reason }: ReasonForm) => {
      const filedOn = parseDateInput(on);
      const short = reason.trim().length < SHORTEST;
      const body: FileObjection = { filedOn: filedOn ?? '', reason: reason.trim() };
      const found = [...(filedOn === null ? [{ pointer: '/on', text: t('time.invalid') }] : []), ...(short ? [{ pointer: '/reason', text: t('grantApplication.reasonShort') }] : [])];
      return { body, found, preview: filedOn === null ? null : { ...body, reason: short ? '-----' : body.reason } };
    },
    send: (body: FileObjection, header) => fileObjection(application.id, body, header),
  });
  return (
    <FormDialog title={t('grantApplication.object')} action={t('grantApplication.object')} {...deed} onClose={onClose}>
      <FormField form={form} name="on">
        {(field) => <DateField {...field} label={t('grantApplication.filedOn')} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('grantApplication.objectionReason')} maxLength={2000} />}
      </FormField>
      {preview.data !== undefined && <VerdictList verdicts={preview.data.verdicts} />}
    </FormDialog>
  );
}

/** Upheld, the application is judged again; dismissed, the decision stands. */
export function DecideObjectionDialog({ callId, objection, onClose }: { readonly callId: string; readonly objection: Objection; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { outcome: 'DISMISSED', reason: '' } });
  const deed = useDeed({
    form,
    read: () => {
      const { outcome, reason } = form.getValues();
      const found = reason.trim().length < SHORTEST ? [{ pointer: '/reason', text: t('grantApplication.reasonShort') }] : [];
      return { body: { outcome, reason: reason.trim() } as DecideObjection, found };
    },
    send: (body, header) => decideObjection(objection.id, body, header),
    onDone: async () => {
      await refreshGrants(callId);
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={`${objection.number} ${t('grantApplication.objection')}`} action={t('grantApplication.decideObjection')} {...deed} onClose={onClose}>
      <p>{objection.reason}</p>
      <FormField form={form} name="outcome">
        {(field) => <ChoiceField {...field} label={t('grantApplication.outcomeOf')} choices={(['UPHELD', 'DISMISSED'] as const).map((value) => ({ value, label: t(`grantApplication.objectionOutcome.${value}`) }))} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('grantApplication.objectionAnswer')} maxLength={2000} />}
      </FormField>
    </FormDialog>
  );
}
