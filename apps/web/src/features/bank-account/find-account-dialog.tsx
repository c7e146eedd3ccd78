import { useMutation } from '@tanstack/react-query';
import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { DataTable } from '../../design/table/data-table.js';
import { TextField } from '../../design/text-field.js';
import { useAccountFacts } from './account-columns.js';
import { BankField } from './bank-field.js';
import { findBankAccounts, type RegisterBankAccount } from './bank-account.requests.js';

/** Whose number is this: the whole number goes to the server in a body, never in an address. */
export function FindAccountDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { bankCode: '', accountNumber: '' } });
  const faults = useFaults(form);
  const columns = useAccountFacts();
  const find = useMutation({
    mutationFn: (input: { bankCode: string; accountNumber: string }) => findBankAccounts(input.bankCode as RegisterBankAccount['bankCode'], input.accountNumber),
    onError: faults.refuse,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { bankCode, accountNumber } = form.getValues();
    const found: Fault[] = [];
    if (bankCode === '') found.push({ pointer: '/bankCode', text: t('bankAccounts.missingBank') });
    if (accountNumber.trim() === '') found.push({ pointer: '/accountNumber', text: t('bankAccounts.missing') });
    if (found.length > 0) return faults.show(found);
    find.mutate({ bankCode, accountNumber: accountNumber.trim() });
  };
  return (
    <Dialog title={t('bankAccounts.find')} open onClose={onClose} wide>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <p>{t('bankAccounts.findLead')}</p>
          <BankField form={form} />
          <FormField form={form} name="accountNumber">
            {(field) => <TextField {...field} label={t('bankAccounts.number')} hint={t('bankAccounts.numberHint')} inputMode="numeric" maxLength={40} />}
          </FormField>
          <ProblemCallout error={faults.refusal} />
          {find.data !== undefined && <DataTable plain label={t('bankAccounts.find')} columns={columns} rows={find.data} rowKey={({ id }) => id} empty={t('bankAccounts.foundNone')} />}
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.close')}
            </Button>
            <Button type="submit" tone="primary" pending={find.isPending}>
              {t('bankAccounts.findAction')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
