import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { formatOfficialDate, parseDateInput, todayInSeoul } from '../../format/date.js';
import { FileField } from '../fund/file-field.js';
import { orUnwritten, useFundDeed } from '../fund/use-fund-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { extendFund, type ExtendedFund, type ExtendFund } from './life.requests.js';

interface ExtendForm {
  lifeTo: string;
  investmentTo: string;
  decidedOn: string;
  reason: string;
  documentId: string;
}

/** A later end of the life, and of the investment period where that was agreed. */
export function ExtendDialog({ fund, onClose }: { readonly fund: Fund; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const nextYear = `${Number(fund.lifeTo.slice(0, 4)) + 1}${fund.lifeTo.slice(4)}`;
  const read = (form: ExtendForm): { body: ExtendFund; found: Fault[]; preview: ExtendFund | null } => {
    const [lifeTo, decidedOn] = [parseDateInput(form.lifeTo), parseDateInput(form.decidedOn)];
    const investmentTo = form.investmentTo.trim() === '' ? undefined : parseDateInput(form.investmentTo);
    const found: Fault[] = [];
    if (lifeTo === null) found.push({ pointer: '/lifeTo', text: t('time.invalid') });
    if (investmentTo === null) found.push({ pointer: '/investmentTo', text: t('time.invalid') });
    if (decidedOn === null) found.push({ pointer: '/decidedOn', text: t('time.invalid') });
    const complete = found.length === 0;
    if (form.reason.trim() === '') found.push({ pointer: '/reason', text: t('fundLife.missing') });
    const body = { lifeTo: lifeTo ?? '', ...(investmentTo === undefined || investmentTo === null ? {} : { investmentTo }), decidedOn: decidedOn ?? '', reason: form.reason.trim(), ...(form.documentId === '' ? {} : { documentId: form.documentId }) };
    return { body, found, preview: complete ? { ...body, reason: orUnwritten(form.reason) } : null };
  };
  const deed = useFundDeed<ExtendForm, ExtendFund, ExtendedFund>({
    fundId: fund.id,
    name: 'extend',
    defaults: { lifeTo: parseDateInput(nextYear) ?? '', investmentTo: '', decidedOn: todayInSeoul(), reason: '', documentId: '' },
    read,
    send: extendFund,
    onClose,
  });
  const { form, preview } = deed;
  return (
    <FormDialog title={t('fundLife.extendTitle')} action={t('fundLife.extend')} {...deed} onClose={onClose}>
      <FormField form={form} name="lifeTo">{(field) => <DateField {...field} label={t('fundLife.newLifeTo')} hint={`${t('fundLife.life')} ${formatOfficialDate(fund.lifeTo)}`} />}</FormField>
      <FormField form={form} name="investmentTo">{(field) => <DateField {...field} label={t('fundLife.newInvestmentTo')} hint={t('fundLife.investmentHint')} optional />}</FormField>
      <FormField form={form} name="decidedOn">{(field) => <DateField {...field} label={t('fundLife.decidedOn')} />}</FormField>
      <FormField form={form} name="reason">{(field) => <TextAreaField {...field} label={t('fundLife.reason')} maxLength={2000} />}</FormField>
      <FormField form={form} name="documentId">{(field) => <FileField label={t('agreement.document')} value={field.value} onChange={field.onChange} />}</FormField>
      {preview.error === null ? preview.data !== undefined && <VerdictList verdicts={preview.data.verdicts} /> : <Refusal error={preview.error} />}
    </FormDialog>
  );
}
