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
import { DeedPreview } from '../grant-agreement/deed-preview.js';
import type { Agreement } from '../grant-agreement/grant-agreement.requests.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { orUnwritten } from '../rule/use-previewed-deed.js';
import { receiveOwnShare, type MovedOwnShare, type ReceiveOwnShare } from './grant-tranche.requests.js';

interface ReceiveForm {
  source: string;
  amountWon: string;
  receivedOn: string;
  reference: string;
}

/** Cash came in on the account of the project, as the bank statement says. */
export function ReceiveDialog({ call, agreement, onClose }: { readonly call: GrantCall; readonly agreement: Agreement; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const sources = (['OWN', 'LOCAL', 'OTHER'] as const).filter((source) => agreement.sources.some((row) => row.source === source && row.resource === 'CASH'));
  const { form, preview, ...deed } = useGrantDeed<ReceiveForm, ReceiveOwnShare, MovedOwnShare>({
    ...{ callId: call.id, name: `receive ${agreement.id}`, onClose, send: (body, header) => receiveOwnShare(agreement.id, body, header) },
    read: ({ source, amountWon, receivedOn, reference }) => {
      const [amount, on] = [parseWonInput(amountWon), parseDateInput(receivedOn)];
      const found: Fault[] = [];
      if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('grantAgreement.missingAmount') });
      if (on === null) found.push({ pointer: '/receivedOn', text: t('time.invalid') });
      const complete = found.length === 0;
      if (reference.trim() === '') found.push({ pointer: '/reference', text: t('terms.missing') });
      const body = { source: source as 'OWN', amountWon: amount.ok ? amount.amount.toString() : '', receivedOn: on ?? '', reference: reference.trim() };
      return { body, found, preview: complete ? { ...body, reference: orUnwritten(reference) } : null };
    },
    defaults: { source: sources[0] ?? 'OWN', amountWon: '', receivedOn: todayInSeoul(), reference: '' },
  });
  return (
    <FormDialog title={`${agreement.number} ${t('grantTranche.receive')}`} action={t('grantTranche.receive')} {...deed} onClose={onClose} wide aside={<DeedPreview preview={preview} />}>
      {sources.length > 1 && (
        <FormField form={form} name="source">
          {(field) => <SelectField {...field} label={t('grantAgreement.source')} choices={sources.map((value) => ({ value, label: term('fundingSource', value) }))} />}
        </FormField>
      )}
      <FormField form={form} name="amountWon">
        {(field) => <WonField {...field} label={t('grantAgreement.amount')} />}
      </FormField>
      <FormField form={form} name="receivedOn">
        {(field) => <DateField {...field} label={t('grantTranche.receivedOn')} />}
      </FormField>
      <FormField form={form} name="reference">
        {(field) => <TextField {...field} label={t('grantTranche.reference')} maxLength={200} />}
      </FormField>
    </FormDialog>
  );
}
