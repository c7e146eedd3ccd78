import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Investment } from '../../api/types.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseCount } from '../../format/quantity.js';
import { parseWonInput } from '../../format/won-input.js';
import { useTerm } from '../../i18n/term.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { convertInvestment, CONVERTS_INTO, type ConvertInvestment } from './deal.requests.js';

const BLANK = { instrument: '', convertedOn: '', convertedWon: '', shares: '', pricePerShareWon: '', totalShares: '', round: '' };

/** A holding becomes shares, without cash. */
export function ConvertDialog({ investment, onClose }: { readonly investment: Investment; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const into = CONVERTS_INTO[investment.instrument] ?? [];
  const form = useForm({ defaultValues: { ...BLANK, instrument: into[0] ?? '', convertedOn: todayInSeoul() } });
  const deed = useFundWrite({
    fundId: investment.fundId,
    form,
    read: () => readConversion(form.getValues(), { date: t('deal.missingDate'), count: t('deal.wrongCount'), won: t('deal.wrongWon') }),
    send: (body: ConvertInvestment, header) => convertInvestment(investment.id, body, header),
    onClose,
  });
  return (
    <FormDialog title={`${t('deal.convertTitle')} · ${investment.number}`} action={t('deal.convert')} {...deed} onClose={onClose}>
      <p>{t('deal.convertLead')}</p>
      <FormField form={form} name="instrument">
        {(field) => <SelectField {...field} label={t('deal.convertInto')} choices={into.map((value) => ({ value, label: term('instrument', value) }))} />}
      </FormField>
      <FormField form={form} name="convertedOn">
        {(field) => <DateField {...field} label={t('deal.convertedOn')} />}
      </FormField>
      <FormField form={form} name="shares">
        {(field) => <TextField {...field} label={t('deal.convertShares')} inputMode="numeric" alignRight />}
      </FormField>
      <FormField form={form} name="convertedWon">
        {(field) => <WonField {...field} label={t('deal.convertedWon')} hint={t('deal.convertedWonHint')} optional />}
      </FormField>
      <FormField form={form} name="pricePerShareWon">
        {(field) => <WonField {...field} label={t('dealTerm.conversionPriceWon')} optional />}
      </FormField>
      <FormField form={form} name="totalShares">
        {(field) => <TextField {...field} label={t('deal.totalShares')} optional inputMode="numeric" alignRight />}
      </FormField>
      <FormField form={form} name="round">
        {(field) => <TextField {...field} label={t('investment.round')} optional maxLength={50} />}
      </FormField>
    </FormDialog>
  );
}

function readConversion(form: typeof BLANK, texts: { readonly date: string; readonly count: string; readonly won: string }): { body: ConvertInvestment | null; found: Fault[] } {
  const found: Fault[] = [];
  const optional = (key: 'convertedWon' | 'pricePerShareWon' | 'totalShares', read: (text: string) => string | null, text: string): Partial<Record<typeof key, string>> => {
    if (form[key].trim() === '') return {};
    const value = read(form[key]);
    if (value === null) found.push({ pointer: `/${key}`, text });
    return value === null ? {} : { [key]: value };
  };
  const wonOf = (text: string): string | null => {
    const parsed = parseWonInput(text);
    return parsed.ok && parsed.amount > 0n ? parsed.amount.toString() : null;
  };
  const [convertedOn, shares] = [parseDateInput(form.convertedOn), parseCount(form.shares)];
  if (convertedOn === null) found.push({ pointer: '/convertedOn', text: texts.date });
  if (shares === null) found.push({ pointer: '/shares', text: texts.count });
  const rest = { ...optional('convertedWon', wonOf, texts.won), ...optional('pricePerShareWon', wonOf, texts.won), ...optional('totalShares', parseCount, texts.count), ...(form.round.trim() === '' ? {} : { round: form.round.trim() }) };
  if (found.length > 0 || convertedOn === null || shares === null) return { body: null, found };
  return { body: { instrument: form.instrument as ConvertInvestment['instrument'], convertedOn, shares, ...rest }, found };
}
