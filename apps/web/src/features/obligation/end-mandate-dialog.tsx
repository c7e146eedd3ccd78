import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { endMandate, useRadar, type StoredRule } from './obligation.requests.js';

interface Props {
  /** Null for a rule that counts several funds together. */
  readonly fundId: string | null;
  readonly rule: StoredRule;
  readonly onClose: () => void;
}

/** Lets a rule end on a day, with what it asks for until then. */
export function EndMandateDialog({ fundId, rule, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const form = useForm({ defaultValues: { endedOn: todayInSeoul(), reason: '' } });
  const stands = useRadar({}).data?.positions.find((position) => position.rule.id === rule.id);
  const read = (): { body: { endedOn: string; reason: string }; found: Fault[] } => {
    const { endedOn, reason } = form.getValues();
    const on = parseDateInput(endedOn);
    const found = [...(on === null ? [{ pointer: '/endedOn', text: t('time.invalid') }] : []), ...(reason.trim() === '' ? [{ pointer: '/reason', text: t('mandate.missing') }] : [])];
    return { body: { endedOn: on ?? '', reason: reason.trim() }, found };
  };
  const deed = useFundWrite({ fundId, form, read, send: (body, header) => endMandate(rule.id, body, header), onClose });
  return (
    <FormDialog title={`${t('mandate.endTitle')}: ${say(rule.name)}`} action={t('mandate.end')} {...deed} onClose={onClose}>
      <p>{t('mandate.endLead')}</p>
      {stands !== undefined && (
        <Callout tone={stands.met ? 'success' : 'warning'} title={t('mandate.previewBefore', { standing: t('mandate.previewRequired', { required: formatWon(stands.requiredWon), counted: formatWon(stands.countedWon) }) })}>
          <p>{stands.met ? t('mandate.endMet') : t('mandate.endShort', { amount: formatWon(stands.shortfallWon) })}</p>
        </Callout>
      )}
      <FormField form={form} name="endedOn">
        {(field) => <DateField {...field} label={t('mandate.endedOn')} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('mandate.reason')} maxLength={500} />}
      </FormField>
    </FormDialog>
  );
}
