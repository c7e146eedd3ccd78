import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { Fault } from '../../design/form/faults.js';
import { Stack } from '../../design/page.js';
import { ChoiceField } from '../../design/select-field.js';
import { todayInSeoul } from '../../format/date.js';
import { DeedForm } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { VerdictList } from '../rule/verdict-list.js';
import { AccountFields, useAccountReader } from './account-fields.js';
import { refreshBankAccounts, registerBankAccount, type RegisterBankAccount, type RegisteredBankAccount } from './bank-account.requests.js';
import { OrganisationFields, readOrganisation } from './organisation-fields.js';
import { PartyField } from './party-field.js';
import type { RegisterAccountForm } from './register-account-form.js';

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
  const [isNew, setIsNew] = useState(false);
  const form = useForm<RegisterAccountForm>({ defaultValues: { partyId: '', organisation: { name: '', businessNumber: '', kind: 'PUBLIC_BODY' }, bankCode: '', accountNumber: '', holder: '', effectiveFrom: todayInSeoul() } });
  const readAccount = useAccountReader();
  const read = (): { readonly body: RegisterBankAccount; readonly found: readonly Fault[] } => {
    const { partyId, organisation: typedOrganisation, ...typed } = form.getValues();
    const { account, found } = readAccount(typed);
    if (!isNew) return { body: { partyId, ...account }, found: partyId === '' ? [{ pointer: '/partyId', text: t('bankAccounts.missingParty') }, ...found] : found };
    const { organisation, found: ofOrganisation } = readOrganisation(typedOrganisation, { missing: t('bankAccounts.missing'), wrongNumber: t('bankAccounts.organisation.wrongNumber') });
    return { body: { organisation, ...account }, found: [...ofOrganisation, ...found] };
  };
  const deed = useDeed({
    form,
    read,
    send: registerBankAccount,
    onDone: async (account) => {
      await refreshBankAccounts();
      onDone(account);
    },
    onDrafted: onClose,
  });
  return (
    <DeedForm action={t('bankAccounts.register')} {...deed} onClose={onClose}>
      <p>{t('bankAccounts.registerLead')}</p>
      <ChoiceField
        label={t('bankAccounts.organisation.whose')}
        value={isNew ? 'NEW' : 'KNOWN'}
        onChange={(whose) => setIsNew(whose === 'NEW')}
        choices={[
          { value: 'KNOWN', label: t('bankAccounts.organisation.known') },
          { value: 'NEW', label: t('bankAccounts.organisation.new') },
        ]}
      />
      {isNew ? <OrganisationFields form={form} /> : <PartyField form={form} />}
      <AccountFields form={form} />
    </DeedForm>
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
