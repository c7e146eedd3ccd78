import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useForm } from 'react-hook-form';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseWonInput } from '../../format/won-input.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import type { Room } from '../matching-cash/matching-cash.requests.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { proposeClawback, type ProposeClawback } from './matching-clawback.requests.js';

type Settled = Record<'unspentWon' | 'disallowedWon' | 'interestWon' | 'reason', string>;

const LEAST_REASON = 5;

/** What a settlement outside of the program found joins what is over-released. */
export function ProposeClawbackDialog({ callId, room, onClose }: { readonly callId: string; readonly room: Room; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm<Settled>({ defaultValues: { unspentWon: '0', disallowedWon: '0', interestWon: '0', reason: '' } });
  const read = (): { body: ProposeClawback; found: Fault[] } => {
    const values = form.getValues();
    const found: Fault[] = [];
    const amount = (key: 'unspentWon' | 'disallowedWon' | 'interestWon'): string => {
      const parsed = parseWonInput(values[key]);
      if (!parsed.ok) found.push({ pointer: `/${key}`, text: t('grantAgreement.missingAmount') });
      return parsed.ok ? parsed.amount.toString() : '';
    };
    const body = { unspentWon: amount('unspentWon'), disallowedWon: amount('disallowedWon'), interestWon: amount('interestWon'), reason: values.reason.trim() };
    if (body.reason.length < LEAST_REASON) found.push({ pointer: '/reason', text: t('matchingCash.missingReason') });
    return { body, found };
  };
  const deed = useDeed({
    ...{ form, read, send: (body: ProposeClawback, header: { 'Idempotency-Key': string }) => proposeClawback(room.agreementId, body, header), onDrafted: onClose },
    onDone: async () => {
      await refreshGrants(callId);
      onClose();
    },
  });
  return (
    <FormDialog title={t('matchingClawback.proposeTitle', { number: room.number })} action={t('matchingClawback.propose')} {...deed} onClose={onClose}>
      <p>{t('matchingClawback.proposeLead')}</p>
      <FormField form={form} name="unspentWon">
        {(field) => <WonField {...field} label={t('matchingClawback.unspent')} />}
      </FormField>
      <FormField form={form} name="disallowedWon">
        {(field) => <WonField {...field} label={t('matchingClawback.disallowed')} />}
      </FormField>
      <FormField form={form} name="interestWon">
        {(field) => <WonField {...field} label={t('matchingClawback.interest')} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('matchingCash.reason')} maxLength={300} />}
      </FormField>
    </FormDialog>
  );
}
