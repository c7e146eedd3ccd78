import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import type { ReceiveCapital } from '../../api/types.js';
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
import { receiveCapital } from './capital-call.requests.js';
import styles from './capital-calls-page.module.css';

interface Props {
  readonly fundId: string;
  readonly row: CallRow;
  readonly onClose: () => void;
}

/** Records money of one partner; the amount is what is still unpaid unless another is typed. */
export function ReceiveDialog({ fundId, row: { call, share }, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { amountWon: formatWon(share.unpaidWon), valueOn: todayInSeoul(), bankReference: '', note: '' } });
  const faults = useFaults(form);
  const intent = useIntent();
  const receive = useWrite({
    mutationFn: (body: ReceiveCapital) => receiveCapital(call.id, body, intent.headersFor(body)),
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
    const { amountWon, valueOn, bankReference, note } = form.getValues();
    const amount = parseWonInput(amountWon);
    const date = parseDateInput(valueOn);
    const found: Fault[] = [];
    if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('capitalCall.missingAmount') });
    if (date === null) found.push({ pointer: '/valueOn', text: t('capitalCall.missingDate') });
    if (found.length > 0 || !amount.ok || date === null) return faults.show(found);
    receive.mutate({
      partnerId: share.partnerId,
      amountWon: amount.amount.toString(),
      valueOn: date,
      ...(bankReference.trim() === '' ? {} : { bankReference: bankReference.trim() }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  };
  return (
    <Dialog title={t('capitalCall.receiveTitle', { partner: share.partner, number: call.number })} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <p className={styles['note']}>{t('capitalCall.unpaidNow', { amount: formatWon(share.unpaidWon) })}</p>
          <FormField form={form} name="amountWon">
            {(field) => <WonField {...field} label={t('capitalCall.receiveAmount')} autoFocus />}
          </FormField>
          <FormField form={form} name="valueOn">
            {(field) => <DateField {...field} label={t('capitalCall.valueOn')} />}
          </FormField>
          <FormField form={form} name="bankReference">
            {(field) => <TextField {...field} label={t('capitalCall.bankReference')} optional maxLength={100} />}
          </FormField>
          <FormField form={form} name="note">
            {(field) => <TextField {...field} label={t('capitalCall.note')} optional maxLength={500} />}
          </FormField>
          <Refusal error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={receive.isPending}>
              {t('capitalCall.record')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
