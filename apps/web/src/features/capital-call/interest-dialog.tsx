import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import type { DeedHeader } from '../rule/use-deed.js';
import type { CallRow } from './call-rows.js';
import { receiveInterest, waiveInterest } from './capital-call.requests.js';
import styles from './capital-calls-page.module.css';

interface Props {
  readonly fundId: string;
  readonly row: CallRow;
  /** Money that came, or money that is let off. */
  readonly kind: 'interest' | 'waive';
  readonly onClose: () => void;
}

interface Settlement {
  readonly amountWon: string;
  readonly on: string;
  readonly words: string;
}

/** Interest on what came late: received, or waived with a reason. The amount is what is due unless another is typed. */
export function InterestDialog({ fundId, row: { call, share }, kind, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { amountWon: formatWon(share.interest.dueWon), valueOn: todayInSeoul(), waivedOn: todayInSeoul(), bankReference: '', reason: '' } });
  const send = ({ amountWon, on, words }: Settlement, header: DeedHeader): Promise<unknown> => {
    const whose = { partnerId: share.partnerId, amountWon };
    if (kind === 'waive') return waiveInterest(call.id, { ...whose, waivedOn: on, reason: words }, header);
    return receiveInterest(call.id, { ...whose, valueOn: on, ...(words === '' ? {} : { bankReference: words }) }, header);
  };
  const read = (): { readonly body: Settlement | null; readonly found: Fault[] } => {
    const values = form.getValues();
    const amount = parseWonInput(values.amountWon);
    const on = parseDateInput(kind === 'waive' ? values.waivedOn : values.valueOn);
    const words = (kind === 'waive' ? values.reason : values.bankReference).trim();
    const found: Fault[] = [];
    if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('capitalCall.missingAmount') });
    if (on === null) found.push({ pointer: kind === 'waive' ? '/waivedOn' : '/valueOn', text: t('capitalCall.missingDate') });
    if (kind === 'waive' && words === '') found.push({ pointer: '/reason', text: t('capital.reasonMissing') });
    if (!amount.ok || on === null) return { body: null, found };
    return { body: { amountWon: amount.amount.toString(), on, words }, found };
  };
  const deed = useFundWrite({ fundId, form, read, send, onClose });
  return (
    <FormDialog title={t(kind === 'waive' ? 'capital.waiveTitle' : 'capital.interestTitle', { number: call.number, partner: share.partner })} action={t('capitalCall.record')} {...deed} onClose={onClose}>
      <p className={styles['note']}>{t('capital.interestNow', { amount: formatWon(share.interest.dueWon) })}</p>
      <FormField form={form} name="amountWon">
        {(field) => <WonField {...field} label={t(kind === 'waive' ? 'capital.waiveAmount' : 'capital.interestAmount')} autoFocus />}
      </FormField>
      <FormField form={form} name={kind === 'waive' ? 'waivedOn' : 'valueOn'}>
        {(field) => <DateField {...field} label={t(kind === 'waive' ? 'capital.waivedOn' : 'capitalCall.valueOn')} />}
      </FormField>
      <FormField form={form} name={kind === 'waive' ? 'reason' : 'bankReference'}>
        {(field) => <TextField {...field} label={t(kind === 'waive' ? 'capital.reason' : 'capitalCall.bankReference')} optional={kind !== 'waive'} maxLength={kind === 'waive' ? 500 : 100} />}
      </FormField>
    </FormDialog>
  );
}
