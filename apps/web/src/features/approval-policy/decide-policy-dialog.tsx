import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useLanguage } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { SOURCES } from '../agreement/decide-term.js';
import type { CommandKind } from '../approval/command-kinds.js';
import { useFunds } from '../fund/fund.queries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import styles from './approval-policies-page.module.css';
import { decideApprovalPolicy, type DecideApprovalPolicy } from './approval-policy.requests.js';
import type { PolicyLine } from './policy-lines.js';
import { TierSentences } from './tier-sentences.js';
import { TiersEditor } from './tiers-editor.js';
import { readTiers, typedTiers, type TypedTier } from './typed-tiers.js';

interface Props {
  readonly line: PolicyLine | null;
  readonly kinds: readonly CommandKind[];
  readonly onClose: () => void;
}

const DAYS = 14;
const DAYS_MAX = 366;

interface PolicyForm {
  command: string;
  fundId: string;
  effectiveFrom: string;
  expiresAfterDays: string;
  clause: string;
  source: string;
}

function startingForm(line: PolicyLine | null, kinds: readonly CommandKind[]): PolicyForm {
  const before = line?.inForce ?? null;
  return {
    command: line?.command ?? kinds[0]?.command ?? '',
    fundId: line === null || line.scope === '*' ? '' : line.scope.slice('fund/'.length),
    effectiveFrom: todayInSeoul(),
    expiresAfterDays: String(before?.expiresAfterDays ?? DAYS),
    clause: before?.clause ?? '',
    source: 'AGREEMENT',
  };
}

/** Decides who signs a command from a day on; what it will say is shown as sentences while it is typed. */
export function DecidePolicyDialog({ line, kinds, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm<PolicyForm>({ defaultValues: startingForm(line, kinds) });
  const [typed, setTyped] = useState<readonly TypedTier[]>(() => typedTiers(line?.inForce ?? null));
  const [tried, setTried] = useState(false);
  const values = form.watch();
  const kind = kinds.find(({ command }) => command === values.command);
  const { body, found } = usePolicyBody(values, typed, kind);
  const deed = useDeed({
    form,
    read: () => {
      setTried(true);
      return { body, found };
    },
    send: (input: DecideApprovalPolicy, header) => decideApprovalPolicy(input, header),
    onDone: async () => {
      await queryClient.invalidateQueries({ queryKey: ['approval-policies'] });
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('approvalPolicy.decideTitle')} action={t('approvalPolicy.decide')} {...deed} onClose={onClose} wide>
      <p className={styles['quiet']}>{t('approvalPolicy.decideLead')}</p>
      <PolicyFields form={form} kinds={kinds} hasFund={kind?.hasFund ?? false} />
      <TiersEditor
        tiers={(kind?.hasAmount ?? true) ? typed : typed.slice(0, 1)}
        hasAmount={kind?.hasAmount ?? false}
        alwaysSigned={kind?.alwaysSigned ?? false}
        onChange={setTyped}
        errorAt={(pointer) => (tried ? found.find((fault) => fault.pointer === pointer)?.text : undefined)}
      />
      <section className={styles['preview']} aria-live="polite">
        <h3>{t('approvalPolicy.preview')}</h3>
        <TierSentences tiers={body.tiers} />
      </section>
    </FormDialog>
  );
}

function PolicyFields({ form, kinds, hasFund }: { readonly form: ReturnType<typeof useForm<PolicyForm>>; readonly kinds: readonly CommandKind[]; readonly hasFund: boolean }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const language = useLanguage();
  const funds = useFunds({}).data ?? [];
  return (
    <div className={styles['two']}>
      <FormField form={form} name="command">
        {(field) => <SelectField {...field} label={t('approvalPolicy.command')} choices={kinds.map(({ command, nameKo, nameEn }) => ({ value: command, label: language === 'ko' ? nameKo : nameEn }))} />}
      </FormField>
      {hasFund && (
        <FormField form={form} name="fundId">
          {(field) => <SelectField {...field} label={t('approvalPolicy.scope')} emptyLabel={t('approvalPolicy.general')} choices={funds.map(({ id, name }) => ({ value: id, label: name }))} />}
        </FormField>
      )}
      <FormField form={form} name="effectiveFrom">
        {(field) => <DateField {...field} label={t('approvalPolicy.effectiveFrom')} />}
      </FormField>
      <FormField form={form} name="expiresAfterDays">
        {(field) => <TextField {...field} label={t('approvalPolicy.expiresAfter')} inputMode="numeric" alignRight />}
      </FormField>
      <FormField form={form} name="clause">
        {(field) => <TextField {...field} label={t('approvalPolicy.clause')} maxLength={300} />}
      </FormField>
      <FormField form={form} name="source">
        {(field) => <SelectField {...field} label={t('approvalPolicy.source')} choices={SOURCES.map((value) => ({ value, label: term('source', value) }))} />}
      </FormField>
    </div>
  );
}

function usePolicyBody(values: PolicyForm, typed: readonly TypedTier[], kind: CommandKind | undefined): { body: DecideApprovalPolicy; found: Fault[] } {
  const { t } = useTranslation();
  const used = kind?.hasAmount === true ? typed : typed.slice(0, 1);
  const signed = kind?.alwaysSigned === true ? used.map((tier) => ({ ...tier, mode: 'SIGNED' as const })) : used;
  const { tiers, faults } = readTiers(signed, { amount: t('approvalPolicy.missingAmount'), count: t('approvalPolicy.missingCount'), step: t('approvalPolicy.missingStep') });
  const date = parseDateInput(values.effectiveFrom);
  const days = Number(values.expiresAfterDays);
  const found = [...faults];
  if (date === null) found.push({ pointer: '/effectiveFrom', text: t('time.invalid') });
  if (!Number.isInteger(days) || days < 1 || days > DAYS_MAX) found.push({ pointer: '/expiresAfterDays', text: t('approvalPolicy.missingDays') });
  if (values.clause.trim() === '') found.push({ pointer: '/clause', text: t('approvalPolicy.missing') });
  const scope = kind?.hasFund === true && values.fundId !== '' ? { fundId: values.fundId } : {};
  const body = { command: values.command, ...scope, effectiveFrom: date ?? '', expiresAfterDays: days, clause: values.clause.trim(), source: values.source, tiers } as DecideApprovalPolicy;
  return { body, found };
}
