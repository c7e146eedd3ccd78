import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { usePermissions } from '../session/use-session.js';
import { refreshGrants, type GrantCall } from './grant-call.queries.js';
import { passFeasibility } from './grant-call.requests.js';

/** Why a call has no money yet, and the way out of it. */
export function FeasibilityCallout({ call }: { readonly call: GrantCall }): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const [passing, setPassing] = useState(false);
  if (call.feasibility !== 'PENDING') return null;
  return (
    <Callout tone="warning" title={t('grantCall.studyPending')}>
      {may('grant-call.pass-feasibility') && (
        <Button small onPress={() => setPassing(true)}>
          {t('grantCall.passStudy')}
        </Button>
      )}
      {passing && <PassDialog callId={call.id} onClose={() => setPassing(false)} />}
    </Callout>
  );
}

function PassDialog({ callId, onClose }: { readonly callId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { passedOn: todayInSeoul(), clause: '' } });
  const deed = useDeed({
    form,
    read: () => {
      const { passedOn, clause } = form.getValues();
      const on = parseDateInput(passedOn);
      const found = [...(on === null ? [{ pointer: '/passedOn', text: t('time.invalid') }] : []), ...(clause.trim() === '' ? [{ pointer: '/clause', text: t('terms.missing') }] : [])];
      return { body: { passedOn: on ?? '', clause: clause.trim() }, found };
    },
    send: (body, header) => passFeasibility(callId, body, header),
    onDone: async () => {
      await refreshGrants(callId);
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('grantCall.passStudyTitle')} action={t('grantCall.passStudy')} {...deed} onClose={onClose}>
      <FormField form={form} name="passedOn">
        {(field) => <DateField {...field} label={t('grantCall.passedOn')} />}
      </FormField>
      <FormField form={form} name="clause">
        {(field) => <TextField {...field} label={t('terms.clause')} maxLength={300} />}
      </FormField>
    </FormDialog>
  );
}
