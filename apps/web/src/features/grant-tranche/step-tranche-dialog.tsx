import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { Facts } from '../../design/facts.js';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { WonText } from '../../design/won-text.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { DeedPreview } from '../grant-agreement/deed-preview.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { stepTranche, type StepTranche, type SteppedTranche, type Tranche, type TrancheStep } from './grant-tranche.requests.js';

interface Props {
  readonly callId: string;
  readonly tranche: Tranche;
  readonly step: TrancheStep;
  /** Number of the agreement. */
  readonly name: string;
  readonly onClose: () => void;
}

const LEAST_REASON = 2;

/** Asking, sending back, deciding or voiding: every condition as it stands, and what would be posted. */
export function StepTrancheDialog({ callId, tranche, step, name, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const says = step === 'send-back' || step === 'void';
  const { form, preview, ...deed } = useGrantDeed<{ reason: string; payFrom: string }, StepTranche, SteppedTranche>({
    ...{ callId, name: `${step} ${tranche.id}`, onClose, send: (body, header) => stepTranche(tranche.id, step, body, header) },
    read: ({ reason, payFrom }) => {
      const on = parseDateInput(payFrom);
      const found = [
        ...(says && reason.trim().length < LEAST_REASON ? [{ pointer: '/reason', text: t('grantTranche.missingReason') }] : []),
        ...(step === 'decision' && on === null ? [{ pointer: '/payFrom', text: t('time.invalid') }] : []),
      ];
      const body = { ...(says ? { reason: reason.trim() } : reason.trim() === '' ? {} : { note: reason.trim() }), ...(step === 'decision' ? { amountWon: tranche.amountWon, payFrom: on ?? '' } : {}) };
      return { body, found, preview: on === null ? null : { ...body, ...(says ? { reason: '--' } : {}) } };
    },
    defaults: { reason: '', payFrom: todayInSeoul() },
  });
  return (
    <FormDialog
      title={`${name} ${tranche.label} ${term('trancheStep', step)}`}
      action={term('trancheStep', step)}
      {...deed}
      onClose={onClose}
      wide
      aside={
        <DeedPreview preview={preview}>
          {({ committedBeforeWon, committedAfterWon }) =>
            committedBeforeWon !== committedAfterWon && <Facts facts={[{ label: t('grantTranche.committedBefore'), value: <WonText amount={committedBeforeWon} /> }, { label: t('grantTranche.committedAfter'), value: <WonText amount={committedAfterWon} /> }]} />
          }
        </DeedPreview>
      }
    >
      <Facts facts={[{ label: t('grantAgreement.amount'), value: <WonText amount={tranche.amountWon} /> }, { label: t('grantTranche.plannedOn'), value: tranche.plannedOn }]} />
      {step === 'decision' ? (
        <FormField form={form} name="payFrom">
          {(field) => <DateField {...field} label={t('grantTranche.payFrom')} />}
        </FormField>
      ) : (
        <FormField form={form} name="reason">
          {(field) => <TextAreaField {...field} label={says ? t('grantAgreement.reason') : t('grantTranche.note')} maxLength={500} optional={!says} />}
        </FormField>
      )}
    </FormDialog>
  );
}
