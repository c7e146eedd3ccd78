import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { DeedPreview } from './deed-preview.js';
import { stepAgreement, type Agreement, type LifeStep, type StepAgreement, type SteppedAgreement } from './grant-agreement.requests.js';

interface Props {
  readonly call: GrantCall;
  readonly agreement: Agreement;
  readonly step: LifeStep;
  readonly onClose: () => void;
}

const LEAST_REASON = 5;

/** How an agreement goes on, stops or ends: the day, why, and what it would do. */
export function StepDialog({ call, agreement, step, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { form, preview, ...deed } = useGrantDeed<{ happenedOn: string; reason: string }, StepAgreement, SteppedAgreement>({
    ...{ callId: call.id, name: `${step} ${agreement.id}`, onClose, send: (body, header) => stepAgreement(agreement.id, step, body, header) },
    read: ({ happenedOn, reason }) => {
      const on = parseDateInput(happenedOn);
      const found: Fault[] = on === null ? [{ pointer: '/happenedOn', text: t('time.invalid') }] : [];
      if (reason.trim().length < LEAST_REASON) found.push({ pointer: '/reason', text: t('grantAgreement.missingReason') });
      const body = { happenedOn: on ?? '', reason: reason.trim() };
      return { body, found, preview: on === null ? null : { ...body, reason: '-'.repeat(LEAST_REASON) } };
    },
    defaults: { happenedOn: todayInSeoul(), reason: '' },
  });
  return (
    <FormDialog title={`${agreement.number} ${term('grantStep', step)}`} action={term('grantStep', step)} {...deed} onClose={onClose} wide aside={<DeedPreview preview={preview} />}>
      <FormField form={form} name="happenedOn">
        {(field) => <DateField {...field} label={t('grantAgreement.happenedOn')} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('grantAgreement.reason')} maxLength={2000} />}
      </FormField>
    </FormDialog>
  );
}
