import type { ReactElement } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChecksField } from '../../design/checks-field.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { Loaded } from '../../design/loaded.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { refreshIssues } from '../report/issue.requests.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { layReportSchedule, useScheduleChoices, type LayReportSchedule, type ScheduleChoices, type ScheduledKind } from './schedule.requests.js';

const KINDS = ['FUND_COMPLIANCE', 'FUND_QUARTERLY', 'PARTNER_STATEMENTS', 'ILPA_PERFORMANCE', 'VOUCHER_SETTLEMENT', 'GRANT_SETTLEMENT', 'MATCHING', 'ANNUAL'] as const satisfies readonly ScheduledKind[];
const PERIODS = ['QUARTER', 'YEAR'] as const;
/** As the API asks. */
const MOST_DAYS = 180;

interface Values {
  name: string;
  kind: ScheduledKind;
  /** Empty: everything. */
  subjectId: string;
  period: (typeof PERIODS)[number];
  daysAfter: string;
  fromOn: string;
  untilOn: string;
  /** Ids, joined by commas. */
  recipientIds: string;
}

const idsIn = (joined: string): string[] => joined.split(',').filter((id) => id !== '');

/** Has a report drafted after each quarter or year from now on. */
export function LayDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return <Loaded query={useScheduleChoices()}>{(choices) => <Lay choices={choices} onClose={onClose} />}</Loaded>;
}

function Lay({ choices, onClose }: { readonly choices: ScheduleChoices; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm<Values>({ defaultValues: { name: '', kind: 'FUND_COMPLIANCE', subjectId: '', period: 'QUARTER', daysAfter: '20', fromOn: todayInSeoul(), untilOn: '', recipientIds: '' } });
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
  return (
    <FormDialog title={t('reportSchedule.layTitle')} action={t('reportSchedule.lay')} {...deed} onClose={onClose}>
      <FormField form={form} name="name">
        {(field) => <TextField {...field} label={t('reportSchedule.name')} hint={t('reportSchedule.nameHint')} />}
      </FormField>
      <WhatFields form={form} choices={choices} />
      <WhenFields form={form} />
      <FormField form={form} name="recipientIds">
        {(field) => (
          <ChecksField
            label={t('reportSchedule.recipients')}
            hint={t('reportSchedule.recipientsHint')}
            value={idsIn(field.value)}
            onChange={(ids) => field.onChange(ids.join(','))}
            error={field.error}
            choices={choices.recipients.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormField>
    </FormDialog>
  );
}

/** What the report is about; the annual one is about everything, once a year. */
function WhatFields({ form, choices }: { readonly form: UseFormReturn<Values>; readonly choices: ScheduleChoices }): ReactElement {
  const { t } = useTranslation();
  const kind = form.watch('kind');
  const choose = (value: string): void => {
    form.setValue('kind', KINDS.find((each) => each === value) ?? 'FUND_COMPLIANCE');
    form.setValue('subjectId', '');
    if (value === 'ANNUAL') form.setValue('period', 'YEAR');
  };
  const subjects = choices.subjects.filter((each) => each.kind === kind).map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }));
  return (
    <>
      <FormField form={form} name="kind">
        {(field) => <SelectField {...field} onChange={choose} label={t('reportSchedule.kind')} choices={KINDS.map((value) => ({ value, label: t(`reportSchedule.kinds.${value}`) }))} />}
      </FormField>
      <FormField form={form} name="subjectId">
        {(field) => <SelectField {...field} label={t('reportSchedule.subject')} emptyLabel={t('reportSchedule.everything')} choices={subjects} />}
      </FormField>
    </>
  );
}

function WhenFields({ form }: { readonly form: UseFormReturn<Values> }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <FormField form={form} name="period">
        {(field) => <ChoiceField {...field} label={t('reportSchedule.period')} choices={PERIODS.map((value) => ({ value, label: t(`reportSchedule.periods.${value}`) }))} />}
      </FormField>
      <FormField form={form} name="daysAfter">
        {(field) => <TextField {...field} label={t('reportSchedule.daysAfter')} hint={t('reportSchedule.daysAfterHint')} inputMode="numeric" />}
      </FormField>
      <FormField form={form} name="fromOn">
        {(field) => <DateField {...field} label={t('reportSchedule.fromOn')} />}
      </FormField>
      <FormField form={form} name="untilOn">
        {(field) => <DateField {...field} label={t('reportSchedule.untilOn')} optional />}
      </FormField>
    </>
  );
}

function useReading(form: UseFormReturn<Values>): () => { readonly body: LayReportSchedule | null; readonly found: readonly Fault[] } {
  const { t } = useTranslation();
  return () => {
    const { name, kind, subjectId, period, ...values } = form.getValues();
    const recipientIds = idsIn(values.recipientIds);
    const [fromOn, untilOn, daysAfter] = [parseDateInput(values.fromOn), parseDateInput(values.untilOn), Number(values.daysAfter)];
    const found: Fault[] = [];
    if (name.trim().length < 2) found.push({ pointer: '/name', text: t('reportSchedule.missing') });
    if (!Number.isInteger(daysAfter) || daysAfter < 1 || daysAfter > MOST_DAYS) found.push({ pointer: '/daysAfter', text: t('reportSchedule.daysAfterWrong') });
    if (fromOn === null) found.push({ pointer: '/fromOn', text: t('reportSchedule.dateWrong') });
    if (untilOn === null && values.untilOn !== '') found.push({ pointer: '/untilOn', text: t('reportSchedule.dateWrong') });
    if (recipientIds.length === 0) found.push({ pointer: '/recipientIds', text: t('reportSchedule.recipientsMissing') });
    if (fromOn === null) return { body: null, found };
    const body = { name: name.trim(), kind, period, daysAfter, fromOn, recipientIds, ...(subjectId === '' ? {} : { subjectId }), ...(untilOn === null ? {} : { untilOn }) };
    return { body, found };
  };
}
