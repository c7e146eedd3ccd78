import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { FileField } from '../fund/file-field.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { confirmTranche, type Tranche } from './grant-tranche.requests.js';

interface Props {
  readonly callId: string;
  readonly tranche: Tranche;
  readonly position: number;
  readonly onClose: () => void;
}

/** A milestone was accepted, or a report handed in: when, and what shows it. */
export function ConfirmDialog({ callId, tranche, position, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [documentId, setDocumentId] = useState('');
  const condition = tranche.conditions.find((each) => each.position === position);
  const form = useForm({ defaultValues: { metOn: todayInSeoul(), note: '' } });
  const deed = useDeed({
    form,
    read: () => {
      const { metOn, note } = form.getValues();
      const on = parseDateInput(metOn);
      const found = [...(on === null ? [{ pointer: '/metOn', text: t('time.invalid') }] : []), ...(note.trim() === '' ? [{ pointer: '/note', text: t('terms.missing') }] : [])];
      return { body: { position, metOn: on ?? '', note: note.trim(), ...(documentId === '' ? {} : { documentId }) }, found };
    },
    send: (body, header) => confirmTranche(tranche.id, body, header),
    onDone: async () => {
      await refreshGrants(callId);
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('grantTranche.confirmTitle', { what: condition?.label ?? '' })} action={t('grantTranche.confirm')} {...deed} onClose={onClose}>
      <FormField form={form} name="metOn">
        {(field) => <DateField {...field} label={t('grantTranche.metOn')} />}
      </FormField>
      <FormField form={form} name="note">
        {(field) => <TextField {...field} label={t('grantTranche.note')} maxLength={500} />}
      </FormField>
      <FileField label={t('grantAgreement.document')} value={documentId} onChange={setDocumentId} />
    </FormDialog>
  );
}
