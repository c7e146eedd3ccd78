import type { ReactElement } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChecksField } from '../../design/checks-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { Loaded } from '../../design/loaded.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';
import { refreshIssues } from '../report/issue.requests.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { layReportSchedule, useScheduleChoices, type LayReportSchedule, type ScheduleChoices, type ScheduledKind } from './schedule.requests.js';

const KINDS = ['FUND_COMPLIANCE', 'FUND_QUARTERLY', 'PARTNER_STATEMENTS', 'ILPA_PERFORMANCE', 'VOUCHER_SETTLEMENT', 'GRANT_SETTLEMENT', 'MATCHING', 'ANNUAL'] as const satisfies readonly ScheduledKind[];
const PERIODS = ['QUARTER', 'HALF', 'YEAR'] as const;
/** As the API asks. */
const MOST_DAYS = 180;
const USUAL_DAYS = '20';

interface Values {
  kind: ScheduledKind;
  /** Empty: everything. */
  subjectId: string;
  period: (typeof PERIODS)[number];
  daysAfter: string;
  /** Ids, joined by commas. */
  recipientIds: string;
}

const idsIn = (joined: string): string[] => joined.split(',').filter((id) => id !== '');

/** Has a report drafted after each period from now on. */
export function LayDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return <Loaded query={useScheduleChoices()}>{(choices) => <Lay choices={choices} onClose={onClose} />}</Loaded>;
}

function Lay({ choices, onClose }: { readonly choices: ScheduleChoices; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm<Values>({ defaultValues: { kind: 'FUND_COMPLIANCE', subjectId: '', period: 'QUARTER', daysAfter: USUAL_DAYS, recipientIds: '' } });
  const read = useReading(form);
  const deed = useDeed({
    form,
    read,
    send: layReportSchedule,
    onDone: async () => {
      await refreshIssues();
      onClose();
    },
    onDrafted: onClose,
  });
  const recipients = choices.recipients.map(({ id, name, roles }) => ({ value: id, label: `${name} · ${roles.map((role) => term('role', role)).join(', ')}` }));
  return (
    <FormDialog title={t('reportSchedule.layTitle')} action={t('reportSchedule.lay')} {...deed} onClose={onClose}>
      <p>{t('reportSchedule.layLead')}</p>
      <WhatFields form={form} choices={choices} />
      <FormField form={form} name="daysAfter">
        {(field) => <TextField {...field} label={t('reportSchedule.daysAfter')} hint={t('reportSchedule.daysAfterHint')} inputMode="numeric" />}
      </FormField>
      <FormField form={form} name="recipientIds">
        {({ value, onChange, error }) => (
          <ChecksField label={t('reportSchedule.recipients')} hint={t('reportSchedule.recipientsHint')} value={idsIn(value)} onChange={(ids) => onChange(ids.join(','))} error={error} choices={recipients} />
        )}
      </FormField>
    </FormDialog>
  );
}

/** What is reported, about what, and how often; the annual report is about everything, once a year. */
function WhatFields({ form, choices }: { readonly form: UseFormReturn<Values>; readonly choices: ScheduleChoices }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const kind = form.watch('kind');
  const choose = (value: string): void => {
    form.setValue('kind', KINDS.find((each) => each === value) ?? 'FUND_COMPLIANCE');
    form.setValue('subjectId', '');
    if (value === 'ANNUAL') form.setValue('period', 'YEAR');
  };
  const subjects = choices.subjects.filter((each) => each.kind === kind).map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }));
  const periods = kind === 'ANNUAL' ? PERIODS.filter((period) => period === 'YEAR') : PERIODS;
  return (
    <>
      <FormField form={form} name="kind">
        {(field) => <SelectField {...field} onChange={choose} label={t('reportSchedule.kind')} choices={KINDS.map((value) => ({ value, label: term('reportKind', value) }))} />}
      </FormField>
      {kind !== 'ANNUAL' && (
        <FormField form={form} name="subjectId">
          {(field) => <SelectField {...field} label={t('reportSchedule.subject')} emptyLabel={t('reportSchedule.everything')} choices={subjects} />}
        </FormField>
      )}
      <FormField form={form} name="period">
        {(field) => <ChoiceField {...field} label={t('reportSchedule.period')} choices={periods.map((value) => ({ value, label: term('schedulePeriod', value) }))} />}
      </FormField>
    </>
  );
}

function useReading(form: UseFormReturn<Values>): () => { readonly body: LayReportSchedule | null; readonly found: readonly Fault[] } {
  const { t } = useTranslation();
  return () => {
    const { kind, subjectId, period, ...values } = form.getValues();
    const [recipientIds, daysAfter] = [idsIn(values.recipientIds), Number(values.daysAfter)];
    const found: Fault[] = [];
    if (!Number.isInteger(daysAfter) || daysAfter < 1 || daysAfter > MOST_DAYS) found.push({ pointer: '/daysAfter', text: t('reportSchedule.daysAfterWrong') });
    if (recipientIds.length === 0) found.push({ pointer: '/recipientIds', text: t('reportSchedule.recipientsMissing') });
    return { body: { kind, period, daysAfter, recipientIds, ...(subjectId === '' ? {} : { subjectId }) }, found };
  };
}
