import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { DeedPreview } from '../grant-agreement/deed-preview.js';
import type { Agreement } from '../grant-agreement/grant-agreement.requests.js';
import { CashFields, readCash } from '../grant-call/cash-fields.js';
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
      const { cash, found } = readCash({ amountWon, receivedOn }, 'receivedOn', t);
      const complete = found.length === 0;
      if (reference.trim() === '') found.push({ pointer: '/reference', text: t('terms.missing') });
      const body = { source: source as 'OWN', ...cash, reference: reference.trim() };
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
      <CashFields form={form} day="receivedOn" amountLabel={t('grantAgreement.amount')} dayLabel={t('grantTranche.receivedOn')} />
      <FormField form={form} name="reference">
        {(field) => <TextField {...field} label={t('grantTranche.reference')} maxLength={200} />}
      </FormField>
    </FormDialog>
  );
}
