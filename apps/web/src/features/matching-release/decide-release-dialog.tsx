import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { Facts } from '../../design/facts.js';
import { FormField } from '../../design/form/form-field.js';
import { WonText } from '../../design/won-text.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { DeedPreview } from '../grant-agreement/deed-preview.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { RoomChange } from '../matching-cash/room-change.js';
import { FormDialog } from '../rule/form-dialog.js';
import { decideRelease, type DecideRelease, type Release, type SteppedRelease } from './matching-release.requests.js';

/** A release that somebody else asked for: the room before and after, every condition, and what would be posted. */
export function DecideReleaseDialog({ callId, release, onClose }: { readonly callId: string; readonly release: Release; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { agreementNumber: number, label, amountWon, milestone, milestoneMetOn } = release;
  const { form, preview, ...deed } = useGrantDeed<{ payFrom: string }, DecideRelease, SteppedRelease>({
    ...{ callId, name: `decide ${release.id}`, onClose, send: (body, header) => decideRelease(release.id, body, header) },
    read: ({ payFrom }) => {
      const on = parseDateInput(payFrom);
      const body = { amountWon, payFrom: on ?? '' };
      return { body, found: on === null ? [{ pointer: '/payFrom', text: t('time.invalid') }] : [], preview: on === null ? null : body };
    },
    defaults: { payFrom: todayInSeoul() },
  });
  const aside = <DeedPreview preview={preview}>{({ before, after }) => <RoomChange before={before} after={after} />}</DeedPreview>;
  return (
    <FormDialog title={t('matchingRelease.decideTitle', { number, label })} action={t('matchingRelease.decide')} {...deed} onClose={onClose} wide aside={aside}>
      <Facts
        facts={[
          { label: t('matchingCash.amount'), value: <WonText amount={amountWon} /> },
          { label: t('matchingRelease.milestone'), value: milestone ?? '' },
          { label: t('matchingRelease.metOn'), value: milestoneMetOn ?? t('matchingRelease.notMet') },
        ]}
      />
      <FormField form={form} name="payFrom">
        {(field) => <DateField {...field} label={t('matchingRelease.payFrom')} />}
      </FormField>
    </FormDialog>
  );
}
