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
import { TextAreaField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { Refusal } from '../rule/refusal.js';
import { closeBankAccount, type BankAccount } from './bank-account.requests.js';

interface Props {
  readonly account: BankAccount;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Ends the use of an account; the row stays with its last day. */
export function CloseAccountDialog({ account, onDone, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const form = useForm({ defaultValues: { closedOn: todayInSeoul(), reason: '' } });
  const faults = useFaults(form);
  const intent = useIntent();
  const close = useWrite({
    mutationFn: (body: { closedOn: string; reason: string }) => closeBankAccount(account.id, body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await onDone();
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { closedOn, reason } = form.getValues();
    const day = parseDateInput(closedOn);
    const found: Fault[] = [];
    if (day === null) found.push({ pointer: '/closedOn', text: t('bankAccounts.missingDate') });
    if (reason.trim() === '') found.push({ pointer: '/reason', text: t('bankAccounts.missing') });
    if (found.length > 0 || day === null) return faults.show(found);
    close.mutate({ closedOn: day, reason: reason.trim() });
  };
  return (
    <Dialog title={t('bankAccounts.closeTitle', { party: account.partyName, bank: say(account.bankName), number: account.maskedNumber })} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <FormField form={form} name="closedOn">
            {(field) => <DateField {...field} label={t('bankAccounts.closedOn')} />}
          </FormField>
          <FormField form={form} name="reason">
            {(field) => <TextAreaField {...field} label={t('bankAccounts.closeReason')} maxLength={500} />}
          </FormField>
          <Refusal error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="danger" pending={close.isPending}>
              {t('bankAccounts.close')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
