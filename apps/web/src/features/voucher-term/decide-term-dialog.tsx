import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../design/form/faults.js';
import { FormField, type BoundField } from '../../design/form/form-field.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { DecisionFields } from '../agreement/decision-fields.js';
import { FormDialog } from '../rule/form-dialog.js';
import { VerdictList } from '../rule/verdict-list.js';
import { useYearWrite } from '../voucher-year/use-year-write.js';
import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';
import { choicesOf, storedValue, typedValue, useShownValue } from './term-value.js';
import { decideTerm, usePreview, type DecidedVoucherTerm, type DecideVoucherTerm } from './voucher-term.requests.js';

const PAUSE_MS = 350;
const SOURCES = ['NOTICE', 'LAW', 'AGREEMENT', 'PRACTICE', 'ASSUMPTION'] as const;

interface Props {
  readonly year: VoucherYear;
  /** The term that was chosen in the list. */
  readonly first: string;
  readonly onClose: () => void;
}

/** Decides one term from a day on; what applied before stays on record. */
export function DecideTermDialog({ year, first, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const nameOf = useDottedNames('voucherTerms.keys');
  const valueOf = useShownValue();
  const current = year.terms.find(({ key }) => key === first);
  const kind = current?.kind ?? 'COUNT';
  const form = useForm({ defaultValues: { value: current === undefined ? '' : typedValue(kind, current.value), effectiveFrom: todayInSeoul(), clause: '', source: 'NOTICE' } });
  const { body, found } = useDecision(first, kind, form.watch());
  const { faults, pending, send } = useYearWrite({ form, yearId: year.id, run: (input: DecideVoucherTerm, header) => decideTerm(year.id, input, header), onClose });
  const settled = useDebounced(found.every(({ pointer }) => pointer === '/clause') ? JSON.stringify({ ...body, clause: body.clause || '-' }) : null, PAUSE_MS);
  return (
    <FormDialog title={nameOf(first)} action={t('voucherTerms.decide')} faults={faults} pending={pending} onSubmit={(event) => send(event, body, found)} onClose={onClose}>
      {current !== undefined && <p>{t('voucherTerms.now', { value: valueOf(kind, current.value), clause: current.clause })}</p>}
      <FormField form={form} name="value">
        {(field) => <ValueField kind={kind} field={field} />}
      </FormField>
      <DecisionFields form={form} sources={SOURCES} />
      <Preview yearId={year.id} settled={settled} />
    </FormDialog>
  );
}

/** The field that fits the kind of the term. */
function ValueField({ kind, field }: { readonly kind: string; readonly field: BoundField }): ReactElement {
  const { t } = useTranslation();
  const valueOf = useShownValue();
  const label = t('terms.value');
  const choices = choicesOf(kind);
  if (choices !== null) return <ChoiceField {...field} label={label} choices={choices.map((value) => ({ value, label: valueOf(kind, value) }))} />;
  if (kind === 'AMOUNT') return <WonField {...field} label={label} />;
  if (kind === 'MENU') return <TextAreaField {...field} label={label} hint={t('voucherTerms.menuHint')} placeholder={t('voucherTerms.menuExample')} maxLength={4000} />;
  return <TextField {...field} label={label} alignRight inputMode="numeric" {...(kind === 'BASIS_POINTS' ? { unit: '%' } : {})} />;
}

/** What the rules remark about the decision: whether it reaches back behind vouchers that are issued. */
function Preview({ yearId, settled }: { readonly yearId: string; readonly settled: string | null }): ReactElement | null {
  const preview = usePreview<DecideVoucherTerm, DecidedVoucherTerm>(yearId, 'term', settled, decideTerm);
  if (settled === null || preview.data === undefined) return null;
  return <VerdictList verdicts={preview.data.verdicts.filter(({ result }) => result !== 'PASS')} />;
}

function useDecision(key: string, kind: string, values: Record<'value' | 'effectiveFrom' | 'clause' | 'source', string>): { body: DecideVoucherTerm; found: Fault[] } {
  const { t } = useTranslation();
  const [value, effectiveFrom] = [storedValue(kind, values.value), parseDateInput(values.effectiveFrom)];
  const found: Fault[] = [];
  if (value === null) found.push({ pointer: '/value', text: t('voucherTerms.wrongValue') });
  if (effectiveFrom === null) found.push({ pointer: '/effectiveFrom', text: t('time.invalid') });
  if (values.clause.trim() === '') found.push({ pointer: '/clause', text: t('terms.missing') });
  return { body: { key, value: value ?? '', effectiveFrom: effectiveFrom ?? '', clause: values.clause.trim(), source: values.source } as DecideVoucherTerm, found };
}
