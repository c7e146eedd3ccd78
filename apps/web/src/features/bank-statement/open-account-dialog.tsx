import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { Loaded } from '../../design/loaded.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useBankAccounts } from '../bank-account/bank-account.requests.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { openStatementAccount, refreshBank, type OpenStatementAccount } from './bank-statement.requests.js';

/** Which account's statements are kept, and from when. */
export function OpenAccountDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const accounts = useBankAccounts();
  const form = useForm({ defaultValues: { bankAccountId: '', name: '', keptFrom: `${todayInSeoul().slice(0, 4)}-01-01` } });
  const deed = useDeed({
    form,
    read: () => {
      const values = form.getValues();
      const keptFrom = parseDateInput(values.keptFrom);
      const found: Fault[] = [
        ...(values.bankAccountId === '' ? [{ pointer: '/bankAccountId', text: t('reconciliation.accountMissing') }] : []),
        ...(values.name.trim() === '' ? [{ pointer: '/name', text: t('reconciliation.nameMissing') }] : []),
        ...(keptFrom === null ? [{ pointer: '/keptFrom', text: t('time.invalid') }] : []),
      ];
      return { body: keptFrom === null || found.length > 0 ? null : { ...values, keptFrom }, found };
    },
    send: (body: OpenStatementAccount, header) => openStatementAccount(body, header),
    onDone: async () => {
      await refreshBank();
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('reconciliation.openAccount')} action={t('reconciliation.open')} {...deed} onClose={onClose}>
      <Loaded query={accounts}>
        {({ pages }) => (
          <FormField form={form} name="bankAccountId">
            {(field) => (
              <SelectField
                {...field}
                label={t('reconciliation.account')}
                emptyLabel={t('reconciliation.chooseAccount')}
                choices={pages.flat().map(({ id, partyName, bankName, maskedNumber }) => ({ value: id, label: `${partyName} · ${say(bankName)} ${maskedNumber}` }))}
              />
            )}
          </FormField>
        )}
      </Loaded>
      <FormField form={form} name="name">
        {(field) => <TextField {...field} label={t('reconciliation.name')} maxLength={60} />}
      </FormField>
      <FormField form={form} name="keptFrom">
        {(field) => <DateField {...field} label={t('reconciliation.keptFrom')} />}
      </FormField>
    </FormDialog>
  );
}
