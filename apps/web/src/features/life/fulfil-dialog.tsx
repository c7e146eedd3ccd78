import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { formatOfficialDate, parseDateInput, todayInSeoul } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { FileField } from '../fund/file-field.js';
import { useFundDeed } from '../fund/use-fund-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { fulfilDuty, type FulfilDuty, type FulfilledDuty, type FundDuty } from './life.requests.js';

interface FulfilForm {
  doneOn: string;
  note: string;
  documentId: string;
}

/** That a filing was made or a report delivered: when, under which number, with what came back. */
export function FulfilDialog({ fundId, duty, onClose }: { readonly fundId: string; readonly duty: FundDuty; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const read = ({ doneOn, note, documentId }: FulfilForm): { body: FulfilDuty; found: Fault[]; preview: null } => {
    const date = parseDateInput(doneOn);
    const body = { duty: duty.duty, doneOn: date ?? '', ...(note.trim() === '' ? {} : { note: note.trim() }), ...(documentId === '' ? {} : { documentId }) };
    return { body, found: date === null ? [{ pointer: '/doneOn', text: t('time.invalid') }] : [], preview: null };
  };
  const deed = useFundDeed<FulfilForm, FulfilDuty, FulfilledDuty>({ fundId, name: 'fulfil', defaults: { doneOn: todayInSeoul(), note: '', documentId: '' }, read, send: fulfilDuty, onClose });
  const { form } = deed;
  return (
    <FormDialog title={t('fundDuty.fulfilTitle')} action={t('fundDuty.fulfil')} {...deed} onClose={onClose}>
      <p>
        {say(duty.title)} · {t('fundDuty.dueOn')} {formatOfficialDate(duty.dueOn)}
      </p>
      <FormField form={form} name="doneOn">{(field) => <DateField {...field} label={t('fundDuty.doneOn')} />}</FormField>
      <FormField form={form} name="note">{(field) => <TextField {...field} label={t('fundDuty.note')} maxLength={300} optional />}</FormField>
      <FormField form={form} name="documentId">{(field) => <FileField label={t('agreement.document')} value={field.value} onChange={field.onChange} />}</FormField>
    </FormDialog>
  );
}
