import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Investment } from '../../api/types.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { parseDateInput } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { recordDealTrait, type RecordDealTrait } from './deal.requests.js';

const DIMENSIONS = ['region', 'zone', 'founder'] as const;

/** What a deal is to the obligations of the agreement, from a day on. */
export function TraitDialog({ investment, onClose }: { readonly investment: Investment; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm({ defaultValues: { dimension: 'region', value: '', effectiveOn: investment.paidOn, reason: '' } });
  const deed = useFundWrite({
    fundId: investment.fundId,
    form,
    read: () => {
      const { dimension, value, effectiveOn, reason } = form.getValues();
      const on = parseDateInput(effectiveOn);
      const found: Fault[] = [];
      if (on === null) found.push({ pointer: '/effectiveOn', text: t('deal.missingDate') });
      if (reason.trim().length < 2) found.push({ pointer: '/reason', text: t('deal.missing') });
      if (found.length > 0 || on === null) return { body: null, found };
      return { body: { dimension: dimension as RecordDealTrait['dimension'], ...(value.trim() === '' ? {} : { value: value.trim() }), effectiveOn: on, reason: reason.trim() }, found };
    },
    send: (body: RecordDealTrait, header) => recordDealTrait(investment.id, body, header),
    onClose,
  });
  return (
    <FormDialog title={t('deal.recordTrait')} action={t('deal.recordTrait')} {...deed} onClose={onClose}>
      <p>{t('deal.traitLead')}</p>
      <FormField form={form} name="dimension">
        {(field) => <SelectField {...field} label={t('deal.dimension')} choices={DIMENSIONS.map((value) => ({ value, label: term('dealDimension', value) }))} />}
      </FormField>
      <FormField form={form} name="value">
        {(field) => <TextField {...field} label={t('deal.value')} optional maxLength={100} />}
      </FormField>
      <FormField form={form} name="effectiveOn">
        {(field) => <DateField {...field} label={t('deal.effectiveOn')} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('deal.reason')} maxLength={2000} />}
      </FormField>
    </FormDialog>
  );
}
