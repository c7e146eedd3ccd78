import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { WonField } from '../../design/won-field.js';
import { parseWonInput } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { DeedPreview } from './deed-preview.js';
import { fundYear, type Agreement, type FundedYear, type FundYear } from './grant-agreement.requests.js';

/** The budget of a later year was decided: what the agreement takes of it. */
export function FundYearDialog({ call, agreement, onClose }: { readonly call: GrantCall; readonly agreement: Agreement; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const waiting = agreement.funding.map((each) => ({ ...each, openWon: BigInt(each.plannedWon) - BigInt(each.fundedWon) })).filter(({ openWon }) => openWon > 0n);
  const { form, preview, ...deed } = useGrantDeed<{ fiscalYear: string; amountWon: string }, FundYear, FundedYear>({
    ...{ callId: call.id, name: `fund ${agreement.id}`, onClose, send: (body, header) => fundYear(agreement.id, body, header) },
    read: ({ fiscalYear, amountWon }) => {
      const amount = parseWonInput(amountWon);
      const body = { fiscalYear: Number(fiscalYear), amountWon: amount.ok ? amount.amount.toString() : '' };
      const found = amount.ok && amount.amount > 0n ? [] : [{ pointer: '/amountWon', text: t('grantAgreement.missingAmount') }];
      return { body, found, preview: found.length === 0 ? body : null };
    },
    defaults: { fiscalYear: String(waiting[0]?.fiscalYear ?? ''), amountWon: formatWon(waiting[0]?.openWon ?? 0n) },
  });
  return (
    <FormDialog title={`${agreement.number} ${t('grantAgreement.fundYear')}`} action={t('grantAgreement.fundYear')} {...deed} onClose={onClose} wide aside={<DeedPreview preview={preview} />}>
      <FormField form={form} name="fiscalYear">
        {(field) => <SelectField {...field} label={t('grantAgreement.fiscalYear')} choices={waiting.map(({ fiscalYear, openWon }) => ({ value: String(fiscalYear), label: `${fiscalYear} · ${formatWon(openWon)}` }))} />}
      </FormField>
      <FormField form={form} name="amountWon">
        {(field) => <WonField {...field} label={t('grantAgreement.amount')} />}
      </FormField>
    </FormDialog>
  );
}
