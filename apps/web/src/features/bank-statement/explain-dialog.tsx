import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { explainLine, refreshBank, type ExplainBankLine } from './bank-statement.requests.js';

const CODES = ['OFFICE', 'OWN_TRANSFER', 'PASSED_THROUGH', 'SENT_BACK', 'UNDER_INQUIRY'] as const;

/** Why a line is no movement of the books. */
export function ExplainDialog({ lineId, onClose }: { readonly lineId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm<ExplainBankLine>({ defaultValues: { reasonCode: 'OFFICE', note: '' } });
  const deed = useDeed({
    form,
    read: () => {
      const body = form.getValues();
      const found: Fault[] = body.note.trim().length < 2 ? [{ pointer: '/note', text: t('reconciliation.reasonMissing') }] : [];
      return { body: found.length > 0 ? null : body, found };
    },
    send: (body: ExplainBankLine, header) => explainLine(lineId, body, header),
    onDone: async () => {
      await refreshBank();
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('reconciliation.explainTitle')} action={t('reconciliation.explain')} {...deed} onClose={onClose}>
      <FormField form={form} name="reasonCode">
        {(field) => <SelectField {...field} label={t('reconciliation.reasonCode')} choices={CODES.map((value) => ({ value, label: t(`reconciliation.explanations.${value}`) }))} />}
      </FormField>
      <FormField form={form} name="note">
        {(field) => <TextAreaField {...field} label={t('reconciliation.reason')} maxLength={300} />}
      </FormField>
    </FormDialog>
  );
}
