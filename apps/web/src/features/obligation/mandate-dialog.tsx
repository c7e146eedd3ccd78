import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { previewHeaders } from '../../api/intent.js';
import type { Fund } from '../../api/types.js';
import { Callout } from '../../design/callout.js';
import { SelectField } from '../../design/select-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { ConditionEditor } from './condition-editor.js';
import { MandateFields } from './mandate-fields.js';
import { blankMandate, formOfRule, readMandate, withPublished, type MandateForm, type MandateTexts } from './mandate-form.js';
import styles from './obligation.module.css';
import { decideMandate, useDimensions, usePublished, type DecideMandate, type StoredRule } from './obligation.requests.js';

const PAUSE_MS = 350;

interface Props {
  readonly fund: Fund;
  /** The wording to start from; without it a new rule. */
  readonly rule?: StoredRule;
  readonly onClose: () => void;
}

export function useMandateTexts(): MandateTexts {
  const { t } = useTranslation();
  return { missing: t('mandate.missing'), ratio: t('mandate.wrongRatio'), days: t('mandate.wrongDays'), amount: t('mandate.wrongAmount'), date: t('time.invalid') };
}

/** Decides a rule of the fund's mandate, with whether it can be met beside all others shown before it is recorded. */
export function MandateDialog({ fund, rule, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm<MandateForm>({ defaultValues: rule === undefined ? blankMandate(fund) : formOfRule(rule, fund) });
  const values = form.watch();
  const { terms, effectiveFrom, faults: found } = readMandate(values, useMandateTexts());
  const body: DecideMandate = { ...terms, level: 'FUND', keyId: fund.id, effectiveFrom, ...(rule === undefined ? {} : { ruleId: rule.id }) };
  const deed = useFundWrite({ fundId: fund.id, form, read: () => ({ body, found }), send: (input: DecideMandate, header) => decideMandate(input, header), onClose });
  const dimensions = useDimensions().data ?? [];
  return (
    <FormDialog title={t('mandate.addTitle')} action={t('mandate.decide')} {...deed} onClose={onClose} wide>
      {rule === undefined && <PublishedChoice onChoose={(change) => form.reset(change(form.getValues()))} />}
      <MandateFields form={form} partners={fund.partners} milestones={values.milestones} test={values.test} denominator={values.denominator} />
      <h3>{t('mandate.who')}</h3>
      <ConditionEditor dimensions={dimensions} groups={values.groups} onChange={(groups) => form.setValue('groups', groups)} />
      <Preview fundId={fund.id} body={found.length === 0 ? body : null} />
    </FormDialog>
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

function Preview({ fundId, body }: { readonly fundId: string; readonly body: DecideMandate | null }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const settled = useDebounced(body === null ? null : JSON.stringify({ ...body, dryRun: true }), PAUSE_MS);
  const preview = useQuery({
    queryKey: ['fund', fundId, 'mandate-preview', settled],
    queryFn: () => decideMandate(JSON.parse(settled ?? '{}') as DecideMandate, previewHeaders()),
    enabled: settled !== null,
    retry: false,
  });
  if (settled === null) return <p className={styles['subtle']}>{t('mandate.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  const [verdict] = preview.data?.verdicts ?? [];
  if (preview.data === undefined || verdict === undefined) return <p>{t('common.loading')}</p>;
  const { requiredWon, countedWon } = preview.data;
  return (
    <Callout tone={verdict.result === 'PASS' ? 'success' : 'warning'} title={`${t('mandate.preview')}: ${say(verdict.text)}`}>
      {requiredWon !== null && countedWon !== null && <p>{t('mandate.previewRequired', { required: formatWon(requiredWon), counted: formatWon(countedWon) })}</p>}
    </Callout>
  );
}
