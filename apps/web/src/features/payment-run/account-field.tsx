import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../../design/field-parts.js';
import { Loaded } from '../../design/loaded.js';
import { SelectField } from '../../design/select-field.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useBankAccounts } from '../bank-account/bank-account.requests.js';

/** A registered account that is still open. */
export function AccountField(field: Omit<FieldProps, 'label'>): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <Loaded query={useBankAccounts()}>
      {({ pages }) => {
        const open = pages.flat().filter(({ closedOn }) => closedOn === null);
        const choices = open.map(({ id, partyName, bankName, maskedNumber }) => ({ value: id, label: `${partyName} · ${say(bankName)} ${maskedNumber}` }));
        return <SelectField {...field} label={t('paymentRun.payingAccount')} emptyLabel={t('paymentRun.chooseAccount')} choices={choices} />;
      }}
    </Loaded>
  );
}
