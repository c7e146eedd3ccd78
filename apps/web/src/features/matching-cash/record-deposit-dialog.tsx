import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { useTerm } from '../../i18n/term.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { recordDeposit, type MovedDeposit, type RecordDeposit, type Room } from './matching-cash.requests.js';

type DepositForm = Record<'amountWon' | 'depositedOn' | 'depositor' | 'relation' | 'source' | 'sourceText' | 'reference', string>;

const RELATIONS = ['COMPANY', 'PERFORMER', 'RELATED', 'THIRD_PARTY'] as const;
const SOURCES = ['OWN', 'OTHER_PUBLIC', 'GUARANTEED_LOAN', 'RELATED_PARTY', 'OTHER'] as const;

/** A company says that it has paid in; it counts once the bank says so too. */
export function RecordDepositDialog({ callId, room, onClose }: { readonly callId: string; readonly room: Room; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { form, ...deed } = useGrantDeed<DepositForm, RecordDeposit, MovedDeposit>({
    ...{ callId, name: `deposit ${room.agreementId}`, onClose, send: (body, header) => recordDeposit(room.agreementId, body, header) },
    read: ({ amountWon, depositedOn, depositor, relation, source, sourceText, reference }) => {
      const [amount, on] = [parseWonInput(amountWon), parseDateInput(depositedOn)];
      const found: Fault[] = [];
      if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('grantAgreement.missingAmount') });
      if (on === null) found.push({ pointer: '/depositedOn', text: t('time.invalid') });
      if (depositor.trim() === '') found.push({ pointer: '/depositor', text: t('matchingCash.missingDepositor') });
      const optional = { ...(sourceText.trim() === '' ? {} : { sourceText: sourceText.trim() }), ...(reference.trim() === '' ? {} : { reference: reference.trim() }) };
      const body = { amountWon: amount.ok ? amount.amount.toString() : '', depositedOn: on ?? '', depositor: depositor.trim(), relation: relation as 'COMPANY', source: source as 'OWN', ...optional };
      return { body, found, preview: null };
    },
    defaults: { amountWon: '', depositedOn: todayInSeoul(), depositor: room.company, relation: 'COMPANY', source: 'OWN', sourceText: '', reference: '' },
  });
  return (
    <FormDialog title={`${room.number} ${t('matchingCash.recordTitle')}`} action={t('matchingCash.record')} {...deed} onClose={onClose}>
      <FormField form={form} name="amountWon">
        {(field) => <WonField {...field} label={t('matchingCash.amount')} />}
      </FormField>
      <FormField form={form} name="depositedOn">
        {(field) => <DateField {...field} label={t('matchingCash.depositedOn')} />}
      </FormField>
      <FormField form={form} name="depositor">
        {(field) => <TextField {...field} label={t('matchingCash.depositor')} maxLength={200} />}
      </FormField>
      <FormField form={form} name="relation">
        {(field) => <SelectField {...field} label={t('matchingCash.relation')} choices={RELATIONS.map((value) => ({ value, label: term('depositorRelation', value) }))} />}
      </FormField>
      <FormField form={form} name="source">
        {(field) => <SelectField {...field} label={t('matchingCash.source')} choices={SOURCES.map((value) => ({ value, label: term('fundSource', value) }))} />}
      </FormField>
      <FormField form={form} name="sourceText">
        {(field) => <TextField {...field} label={t('matchingCash.sourceText')} maxLength={200} optional />}
      </FormField>
      <FormField form={form} name="reference">
        {(field) => <TextField {...field} label={t('matchingCash.reference')} maxLength={200} optional />}
      </FormField>
    </FormDialog>
  );
}
