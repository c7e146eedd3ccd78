import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { DeedPreview } from '../grant-agreement/deed-preview.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { recordWithdrawal, type RecordedWithdrawal, type RecordWithdrawal, type Room } from './matching-cash.requests.js';
import { RoomChange } from './room-change.js';

type WithdrawalForm = Record<'amountWon' | 'withdrawnOn' | 'paidTo' | 'reason', string>;

const LEAST_REASON = 2;

/** Private money left: what would have to come back is shown before it is recorded. */
export function WithdrawDialog({ callId, room, onClose }: { readonly callId: string; readonly room: Room; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { form, preview, ...deed } = useGrantDeed<WithdrawalForm, RecordWithdrawal, RecordedWithdrawal>({
    ...{ callId, name: `withdraw ${room.agreementId}`, onClose, send: (body, header) => recordWithdrawal(room.agreementId, body, header) },
    read: ({ amountWon, withdrawnOn, paidTo, reason }) => {
      const [amount, on] = [parseWonInput(amountWon), parseDateInput(withdrawnOn)];
      const found: Fault[] = [];
      if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('grantAgreement.missingAmount') });
      if (on === null) found.push({ pointer: '/withdrawnOn', text: t('time.invalid') });
      const complete = found.length === 0;
      if (paidTo.trim() === '') found.push({ pointer: '/paidTo', text: t('matchingCash.missingPaidTo') });
      if (reason.trim().length < LEAST_REASON) found.push({ pointer: '/reason', text: t('grantTranche.missingReason') });
      const body = { amountWon: amount.ok ? amount.amount.toString() : '', withdrawnOn: on ?? '', paidTo: paidTo.trim(), reason: reason.trim() };
      return { body, found, preview: complete ? { ...body, paidTo: '-', reason: '--' } : null };
    },
    defaults: { amountWon: '', withdrawnOn: todayInSeoul(), paidTo: room.company, reason: '' },
  });
  return (
    <FormDialog
      title={t('matchingCash.withdrawTitle', { number: room.number })}
      action={t('matchingCash.withdraw')}
      {...deed}
      onClose={onClose}
      wide
      aside={
        <DeedPreview preview={preview}>
          {({ before, after, clawbackWon }) => (
            <>
              <Callout tone={clawbackWon === '0' ? 'information' : 'danger'}>
                <p>{clawbackWon === '0' ? t('matchingCash.noClawback') : t('matchingCash.willClawBack', { amount: formatWon(clawbackWon) })}</p>
              </Callout>
              <RoomChange before={before} after={after} />
            </>
          )}
        </DeedPreview>
      }
    >
      <FormField form={form} name="amountWon">
        {(field) => <WonField {...field} label={t('matchingCash.amount')} />}
      </FormField>
      <FormField form={form} name="withdrawnOn">
        {(field) => <DateField {...field} label={t('matchingCash.withdrawnOn')} />}
      </FormField>
      <FormField form={form} name="paidTo">
        {(field) => <TextField {...field} label={t('matchingCash.paidTo')} maxLength={200} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('matchingCash.reason')} maxLength={500} />}
      </FormField>
    </FormDialog>
  );
}
