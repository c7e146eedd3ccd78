import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { Refusal } from '../rule/refusal.js';
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
  const faults = useFaults(form);
  const intent = useIntent();
  const settle = useWrite({
    mutationFn: ({ amountWon, on, words }: Settlement) => {
      const whose = { partnerId: share.partnerId, amountWon };
      if (kind === 'waive') return waiveInterest(call.id, { ...whose, waivedOn: on, reason: words }, intent.headersFor([whose, on, words]));
      return receiveInterest(call.id, { ...whose, valueOn: on, ...(words === '' ? {} : { bankReference: words }) }, intent.headersFor([whose, on, words]));
    },
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshFund(fundId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const values = form.getValues();
    const amount = parseWonInput(values.amountWon);
    const on = parseDateInput(kind === 'waive' ? values.waivedOn : values.valueOn);
    const words = (kind === 'waive' ? values.reason : values.bankReference).trim();
    const found: Fault[] = [];
    if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('capitalCall.missingAmount') });
    if (on === null) found.push({ pointer: kind === 'waive' ? '/waivedOn' : '/valueOn', text: t('capitalCall.missingDate') });
    if (kind === 'waive' && words === '') found.push({ pointer: '/reason', text: t('capital.reasonMissing') });
    if (found.length > 0 || !amount.ok || on === null) return faults.show(found);
    settle.mutate({ amountWon: amount.amount.toString(), on, words });
  };
  return (
    <Dialog title={t(kind === 'waive' ? 'capital.waiveTitle' : 'capital.interestTitle', { number: call.number, partner: share.partner })} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <p className={styles['note']}>{t('capital.interestNow', { amount: formatWon(share.interest.dueWon) })}</p>
          <FormField form={form} name="amountWon">
            {(field) => <WonField {...field} label={t('capitalCall.receiveAmount')} autoFocus />}
          </FormField>
          <FormField form={form} name={kind === 'waive' ? 'waivedOn' : 'valueOn'}>
            {(field) => <DateField {...field} label={t(kind === 'waive' ? 'capital.waivedOn' : 'capitalCall.valueOn')} />}
          </FormField>
          <FormField form={form} name={kind === 'waive' ? 'reason' : 'bankReference'}>
            {(field) => <TextField {...field} label={t(kind === 'waive' ? 'capital.reason' : 'capitalCall.bankReference')} optional={kind !== 'waive'} maxLength={kind === 'waive' ? 500 : 100} />}
          </FormField>
          <Refusal error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={settle.isPending}>
              {t('capitalCall.record')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
