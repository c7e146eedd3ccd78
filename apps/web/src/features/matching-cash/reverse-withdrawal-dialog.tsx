import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { formatWon } from '../../format/won.js';
import { DeedPreview } from '../grant-agreement/deed-preview.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { reverseWithdrawal, type RecordedWithdrawal, type ReverseWithdrawal, type Withdrawal } from './matching-cash.requests.js';
import { RoomChange } from './room-change.js';

const LEAST_REASON = 5;
/** The preview is asked for before anybody has written why. */
const UNSAID = '-'.repeat(LEAST_REASON);

/** The money had not left: what counts again is shown before the record is undone. */
export function ReverseWithdrawalDialog({ callId, withdrawal, onClose }: { readonly callId: string; readonly withdrawal: Withdrawal; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { id, agreementNumber, amountWon, withdrawnOn } = withdrawal;
  const { form, preview, ...deed } = useGrantDeed<{ reason: string }, ReverseWithdrawal, RecordedWithdrawal>({
    ...{ callId, name: `reverse ${id}`, onClose, send: (body, header) => reverseWithdrawal(id, body, header) },
    read: ({ reason }) => ({
      body: { reason: reason.trim() },
      found: reason.trim().length < LEAST_REASON ? [{ pointer: '/reason', text: t('matchingCash.missingReason') }] : [],
      preview: { reason: UNSAID },
    }),
    defaults: { reason: '' },
  });
  return (
    <FormDialog
      title={t('matchingCash.reverseWithdrawalTitle', { number: agreementNumber })}
      action={t('matchingCash.reverse')}
      {...deed}
      onClose={onClose}
      wide
      aside={<DeedPreview preview={preview}>{({ before, after }) => <RoomChange before={before} after={after} />}</DeedPreview>}
    >
      <p>{t('matchingCash.reverseWithdrawalLead', { amount: formatWon(amountWon), date: withdrawnOn })}</p>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('matchingCash.reason')} maxLength={500} />}
      </FormField>
    </FormDialog>
  );
}
