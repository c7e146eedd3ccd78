import type { ReactElement } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput } from '../../format/date.js';
import type { RegisterBankAccount } from './bank-account.requests.js';
import { BankField } from './bank-field.js';

/** An account as it is typed. */
export interface TypedAccount {
  bankCode: string;
  accountNumber: string;
  holder: string;
  effectiveFrom: string;
}

/** Bank, number and holder of an account, and the day from which it is used. */
export function AccountFields<Form extends FieldValues & TypedAccount>({ form }: { readonly form: UseFormReturn<Form> }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <BankField form={form} />
      <FormField form={form} name={'accountNumber' as FieldPath<Form>}>
        {(field) => <TextField {...field} label={t('bankAccounts.number')} hint={t('bankAccounts.numberHint')} inputMode="numeric" maxLength={40} />}
      </FormField>
      <FormField form={form} name={'holder' as FieldPath<Form>}>
        {(field) => <TextField {...field} label={t('bankAccounts.holder')} maxLength={100} />}
      </FormField>
      <FormField form={form} name={'effectiveFrom' as FieldPath<Form>}>
        {(field) => <DateField {...field} label={t('bankAccounts.effectiveFrom')} />}
      </FormField>
    </>
  );
}

type ReadAccount = Pick<RegisterBankAccount, 'bankCode' | 'accountNumber' | 'holder' | 'effectiveFrom'>;

/** Reads what was typed of an account as the server takes it, and what is missing. */
export function useAccountReader(): (typed: TypedAccount) => { readonly account: ReadAccount; readonly found: Fault[] } {
  const { t } = useTranslation();
  return ({ bankCode, accountNumber, holder, effectiveFrom }) => {
    const from = parseDateInput(effectiveFrom);
    const found: Fault[] = [];
    if (bankCode === '') found.push({ pointer: '/bankCode', text: t('bankAccounts.missingBank') });
    if (accountNumber.trim() === '') found.push({ pointer: '/accountNumber', text: t('bankAccounts.missing') });
    if (holder.trim() === '') found.push({ pointer: '/holder', text: t('bankAccounts.missing') });
    if (from === null) found.push({ pointer: '/effectiveFrom', text: t('bankAccounts.missingDate') });
    return { account: { bankCode: bankCode as ReadAccount['bankCode'], accountNumber: accountNumber.trim(), holder: holder.trim(), effectiveFrom: from ?? '' }, found };
  };
}
