import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { Facts } from '../../design/facts.js';
import { FormField } from '../../design/form/form-field.js';
import type { Fault } from '../../design/form/faults.js';
import { TextField } from '../../design/text-field.js';
import { WonText } from '../../design/won-text.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { DeedPreview } from '../grant-agreement/deed-preview.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { RoomChange } from '../matching-cash/room-change.js';
import { FormDialog } from '../rule/form-dialog.js';
import { decideClawback, type DecideClawback, type DecidedClawback, type MatchingClawback } from './matching-clawback.requests.js';

/** A clawback that somebody else brought about: what the notice will demand and by when, before it is decided. */
export function DecideClawbackDialog({ callId, clawback, onClose }: { readonly callId: string; readonly clawback: MatchingClawback; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { form, preview, ...deed } = useGrantDeed<{ noticeOn: string; dueOn: string; instalments: string }, DecideClawback, DecidedClawback>({
    ...{ callId, name: `clawback ${clawback.id}`, onClose, send: (body, header) => decideClawback(clawback.id, body, header) },
    read: ({ noticeOn, dueOn, instalments }) => {
      const [notice, due] = [parseDateInput(noticeOn), dueOn.trim() === '' ? undefined : parseDateInput(dueOn)];
      const times = /^[1-9]\d?$/.test(instalments.trim()) ? Number(instalments.trim()) : null;
      const found: Fault[] = [
        ...(notice === null ? [{ pointer: '/noticeOn', text: t('time.invalid') }] : []),
        ...(due === null ? [{ pointer: '/dueOn', text: t('time.invalid') }] : []),
        ...(times === null ? [{ pointer: '/instalments', text: t('matchingClawback.missingInstalments') }] : []),
      ];
      const body = { amountWon: clawback.totalWon, noticeOn: notice ?? '', ...(due === undefined || due === null ? {} : { dueOn: due }), instalments: times ?? 1 };
      return { body, found, preview: found.length === 0 ? body : null };
    },
    defaults: { noticeOn: todayInSeoul(), dueOn: '', instalments: '1' },
  });
  const aside = (
    <DeedPreview preview={preview}>
      {({ before, after, recovery }) => (
        <>
          {recovery !== null && <Facts facts={[{ label: t('matchingClawback.demanded'), value: <WonText amount={recovery.demandedWon} /> }, { label: t('matchingClawback.dueOn'), value: recovery.dueOn }]} />}
          <RoomChange before={before} after={after} />
        </>
      )}
    </DeedPreview>
  );
  return (
    <FormDialog title={t('matchingClawback.decideTitle', { number: clawback.agreementNumber })} action={t('matchingClawback.decide')} {...deed} onClose={onClose} wide aside={aside}>
      <Facts facts={[{ label: t('matchingClawback.total'), value: <WonText amount={clawback.totalWon} /> }, { label: t('matchingClawback.cause'), value: clawback.cause }]} />
      <FormField form={form} name="noticeOn">
        {(field) => <DateField {...field} label={t('matchingClawback.noticeOn')} />}
      </FormField>
      <FormField form={form} name="dueOn">
        {(field) => <DateField {...field} label={t('matchingClawback.dueOn')} hint={t('matchingClawback.dueHint')} optional />}
      </FormField>
      <FormField form={form} name="instalments">
        {(field) => <TextField {...field} label={t('matchingClawback.instalments')} maxLength={2} />}
      </FormField>
    </FormDialog>
  );
}
