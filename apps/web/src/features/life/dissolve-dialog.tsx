import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { formatOfficialDate, parseDateInput, todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { FileField } from '../fund/file-field.js';
import { orUnwritten, useFundDeed } from '../fund/use-fund-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { dissolveFund, type DissolvedFund, type DissolveFund } from './life.requests.js';

const CAUSES = ['LIFE_ENDED', 'PARTNERS_DECIDED', 'PARTNERS_LEFT', 'GENERAL_PARTNER_LOST', 'REGISTRATION_CANCELLED'] as const;

interface DissolveForm {
  dissolvedOn: string;
  cause: string;
  reason: string;
  liquidator: string;
  documentId: string;
}

/** The end of a fund: what follows from it is said before anybody does it. */
export function DissolveDialog({ fund, onClose }: { readonly fund: Fund; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const read = (form: DissolveForm): { body: DissolveFund; found: Fault[]; preview: DissolveFund | null } => {
    const dissolvedOn = parseDateInput(form.dissolvedOn);
    const found: Fault[] = dissolvedOn === null ? [{ pointer: '/dissolvedOn', text: t('time.invalid') }] : [];
    for (const name of ['reason', 'liquidator'] as const) if (form[name].trim() === '') found.push({ pointer: `/${name}`, text: t('fundLife.missing') });
    const body = { dissolvedOn: dissolvedOn ?? '', cause: form.cause as DissolveFund['cause'], reason: form.reason.trim(), liquidator: form.liquidator.trim(), ...(form.documentId === '' ? {} : { documentId: form.documentId }) };
    return { body, found, preview: dissolvedOn === null ? null : { ...body, reason: orUnwritten(form.reason), liquidator: orUnwritten(form.liquidator) } };
  };
  const deed = useFundDeed<DissolveForm, DissolveFund, DissolvedFund>({
    fundId: fund.id,
    name: 'dissolve',
    defaults: { dissolvedOn: todayInSeoul(), cause: CAUSES[0], reason: '', liquidator: fund.generalPartner, documentId: '' },
    read,
    send: dissolveFund,
    onClose,
  });
  const { form, preview } = deed;
  return (
    <FormDialog title={t('fundLife.dissolveTitle')} action={t('fundLife.dissolve')} {...deed} onClose={onClose}>
      <Callout tone="warning" title={t('fundLife.consequences')}>
        <p>{t('fundLife.consequence1')}</p>
        <p>{t('fundLife.consequence2')}</p>
        {preview.data !== undefined && <p>{t('fundLife.consequence3', { date: formatOfficialDate(preview.data.noticeDueOn) })}</p>}
      </Callout>
      <FormField form={form} name="dissolvedOn">{(field) => <DateField {...field} label={t('fundLife.dissolvedOn')} />}</FormField>
      <FormField form={form} name="cause">{(field) => <SelectField {...field} label={t('fundLife.cause')} choices={CAUSES.map((value) => ({ value, label: term('dissolutionCause', value) }))} />}</FormField>
      <FormField form={form} name="liquidator">{(field) => <TextField {...field} label={t('fundLife.liquidator')} maxLength={300} />}</FormField>
      <FormField form={form} name="reason">{(field) => <TextAreaField {...field} label={t('fundLife.reason')} maxLength={2000} />}</FormField>
      <FormField form={form} name="documentId">{(field) => <FileField label={t('agreement.document')} value={field.value} onChange={field.onChange} />}</FormField>
      {preview.error === null ? preview.data !== undefined && <VerdictList verdicts={preview.data.verdicts} /> : <Refusal error={preview.error} />}
    </FormDialog>
  );
}
