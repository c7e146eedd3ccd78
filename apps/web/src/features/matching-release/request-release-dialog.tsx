import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { DeedPreview } from '../grant-agreement/deed-preview.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import type { Room } from '../matching-cash/matching-cash.requests.js';
import { RoomChange } from '../matching-cash/room-change.js';
import { FormDialog } from '../rule/form-dialog.js';
import { orUnwritten } from '../rule/use-previewed-deed.js';
import { requestRelease, type RequestRelease, type SteppedRelease } from './matching-release.requests.js';

type ReleaseForm = Record<'amountWon' | 'label' | 'milestone' | 'milestoneMetOn', string>;

/** Government money is asked for against a milestone; what may be released now stands beside the form. */
export function RequestReleaseDialog({ callId, room, turn, onClose }: { readonly callId: string; readonly room: Room; readonly turn: number; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { form, preview, ...deed } = useGrantDeed<ReleaseForm, RequestRelease, SteppedRelease>({
    ...{ callId, name: `release ${room.agreementId}`, onClose, send: (body, header) => requestRelease(room.agreementId, body, header) },
    read: ({ amountWon, label, milestone, milestoneMetOn }) => {
      const [amount, on] = [parseWonInput(amountWon), milestoneMetOn.trim() === '' ? undefined : parseDateInput(milestoneMetOn)];
      const found: Fault[] = [];
      if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('grantAgreement.missingAmount') });
      if (on === null) found.push({ pointer: '/milestoneMetOn', text: t('time.invalid') });
      const complete = found.length === 0;
      if (label.trim() === '') found.push({ pointer: '/label', text: t('matchingCash.missingLabel') });
      if (milestone.trim() === '') found.push({ pointer: '/milestone', text: t('matchingCash.missingMilestone') });
      const body = { amountWon: amount.ok ? amount.amount.toString() : '', label: label.trim(), milestone: milestone.trim(), ...(on === undefined || on === null ? {} : { milestoneMetOn: on }) };
      return { body, found, preview: complete ? { ...body, label: orUnwritten(label), milestone: orUnwritten(milestone) } : null };
    },
    defaults: { amountWon: room.roomWon === '0' ? '' : formatWon(room.roomWon), label: t('matchingRelease.firstLabel', { count: turn }), milestone: '', milestoneMetOn: '' },
  });
  const bound = room.bound === 'COMMITMENT' ? t('matchingCash.byCommitment') : t('matchingCash.byPrivate');
  return (
    <FormDialog
      title={t('matchingRelease.askTitle', { number: room.number })}
      action={t('matchingRelease.ask')}
      {...deed}
      onClose={onClose}
      wide
      aside={
        <div>
          <RoomChange before={room} after={room} />
          <p>{`${t('matchingCash.boundBy')}: ${bound}`}</p>
          <DeedPreview preview={preview} />
        </div>
      }
    >
      <FormField form={form} name="amountWon">
        {(field) => <WonField {...field} label={t('matchingCash.amount')} />}
      </FormField>
      {room.roomWon !== '0' && (
        <Button small tone="quiet" onPress={() => form.setValue('amountWon', formatWon(room.roomWon))}>
          {t('matchingRelease.all', { amount: formatWon(room.roomWon) })}
        </Button>
      )}
      <FormField form={form} name="label">
        {(field) => <TextField {...field} label={t('matchingRelease.label')} maxLength={60} />}
      </FormField>
      <FormField form={form} name="milestone">
        {(field) => <TextField {...field} label={t('matchingRelease.milestone')} maxLength={200} />}
      </FormField>
      <FormField form={form} name="milestoneMetOn">
        {(field) => <DateField {...field} label={t('matchingRelease.metOn')} hint={t('matchingRelease.notMetHint')} optional />}
      </FormField>
    </FormDialog>
  );
}
