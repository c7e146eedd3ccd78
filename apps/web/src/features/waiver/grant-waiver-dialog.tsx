import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { businessNumberDigits } from '../../format/business-number.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { useTerm } from '../../i18n/term.js';
import { FileField } from '../fund/file-field.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { grantWaiver, isWaivable, WAIVABLE_RULES, type GrantWaiver } from './waiver.requests.js';

interface Props {
  readonly fund: Fund;
  /** What the refused deal was about, where somebody comes from one. */
  readonly start: { readonly rule: string; readonly businessNumber: string; readonly company: string; readonly most: string };
  readonly onClose: () => void;
}

interface WaiverForm {
  rule: string;
  company: { businessNumber: string; name: string };
  mostWon: string;
  validFrom: string;
  validTo: string;
  reason: string;
  documentId: string;
}

/** Asks for leave to break one rule of the agreement. It always waits for two signatures. */
export function GrantWaiverDialog({ fund, start, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm<WaiverForm>({
    defaultValues: { rule: isWaivable(start.rule) ? start.rule : '', company: { businessNumber: start.businessNumber, name: start.company }, mostWon: start.most, validFrom: todayInSeoul(), validTo: '', reason: '', documentId: '' },
  });
  const deed = useFundWrite({
    fundId: fund.id,
    form,
    read: () => readWaiver(form.getValues(), t('waivers.missing'), t('waivers.missingDate')),
    send: (body: GrantWaiver, header) => grantWaiver(fund.id, body, header),
    onClose,
  });
  return (
    <FormDialog title={t('waivers.ask')} action={t('waivers.ask')} {...deed} onClose={onClose}>
      <p>{t('waivers.lead')}</p>
      <FormField form={form} name="rule">
        {(field) => <SelectField {...field} label={t('waivers.rule')} emptyLabel={t('investment.choose')} choices={WAIVABLE_RULES.map((value) => ({ value, label: term('waivableRule', value) }))} />}
      </FormField>
      <FormField form={form} name="company.businessNumber">
        {(field) => <TextField {...field} label={t('waivers.companyNumber')} hint={t('waivers.companyHint')} optional inputMode="numeric" />}
      </FormField>
      <FormField form={form} name="company.name">
        {(field) => <TextField {...field} label={t('investment.company')} optional maxLength={300} />}
      </FormField>
      <FormField form={form} name="mostWon">
        {(field) => <WonField {...field} label={t('waivers.most')} optional />}
      </FormField>
      <FormField form={form} name="validFrom">
        {(field) => <DateField {...field} label={t('waivers.from')} />}
      </FormField>
      <FormField form={form} name="validTo">
        {(field) => <DateField {...field} label={t('waivers.to')} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('waivers.reason')} maxLength={2000} />}
      </FormField>
      <FormField form={form} name="documentId">
        {(field) => <FileField label={t('agreement.document')} value={field.value} onChange={field.onChange} />}
      </FormField>
    </FormDialog>
  );
}

function readWaiver(form: WaiverForm, missing: string, missingDate: string): { body: GrantWaiver | null; found: Fault[] } {
  const found: Fault[] = [];
  const [from, to] = [parseDateInput(form.validFrom), parseDateInput(form.validTo)];
  const most = parseWonInput(form.mostWon);
  const named = form.company.businessNumber.trim() !== '' || form.company.name.trim() !== '';
  if (!isWaivable(form.rule)) found.push({ pointer: '/rule', text: missing });
  if (named && form.company.name.trim() === '') found.push({ pointer: '/company/name', text: missing });
  if (named && form.company.businessNumber.trim() === '') found.push({ pointer: '/company/businessNumber', text: missing });
  if (form.mostWon.trim() !== '' && !most.ok) found.push({ pointer: '/mostWon', text: missing });
  if (from === null) found.push({ pointer: '/validFrom', text: missingDate });
  if (to === null) found.push({ pointer: '/validTo', text: missingDate });
  if (form.reason.trim().length < 5) found.push({ pointer: '/reason', text: missing });
  if (found.length > 0 || from === null || to === null || !isWaivable(form.rule)) return { body: null, found };
  return {
    body: {
      rule: form.rule,
      ...(named ? { company: { name: form.company.name.trim(), businessNumber: businessNumberDigits(form.company.businessNumber) ?? form.company.businessNumber.trim() } } : {}),
      ...(most.ok && form.mostWon.trim() !== '' ? { mostWon: most.amount.toString() } : {}),
      validFrom: from,
      validTo: to,
      reason: form.reason.trim(),
      ...(form.documentId === '' ? {} : { documentId: form.documentId }),
    },
    found,
  };
}
