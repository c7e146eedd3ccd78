import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { previewHeaders } from '../../api/intent.js';
import { Callout } from '../../design/callout.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { ConditionEditor } from './condition-editor.js';
import { MandateFields } from './mandate-fields.js';
import { blankMandate, formOfRule, readMandate, withPublished, type MandateForm, type MandateTexts } from './mandate-form.js';
import styles from './obligation.module.css';
import { decideMandate, useDimensions, usePublished, type DecidedMandate, type DecideMandate, type StoredRule } from './obligation.requests.js';
import type { RuleOwner } from './rule-owner.js';

const PAUSE_MS = 350;
const NO_DATES = { investmentFrom: todayInSeoul(), investmentTo: '' };

interface Props {
  /** Whose rule it may be; with several, one is chosen. */
  readonly owners: readonly RuleOwner[];
  /** The wording to start from; without it a new rule. */
  readonly rule?: StoredRule;
  readonly onClose: () => void;
}

export function useMandateTexts(): MandateTexts {
  const { t } = useTranslation();
  return { missing: t('mandate.missing'), ratio: t('mandate.wrongRatio'), days: t('mandate.wrongDays'), amount: t('mandate.wrongAmount'), date: t('time.invalid') };
}

/** Decides a rule of a fund, a manager or a programme, with whether it can be met beside all others shown before it is recorded. */
export function MandateDialog({ owners, rule, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const only = owners.length === 1 ? owners[0] : undefined;
  const dates = only?.dates ?? NO_DATES;
  const form = useForm<MandateForm>({ defaultValues: { ...(rule === undefined ? blankMandate(dates) : formOfRule(rule, dates)), keyId: only?.keyId ?? '' } });
  const values = form.watch();
  const texts = useMandateTexts();
  const { terms, effectiveFrom, faults } = readMandate(values, texts);
  const owner = owners.find(({ keyId }) => keyId === values.keyId);
  const found = owner === undefined ? [{ pointer: '/keyId', text: t('mandate.chooseOwner') }, ...faults] : faults;
  const body: DecideMandate = { ...terms, level: owner?.level ?? 'FUND', keyId: values.keyId, effectiveFrom, ...(rule === undefined ? {} : { ruleId: rule.id }) };
  const deed = useFundWrite({ fundId: body.level === 'FUND' ? body.keyId : null, form, read: () => ({ body, found }), send: (input: DecideMandate, header) => decideMandate(input, header), onClose });
  const dimensions = useDimensions().data ?? [];
  return (
    <FormDialog title={t('mandate.addTitle')} action={t('mandate.decide')} {...deed} onClose={onClose} wide>
      {owners.length > 1 && <OwnerChoice form={form} owners={owners} />}
      {rule === undefined && <PublishedChoice onChoose={(change) => form.reset(change(form.getValues()))} />}
      <MandateFields form={form} partners={owner?.partners ?? []} test={values.test} denominator={values.denominator} />
      <h3>{t('mandate.who')}</h3>
      <ConditionEditor dimensions={dimensions} groups={values.groups} onChange={(groups) => form.setValue('groups', groups)} />
      <Preview body={found.length === 0 ? body : null} />
    </FormDialog>
  );
}

/** Of which manager or programme; the last day of investing suggests the deadline. */
function OwnerChoice({ form, owners }: { readonly form: UseFormReturn<MandateForm>; readonly owners: readonly RuleOwner[] }): ReactElement {
  const { t } = useTranslation();
  const choose = (keyId: string): void => {
    form.setValue('keyId', keyId);
    const dates = owners.find((each) => each.keyId === keyId)?.dates;
    const untouched = ['', ...owners.map((each) => each.dates.investmentTo)].includes(form.getValues('deadlineOn'));
    if (dates !== undefined && untouched) form.setValue('deadlineOn', dates.investmentTo);
  };
  return (
    <FormField form={form} name="keyId">
      {(field) => <SelectField {...field} onChange={choose} label={t('mandate.owner')} emptyLabel={t('mandate.chooseOwner')} hint={t('mandate.ownerHint')} choices={owners.map(({ keyId, label }) => ({ value: keyId, label }))} />}
    </FormField>
  );
}

/** A rule of one of the mandates that notices published, to start from. */
function PublishedChoice({ onChoose }: { readonly onChoose: (change: (form: MandateForm) => MandateForm) => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const published = usePublished().data ?? [];
  const [chosen, setChosen] = useState('');
  const choices = published.flatMap((mandate) => mandate.rules.map((rule, index) => ({ value: `${mandate.code}/${index}`, label: `${mandate.year} · ${say(rule.name)} (${say(rule.countsInWords)})` })));
  const choose = (value: string): void => {
    setChosen(value);
    const [code, index] = value.split('/');
    const mandate = published.find((each) => each.code === code);
    if (mandate !== undefined) onChoose((form) => withPublished(form, mandate, Number(index)));
  };
  return <SelectField label={t('mandate.published')} value={chosen} onChange={choose} choices={choices} emptyLabel={t('mandate.publishedNone')} optional />;
}

function Preview({ body }: { readonly body: DecideMandate | null }): ReactElement {
  const { t } = useTranslation();
  const settled = useDebounced(body === null ? null : JSON.stringify({ ...body, dryRun: true }), PAUSE_MS);
  const preview = useQuery({
    queryKey: ['fund', body?.keyId, 'mandate-preview', settled],
    queryFn: () => decideMandate(JSON.parse(settled ?? '{}') as DecideMandate, previewHeaders()),
    enabled: settled !== null,
    retry: false,
  });
  if (settled === null) return <p className={styles['subtle']}>{t('mandate.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  return preview.data === undefined ? <p>{t('common.loading')}</p> : <Outcome decided={preview.data} />;
}

/** What the rule would ask for today, beside what its earlier wording asks for. */
function Outcome({ decided: { verdicts, requiredWon, countedWon, before } }: { readonly decided: DecidedMandate }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const [verdict] = verdicts;
  if (verdict === undefined || requiredWon === null || countedWon === null) return <Callout tone="warning" title={t('mandate.partialNote')} />;
  const now = t('mandate.previewRequired', { required: formatWon(requiredWon), counted: formatWon(countedWon) });
  return (
    <Callout tone={verdict.result === 'PASS' ? 'success' : 'warning'} title={`${t('mandate.preview')}: ${say(verdict.text)}`}>
      {typeof before?.requiredWon === 'string' && typeof before.countedWon === 'string' ? (
        <>
          <p>{t('mandate.previewBefore', { standing: t('mandate.previewRequired', { required: formatWon(before.requiredWon), counted: formatWon(before.countedWon) }) })}</p>
          <p>{t('mandate.previewAfter', { standing: now })}</p>
        </>
      ) : (
        <p>{now}</p>
      )}
    </Callout>
  );
}
