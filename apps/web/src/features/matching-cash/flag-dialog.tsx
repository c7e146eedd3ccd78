import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';
import { DeedPreview } from '../grant-agreement/deed-preview.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { decideFlag, type DepositFlag, type MovedDeposit } from './matching-cash.requests.js';
import { RoomChange } from './room-change.js';

const LEAST_REASON = 5;

/** Whether flagged money counts; what that does to the room is shown first. */
export function FlagDialog({ callId, flag, onClose }: { readonly callId: string; readonly flag: DepositFlag; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { form, preview, ...deed } = useGrantDeed<{ counts: string; reason: string }, { counts: boolean; reason: string; dryRun?: boolean }, MovedDeposit>({
    ...{ callId, name: `flag ${flag.id}`, onClose, send: (body, header) => decideFlag(flag.id, body, header) },
    read: ({ counts, reason }) => {
      const body = { counts: counts === 'YES', reason: reason.trim() };
      const found = body.reason.length < LEAST_REASON ? [{ pointer: '/reason', text: t('matchingCash.missingReason') }] : [];
      return { body, found, preview: { ...body, reason: '미리보기' } };
    },
    defaults: { counts: 'NO', reason: '' },
  });
  const aside = <DeedPreview preview={preview}>{({ before, after }) => <RoomChange before={before} after={after} />}</DeedPreview>;
  return (
    <FormDialog title={t('matchingCash.flagTitle')} action={t('matchingCash.decideFlag')} {...deed} onClose={onClose} wide aside={aside}>
      <Callout tone="warning" title={term('depositFlag', flag.kind)}>
        <p>{flag.detail}</p>
        <p>{flag.clause}</p>
      </Callout>
      <FormField form={form} name="counts">
        {(field) => <SelectField {...field} label={t('matchingCash.decision')} choices={[{ value: 'NO', label: t('matchingCash.refuse') }, { value: 'YES', label: t('matchingCash.accept') }]} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('matchingCash.reason')} maxLength={500} />}
      </FormField>
    </FormDialog>
  );
}
