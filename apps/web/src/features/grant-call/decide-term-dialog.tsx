import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../design/form/faults.js';
import { FormField, type BoundField } from '../../design/form/form-field.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { DecisionFields } from '../agreement/decision-fields.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { orUnwritten } from '../rule/use-previewed-deed.js';
import { choicesOf, storedValue, typedValue, useShownValue } from '../voucher-term/term-value.js';
import type { GrantCall } from './grant-call.queries.js';
import styles from './grant-call.module.css';
import { TermTableField } from './term-table/term-table-field.js';
import { useTermText } from './term-table/use-term-text.js';
import { decideTerm, type DecideTerm } from './grant-call.requests.js';
import { useGrantDeed } from './use-grant-deed.js';

const SOURCES = ['NOTICE', 'LAW', 'AGREEMENT', 'PRACTICE', 'ASSUMPTION'] as const;
/** Typed as they are kept; the server reads them. */
const AS_TYPED: ReadonlySet<string> = new Set(['WORD', 'LIST', 'TABLE']);

interface TermForm {
  value: string;
  effectiveFrom: string;
  clause: string;
  source: string;
}

/** Decides one term from a day on; what applied before stays on record. */
export function DecideTermDialog({ call, first, onClose }: { readonly call: GrantCall; readonly first: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const nameOf = useDottedNames('grantTerms.keys');
  const shown = useTermText(call.regime);
  const current = call.terms.find(({ key }) => key === first);
  const kind = current?.kind ?? 'COUNT';
  const read = (values: TermForm) => {
    const value = AS_TYPED.has(kind) ? values.value.trim() : storedValue(kind, values.value);
    const from = parseDateInput(values.effectiveFrom);
    const found: Fault[] = [];
    if (value === null || value === '') found.push({ pointer: '/value', text: t('voucherTerms.wrongValue') });
    if (from === null) found.push({ pointer: '/effectiveFrom', text: t('time.invalid') });
    const complete = found.length === 0;
    if (values.clause.trim() === '') found.push({ pointer: '/clause', text: t('terms.missing') });
    const body = { key: first, value: value ?? '', effectiveFrom: from ?? '', clause: values.clause.trim(), source: values.source } as DecideTerm;
    return { body, found, preview: complete ? { ...body, clause: orUnwritten(values.clause) } : null };
  };
  const { form, preview, ...deed } = useGrantDeed({
    ...{ callId: call.id, name: `term/${first}`, read, onClose, send: (body: DecideTerm, header) => decideTerm(call.id, body, header) },
    defaults: { value: current === undefined ? '' : typedValue(kind, current.value), effectiveFrom: todayInSeoul(), clause: '', source: 'NOTICE' } satisfies TermForm,
  });
  return (
    <FormDialog title={nameOf(first)} action={t('voucherTerms.decide')} {...deed} onClose={onClose}>
      {current !== undefined && <p className={styles['lines']}>{t('voucherTerms.now', { value: shown(first, kind, current.value), clause: current.clause })}</p>}
      <FormField form={form} name="value">
        {(field) => <ValueField termKey={first} law={call.regime} kind={kind} field={field} />}
      </FormField>
      <DecisionFields form={form} sources={SOURCES} />
      {preview.error !== null && <Refusal error={preview.error} />}
    </FormDialog>
  );
}

/** The field that fits the kind of the term. */
function ValueField({ termKey, law, kind, field }: { readonly termKey: string; readonly law: string; readonly kind: string; readonly field: BoundField }): ReactElement {
  const { t } = useTranslation();
  const valueOf = useShownValue();
  const [label, choices] = [t('terms.value'), choicesOf(kind)];
  if (choices !== null) return <ChoiceField {...field} label={label} choices={choices.map((value) => ({ value, label: valueOf(kind, value) }))} />;
  switch (kind) {
    case 'AMOUNT':
      return <WonField {...field} label={label} />;
    case 'LIST':
      return <TextField {...field} label={label} hint={t('grantTerms.listHint')} maxLength={4000} />;
    case 'TABLE':
      return <TermTableField termKey={termKey} law={law} field={field} />;
    default:
      return <TextField {...field} label={label} {...(kind === 'BASIS_POINTS' ? { unit: '%' } : {})} />;
  }
}
