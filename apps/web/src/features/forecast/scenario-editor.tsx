import type { FormEvent, ReactElement } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { ForecastResult } from './forecast-result.js';
import { saveScenario, type SaveScenario, type Scenario } from './forecast.requests.js';
import styles from './forecast.module.css';
import { readScenario, typedScenario, type FormFieldName, type ScenarioForm, type Unreadable } from './scenario-form.js';

interface Props {
  readonly fundId: string;
  readonly scenario: Scenario;
  readonly onSaved: (name: string) => void;
}

const PAUSE_MS = 400;

/** Assumptions as lines that can be pasted from a sheet; the outcome is computed as they are typed. */
export function ScenarioEditor({ fundId, scenario, onSaved }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { isNow } = useTimePoint();
  const form = useForm<ScenarioForm>({ defaultValues: typedScenario(scenario.name, scenario.assumptions) });
  const intent = useIntent();
  const typed = form.watch();
  const read = readScenario(typed);
  const name = typed.name.trim();
  const body: SaveScenario | null = 'field' in read ? null : { name: name === '' ? '-' : name, assumptions: read };
  const settled = useDebounced(body === null ? null : JSON.stringify(body), PAUSE_MS);
  const save = useWrite({
    mutationFn: (input: SaveScenario) => saveScenario(fundId, input, intent.headersFor(input)),
    onSuccess: async () => {
      intent.done();
      await refreshFund(fundId);
      onSaved(name);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name === '') return form.setError('name', { message: t('forecast.missingName') });
    if (body !== null) save.mutate(body);
  };
  return (
    <>
      <details>
        <summary>{t('forecast.edit')}</summary>
        <form onSubmit={submit} noValidate>
          <Stack>
            <Fields form={form} unreadable={'field' in read ? read : null} />
            {isNow && may('scenario.save') && (
              <div className={styles['actions']}>
                <FormField form={form} name="name">
                  {(field) => <TextField {...field} label={t('forecast.name')} maxLength={80} />}
                </FormField>
                <Button type="submit" tone="secondary" pending={save.isPending}>
                  {t('forecast.save')}
                </Button>
              </div>
            )}
            <ProblemCallout error={save.error} />
          </Stack>
        </form>
      </details>
      {settled === null ? <Callout tone="warning">{t('forecast.badLine', { line: 'line' in read && read.line !== null ? read.line : 1 })}</Callout> : <ForecastResult fundId={fundId} settled={settled} />}
    </>
  );
}

function Fields({ form, unreadable }: { readonly form: UseFormReturn<ScenarioForm>; readonly unreadable: Unreadable | null }): ReactElement {
  const { t } = useTranslation();
  const faultOf = (field: FormFieldName, otherwise: string): string | undefined => {
    if (unreadable?.field !== field) return undefined;
    return unreadable.line === null ? otherwise : t('forecast.badLine', { line: unreadable.line });
  };
  const linesOf = (name: 'calls' | 'expenses' | 'deals' | 'exits' | 'payouts', hint: string): ReactElement => (
    <FormField form={form} name={name} liveError={faultOf(name, '')}>
      {(field) => <TextAreaField {...field} label={t(`forecast.${name}`)} hint={hint} optional={name !== 'payouts'} />}
    </FormField>
  );
  return (
    <>
      <div className={styles['three']}>
        <FormField form={form} name="exitOn" liveError={faultOf('exitOn', t('forecast.badDate'))}>
          {(field) => <DateField {...field} label={t('forecast.exitOn')} />}
        </FormField>
        <FormField form={form} name="multiple" liveError={faultOf('multiple', t('forecast.badMultiple'))}>
          {(field) => <TextField {...field} label={t('forecast.multiple')} hint={t('forecast.multipleHint')} maxLength={8} />}
        </FormField>
        <FormField form={form} name="reserveWon" liveError={faultOf('reserveWon', t('forecast.badAmount'))}>
          {(field) => <WonField {...field} label={t('forecast.reserve')} />}
        </FormField>
      </div>
      <div className={styles['two']}>
        {linesOf('calls', t('forecast.linesHint'))}
        {linesOf('expenses', t('forecast.linesHint'))}
        {linesOf('deals', t('forecast.dealsHint'))}
        {linesOf('exits', t('forecast.exitsHint'))}
        {linesOf('payouts', `${t('forecast.payoutLines')} ${t('forecast.payoutsHint')}`)}
      </div>
    </>
  );
}
