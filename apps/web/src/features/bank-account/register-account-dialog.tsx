import { useState, type FormEvent, type ReactElement } from 'react';
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
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { BankField } from './bank-field.js';
import { refreshBankAccounts, registerBankAccount, type RegisterBankAccount, type RegisteredBankAccount } from './bank-account.requests.js';
import { PartyField } from './party-field.js';

/** Registers an account; what the rules found about it is shown before the dialog goes. Nothing typed is kept as a draft. */
export function RegisterAccountDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [registered, setRegistered] = useState<RegisteredBankAccount | null>(null);
  return (
    <Dialog title={t('bankAccounts.register')} open onClose={onClose}>
      {registered === null ? <RegisterForm onDone={setRegistered} onClose={onClose} /> : <Registered account={registered} onClose={onClose} />}
    </Dialog>
  );
}

function RegisterForm({ onDone, onClose }: { readonly onDone: (account: RegisteredBankAccount) => void; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { partyId: '', bankCode: '', accountNumber: '', holder: '', effectiveFrom: todayInSeoul() } });
  const faults = useFaults(form);
  const intent = useIntent();
  const register = useWrite({
    mutationFn: (body: RegisterBankAccount) => registerBankAccount(body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async (account) => {
      intent.done();
      await refreshBankAccounts();
      onDone(account);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { partyId, bankCode, accountNumber, holder, effectiveFrom } = form.getValues();
    const from = parseDateInput(effectiveFrom);
    const found: Fault[] = [];
    if (partyId === '') found.push({ pointer: '/partyId', text: t('bankAccounts.missingParty') });
    if (bankCode === '') found.push({ pointer: '/bankCode', text: t('bankAccounts.missingBank') });
    if (accountNumber.trim() === '') found.push({ pointer: '/accountNumber', text: t('bankAccounts.missing') });
    if (holder.trim() === '') found.push({ pointer: '/holder', text: t('bankAccounts.missing') });
    if (from === null) found.push({ pointer: '/effectiveFrom', text: t('bankAccounts.missingDate') });
    if (found.length > 0 || from === null) return faults.show(found);
    register.mutate({ partyId, bankCode: bankCode as RegisterBankAccount['bankCode'], accountNumber: accountNumber.trim(), holder: holder.trim(), effectiveFrom: from });
  };
  return (
    <form ref={faults.formRef} onSubmit={submit} noValidate>
      <Stack>
        <p>{t('bankAccounts.registerLead')}</p>
        <PartyField form={form} />
        <BankField form={form} />
        <FormField form={form} name="accountNumber">
          {(field) => <TextField {...field} label={t('bankAccounts.number')} hint={t('bankAccounts.numberHint')} inputMode="numeric" maxLength={40} />}
        </FormField>
        <FormField form={form} name="holder">
          {(field) => <TextField {...field} label={t('bankAccounts.holder')} maxLength={100} />}
        </FormField>
        <FormField form={form} name="effectiveFrom">
          {(field) => <DateField {...field} label={t('bankAccounts.effectiveFrom')} />}
        </FormField>
        <Refusal error={faults.refusal} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" tone="primary" pending={register.isPending}>
            {t('bankAccounts.register')}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  );
}

function Registered({ account, onClose }: { readonly account: RegisteredBankAccount; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack>
      <p role="status">{t('bankAccounts.registered')}</p>
      <VerdictList verdicts={account.verdicts} />
      <DialogActions>
        <Button tone="primary" onPress={onClose}>
          {t('bankAccounts.done')}
        </Button>
      </DialogActions>
    </Stack>
  );
}
