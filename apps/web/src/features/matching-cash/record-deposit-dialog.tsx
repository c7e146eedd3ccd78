import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { CashFields, readCash } from '../grant-call/cash-fields.js';
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
      const { cash, found } = readCash({ amountWon, depositedOn }, 'depositedOn', t);
      if (depositor.trim() === '') found.push({ pointer: '/depositor', text: t('matchingCash.missingDepositor') });
      const optional = { ...(sourceText.trim() === '' ? {} : { sourceText: sourceText.trim() }), ...(reference.trim() === '' ? {} : { reference: reference.trim() }) };
      const body = { ...cash, depositor: depositor.trim(), relation: relation as 'COMPANY', source: source as 'OWN', ...optional };
      return { body, found, preview: null };
    },
    defaults: { amountWon: '', depositedOn: todayInSeoul(), depositor: room.company, relation: 'COMPANY', source: 'OWN', sourceText: '', reference: '' },
  });
  return (
    <FormDialog title={`${room.number} ${t('matchingCash.recordTitle')}`} action={t('matchingCash.record')} {...deed} onClose={onClose}>
      <CashFields form={form} day="depositedOn" amountLabel={t('matchingCash.amount')} dayLabel={t('matchingCash.depositedOn')} />
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
