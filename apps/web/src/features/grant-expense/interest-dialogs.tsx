import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import type { PreviewedDeed } from '../rule/use-previewed-deed.js';
import { putInterestToUse, recordInterest, type ChangedInterest, type GrantInterest, type RecordInterest, type UseInterest } from './grant-expense.requests.js';
import styles from './expenses.module.css';

const PURPOSES = ['PROJECT', 'REINVESTMENT', 'RESULTS', 'OTHER', 'TREASURY'] as const;
const TIMES = ['DURING', 'AFTER'] as const;

interface InterestForm {
  time: string;
  earnedOn: string;
  earnedWon: string;
  note: string;
}

/** Interest that the account of a project has earned. */
export function RecordInterestDialog({ callId, agreementId, onClose }: { readonly callId: string; readonly agreementId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const amountAndDay = useAmountAndDay();
  const { form, preview, ...deed } = useGrantDeed<InterestForm, RecordInterest, ChangedInterest>({
    ...{ callId, name: 'interest', onClose, send: (body, header) => recordInterest(agreementId, body, header) },
    defaults: { time: 'DURING', earnedOn: todayInSeoul(), earnedWon: '', note: '' },
    read: ({ time, earnedOn, earnedWon, note }) => {
      const { amount, on, found } = amountAndDay({ amount: earnedWon, pointer: '/earnedWon' }, { on: earnedOn, pointer: '/earnedOn' });
      const body: RecordInterest = { time: time as RecordInterest['time'], earnedOn: on, earnedWon: amount, ...(note.trim() === '' ? {} : { note: note.trim() }) };
      return { body, found, preview: found.length === 0 ? body : null };
    },
  });
  return (
    <FormDialog title={t('grantInterest.record')} action={t('grantInterest.record')} {...deed} onClose={onClose} wide aside={<Entries preview={preview} />}>
      <FormField form={form} name="time">
        {(field) => <ChoiceField {...field} label={t('grantInterest.time')} choices={TIMES.map((value) => ({ value, label: term('interestTime', value) }))} />}
      </FormField>
      <div className={styles['two']}>
        <FormField form={form} name="earnedOn">
          {(field) => <DateField {...field} label={t('grantInterest.earnedOn')} />}
        </FormField>
        <FormField form={form} name="earnedWon">
          {(field) => <WonField {...field} label={t('grantInterest.earned')} />}
        </FormField>
      </div>
      <NoteField form={form} name="note" label={t('grantInterest.note')} />
    </FormDialog>
  );
}

interface UseForm {
  purpose: string;
  amountWon: string;
  usedOn: string;
  approval: string;
}

/** What was approved to be done with interest, or that it went back to the Treasury. */
export function UseInterestDialog({ callId, interest, onClose }: { readonly callId: string; readonly interest: GrantInterest; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const amountAndDay = useAmountAndDay();
  const { form, preview, ...deed } = useGrantDeed<UseForm, UseInterest, ChangedInterest>({
    ...{ callId, name: 'interest-use', onClose, send: (body, header) => putInterestToUse(interest.id, body, header) },
    defaults: { purpose: 'TREASURY', amountWon: formatWon(interest.leftWon), usedOn: todayInSeoul(), approval: '' },
    read: ({ purpose, amountWon, usedOn, approval }) => {
      const { amount, on, found } = amountAndDay({ amount: amountWon, pointer: '/amountWon' }, { on: usedOn, pointer: '/usedOn' });
      const body: UseInterest = { purpose: purpose as UseInterest['purpose'], amountWon: amount, usedOn: on, ...(approval.trim() === '' ? {} : { approval: approval.trim() }) };
      return { body, found, preview: found.length === 0 ? body : null };
    },
  });
  return (
    <FormDialog title={t('grantInterest.useTitle', { amount: formatWon(interest.leftWon) })} action={t('grantInterest.use')} {...deed} onClose={onClose} wide aside={<Entries preview={preview} />}>
      <FormField form={form} name="purpose">
        {(field) => <SelectField {...field} label={t('grantInterest.purpose')} choices={PURPOSES.map((value) => ({ value, label: term('interestPurpose', value) }))} />}
      </FormField>
      <div className={styles['two']}>
        <FormField form={form} name="usedOn">
          {(field) => <DateField {...field} label={t('grantInterest.usedOn')} />}
        </FormField>
        <FormField form={form} name="amountWon">
          {(field) => <WonField {...field} label={t('grantInterest.amount')} />}
        </FormField>
      </div>
      <NoteField form={form} name="approval" label={t('grantInterest.approval')} />
    </FormDialog>
  );
}

function NoteField<Form extends InterestForm | UseForm>({ form, name, label }: { readonly form: UseFormReturn<Form>; readonly name: Form extends InterestForm ? 'note' : 'approval'; readonly label: string }): ReactElement {
  return (
    <FormField form={form} name={name as never}>
      {(field) => <TextField {...field} label={label} maxLength={200} optional />}
    </FormField>
  );
}

/** What both forms read alike: an amount above zero and a day. */
function useAmountAndDay(): (amount: { amount: string; pointer: string }, day: { on: string; pointer: string }) => { amount: string; on: string; found: Fault[] } {
  const { t } = useTranslation();
  return (stated, day) => {
    const amount = parseWonInput(stated.amount);
    const on = parseDateInput(day.on);
    const found: Fault[] = [];
    if (!amount.ok || amount.amount === 0n) found.push({ pointer: stated.pointer, text: t('grantInterest.missingAmount') });
    if (on === null) found.push({ pointer: day.pointer, text: t('time.invalid') });
    return { amount: amount.ok ? amount.amount.toString() : '', on: on ?? '', found };
  };
}

function Entries({ preview }: { readonly preview: PreviewedDeed<InterestForm, ChangedInterest>['preview'] }): ReactElement {
  const { t } = useTranslation();
  if (!preview.asked) return <p className={styles['quiet']}>{t('grantInterest.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['quiet']}>{t('simulator.calculating')}</p>;
  return preview.data.postings.length > 0 ? <PostedEntries entries={preview.data.postings} /> : <p className={styles['quiet']}>{t('grantInterest.postsNothing')}</p>;
}
