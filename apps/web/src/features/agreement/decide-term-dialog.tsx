import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../../api/client.js';
import { previewHeaders } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import type { Fund } from '../../api/types.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { typedText } from '../approval/redraft-input.js';
import { RedraftNotice } from '../approval/redraft-notice.js';
import { useRedraft, type Redraft } from '../approval/redraft.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { EffectTable } from '../investment/effect-table.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import type { DecidableTerm } from './agreement.requests.js';
import { readTermValue, SOURCES, TERM_EXAMPLES, termOf, typedTermValue, type DecidePolicy } from './decide-term.js';
import { DecisionFields } from './decision-fields.js';
import { TermValueField } from './term-value-field.js';
import styles from './terms-page.module.css';
import { useTermValue } from './term-value.js';

const PAUSE_MS = 350;

function decide(fundId: string, body: DecidePolicy, header: { 'Idempotency-Key': string }): Promise<components['schemas']['DecidedPolicyDto']> {
  return dataOf(api.POST('/api/funds/{fundId}/policies', { params: { path: { fundId }, header }, body }));
}

/** Blank, or as an earlier version of the same request was typed. */
function startingForm(redraft: Redraft | null, decidable: readonly DecidableTerm[]): Record<'key' | 'value' | 'effectiveFrom' | 'clause' | 'source' | 'reason', string> {
  if (redraft === null) return { key: decidable[0]?.key ?? '', value: '', effectiveFrom: todayInSeoul(), clause: '', source: 'AGREEMENT', reason: '' };
  const text = (key: string): string => typedText(redraft.input, key);
  const value = typedTermValue(termOf(decidable, text('key')).kind, text('value'));
  return { key: text('key'), value, effectiveFrom: text('effectiveFrom'), clause: text('clause'), source: text('source'), reason: redraft.reason ?? '' };
}

interface Props {
  readonly fund: Fund;
  readonly decidable: readonly DecidableTerm[];
  readonly onClose: () => void;
}

/** Decides one term from a day on, with what it does to the obligation shown before it is recorded. */
export function DecideTermDialog({ fund, decidable, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const nameOf = useDottedNames('terms.keys');
  const valueOf = useTermValue();
  const redraft = useRedraft();
  const form = useForm({ defaultValues: startingForm(redraft, decidable) });
  const values = form.watch();
  const current = fund.policies.find(({ key }) => key === values.key);
  const { body, found } = useDecision(values, decidable);
  const deed = useFundWrite({
    fundId: fund.id,
    form,
    read: () => ({ body, found }),
    send: (input: DecidePolicy, header) => decide(fund.id, input, header),
    onClose,
    supersedes: redraft?.id,
  });
  const ready = found.every(({ pointer }) => pointer === '/reason' || pointer === '/clause');
  return (
    <FormDialog title={t('terms.decideTitle')} action={t('terms.decide')} {...deed} onClose={onClose} wide aside={<TermPreview fundId={fund.id} body={ready ? body : null} />}>
      <RedraftNotice redraft={redraft} />
      <FormField form={form} name="key">
        {(field) => (
          <SelectField
            {...field}
            label={t('terms.term')}
            choices={decidable.map(({ key }) => ({ value: key, label: nameOf(key) }))}
            onChange={(key) => {
              field.onChange(key);
              form.setValue('value', '');
            }}
            hint={current === undefined ? undefined : `${valueOf(current.key, current.value)} · ${current.clause}`}
          />
        )}
      </FormField>
      <FormField form={form} name="value">{(field) => <TermValueField term={termOf(decidable, values.key)} field={field} label={t('terms.value')} />}</FormField>
      <DecisionFields form={form} sources={SOURCES} />
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('terms.reason')} maxLength={2000} />}
      </FormField>
    </FormDialog>
  );
}

function useDecision(values: Record<'key' | 'value' | 'effectiveFrom' | 'clause' | 'source' | 'reason', string>, decidable: readonly DecidableTerm[]): { body: DecidePolicy; found: Fault[] } {
  const { t } = useTranslation();
  const term = termOf(decidable, values.key);
  const value = readTermValue(term, values.value);
  const date = parseDateInput(values.effectiveFrom);
  const found: Fault[] = [];
  if (value === null) found.push({ pointer: '/value', text: term.kind === 'CHOICE' || term.kind === 'FLAG' ? t('terms.missing') : t('terms.wrongValue', { example: TERM_EXAMPLES[term.kind] }) });
  if (date === null) found.push({ pointer: '/effectiveFrom', text: t('time.invalid') });
  for (const name of ['clause', 'reason'] as const) if (values[name].trim() === '') found.push({ pointer: `/${name}`, text: t('terms.missing') });
  const body = { key: values.key, value: value ?? '', effectiveFrom: date ?? '', clause: values.clause.trim(), source: values.source, reason: values.reason.trim() } as DecidePolicy;
  return { body, found };
}

/** What stands in for a clause and a reason that are not written yet: previews are not kept. */
const UNWRITTEN = '-';

function TermPreview({ fundId, body }: { readonly fundId: string; readonly body: DecidePolicy | null }): ReactElement {
  const { t } = useTranslation();
  const asked = body === null ? null : JSON.stringify({ ...body, clause: body.clause || UNWRITTEN, reason: body.reason || UNWRITTEN, dryRun: true });
  const settled = useDebounced(asked, PAUSE_MS);
  const preview = useQuery({
    queryKey: ['fund', fundId, 'term-preview', settled],
    queryFn: () => decide(fundId, JSON.parse(settled ?? '{}') as DecidePolicy, previewHeaders()),
    enabled: settled !== null,
    retry: false,
  });
  if (settled === null) return <p className={styles['note']}>{t('terms.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p>{t('simulator.calculating')}</p>;
  return <EffectTable before={preview.data.before} after={preview.data.after} afterLabel={t('simulator.afterDecision')} />;
}
