import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import type { Investment } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { parseDateInput } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { FormDialog } from '../rule/form-dialog.js';
import { recordDealTrait, type RecordDealTrait } from './deal.requests.js';

const DIMENSIONS = ['region', 'zone', 'founder'] as const;

/** What a deal is to the obligations of the agreement, from a day on. */
export function TraitDialog({ investment, onClose }: { readonly investment: Investment; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm({ defaultValues: { dimension: 'region', value: '', effectiveOn: investment.paidOn, reason: '' } });
  const faults = useFaults(form);
  const intent = useIntent();
  const record = useWrite({
    mutationFn: (body: RecordDealTrait) => recordDealTrait(investment.id, body, intent.headersFor({ id: investment.id, ...body })),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshFund(investment.fundId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { dimension, value, effectiveOn, reason } = form.getValues();
    const on = parseDateInput(effectiveOn);
    const found: Fault[] = [];
    if (on === null) found.push({ pointer: '/effectiveOn', text: t('deal.missingDate') });
    if (reason.trim().length < 2) found.push({ pointer: '/reason', text: t('deal.missing') });
    if (found.length > 0 || on === null) return faults.show(found);
    record.mutate({ dimension: dimension as RecordDealTrait['dimension'], ...(value.trim() === '' ? {} : { value: value.trim() }), effectiveOn: on, reason: reason.trim() });
  };
  return (
    <FormDialog title={t('deal.recordTrait')} action={t('deal.recordTrait')} faults={faults} pending={record.isPending} onSubmit={submit} onClose={onClose}>
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
