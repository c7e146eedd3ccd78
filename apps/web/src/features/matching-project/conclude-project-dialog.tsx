import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { PlainTable } from '../../design/plain-table.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { concludeProject, type ConcludedProject, type ConcludeProject, type QueuePlace } from '../matching-pool/matching.queries.js';
import styles from '../matching-pool/matching.module.css';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';

interface ConclusionForm {
  agreedOn: string;
  periodFrom: string;
  periodTo: string;
  /** Cash by the code of a line. */
  lines: Record<string, string>;
}

/** The agreement of a project that the queue selected: both commitments are decided, what is left to say is when, and on which lines. */
export function ConcludeProjectDialog({ place, onClose }: { readonly place: QueuePlace; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  const today = todayInSeoul();
  const { form, preview, ...deed } = useGrantDeed<ConclusionForm, ConcludeProject, ConcludedProject>({
    ...{ callId: call.id, name: 'conclude-project', send: (body, header) => concludeProject(call.id, body, header), onClose },
    defaults: { agreedOn: today, periodFrom: today, periodTo: `${today.slice(0, 4)}-12-31`, lines: {} },
    read: (values) => readConclusion(values, place, { date: t('time.invalid'), won: t('common.wonNotRead') }),
  });
  const costWon = BigInt(place.privateWon) + BigInt(place.governmentWon ?? '0');
  const plannedWon = sumOf(form.watch('lines'));
  const aside = (
    <div className={styles['aside']}>
      {preview.error !== null && <Refusal error={preview.error} />}
      {preview.data === undefined ? <p className={styles['note']}>{t('matchingProject.concludeWaiting', { amount: formatWon(costWon) })}</p> : <VerdictList verdicts={preview.data.verdicts} />}
    </div>
  );
  return (
    <FormDialog title={t('matchingProject.conclude')} action={t('matchingProject.concludeAction', { amount: formatWon(place.governmentWon ?? '0') })} {...deed} onClose={onClose} wide aside={aside}>
      <Commitment place={place} />
      <Days form={form} />
      <Lines form={form} />
      <p className={styles['note']}>{t('matchingProject.planned', { planned: formatWon(plannedWon), cost: formatWon(costWon) })}</p>
    </FormDialog>
  );
}

function readConclusion({ agreedOn, periodFrom, periodTo, lines }: ConclusionForm, place: QueuePlace, text: { readonly date: string; readonly won: string }) {
  const days = { agreedOn: parseDateInput(agreedOn), periodFrom: parseDateInput(periodFrom), periodTo: parseDateInput(periodTo) };
  const read = Object.entries(lines).filter(([, amount]) => amount.trim() !== '').map(([code, amount]) => ({ code, amount: parseWonInput(amount) }));
  const found = [
    ...(Object.keys(days) as (keyof typeof days)[]).filter((key) => days[key] === null).map((key) => ({ pointer: `/${key}`, text: text.date })),
    ...read.filter(({ amount }) => !amount.ok).map(({ code }) => ({ pointer: `/lines/${code}`, text: text.won })),
  ];
  const fiscalYear = Number((days.periodFrom ?? '0').slice(0, 4));
  const body = {
    ...{ applicationId: place.applicationId, amountWon: place.governmentWon ?? '0', agreedOn: days.agreedOn ?? '', periodFrom: days.periodFrom ?? '', periodTo: days.periodTo ?? '' },
    lines: read.flatMap(({ code, amount }) => (amount.ok ? [{ stage: 1, fiscalYear, code, resource: 'CASH' as const, amountWon: amount.amount.toString() }] : [])),
  };
  return { body, found, preview: found.length === 0 && body.lines.length > 0 ? body : null };
}

function sumOf(lines: Readonly<Record<string, string>>): bigint {
  return Object.values(lines).reduce((sum, text) => {
    const read = text.trim() === '' ? null : parseWonInput(text);
    return read?.ok === true ? sum + BigInt(read.amount) : sum;
  }, 0n);
}

function Commitment({ place }: { readonly place: QueuePlace }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <PlainTable
      label={t('matchingProject.commitment')}
      rows={[place]}
      rowKey={({ applicationId }) => applicationId}
      columns={[
        { header: t('matchingQueue.plan'), wrap: true, cell: ({ number, title, company, performer }) => `${number} ${title} · ${company} → ${performer}` },
        { header: t('matching.private'), align: 'right', cell: ({ privateWon }) => formatWon(privateWon) },
        { header: t('matching.government'), align: 'right', cell: ({ governmentWon }) => formatWon(governmentWon ?? '0') },
        { header: t('matchingProject.bound'), cell: ({ bound }) => (bound === null ? '–' : term('matchBound', bound)) },
      ]}
    />
  );
}

function Days({ form }: { readonly form: UseFormReturn<ConclusionForm> }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['two']}>
      <FormField form={form} name="agreedOn">
        {(field) => <DateField {...field} label={t('matchingProject.agreedOn')} />}
      </FormField>
      <FormField form={form} name="periodFrom">
        {(field) => <DateField {...field} label={t('grantApplication.periodFrom')} />}
      </FormField>
      <FormField form={form} name="periodTo">
        {(field) => <DateField {...field} label={t('grantApplication.periodTo')} />}
      </FormField>
    </div>
  );
}

/** Cash on each line of the pool; a line that is left empty is not planned on. */
function Lines({ form }: { readonly form: UseFormReturn<ConclusionForm> }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { lines } = useCurrentCall();
  return (
    <fieldset>
      <legend>{t('matchingProject.lines')}</legend>
      <div className={styles['two']}>
        {lines.map(({ code, name }) => (
          <FormField key={code} form={form} name={`lines.${code}`}>
            {(field) => <WonField {...field} label={`${code} ${say(name)}`} optional />}
          </FormField>
        ))}
      </div>
    </fieldset>
  );
}
