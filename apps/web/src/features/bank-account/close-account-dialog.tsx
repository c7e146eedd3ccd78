import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { DateField } from '../../design/date-field.js';
import { Stack } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { closeBankAccount, refreshBankAccounts, type BankAccount } from './bank-account.requests.js';

/** Ends the use of an account; the row stays with its last day. */
export function CloseAccountDialog({ account, onClose }: { readonly account: BankAccount; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const intent = useIntent();
  const [closedOn, setClosedOn] = useState(todayInSeoul());
  const day = parseDateInput(closedOn);
  const close = async (reason: string): Promise<void> => {
    // A date that cannot be read goes to the server as it is, which says at which field.
    const body = { closedOn: day ?? closedOn, reason };
    await closeBankAccount(account.id, body, intent.headersFor(body));
    await refreshBankAccounts();
  };
  return (
    <ReasonDialog
      title={t('bankAccounts.closeTitle', { party: account.partyName, bank: say(account.bankName), number: account.maskedNumber })}
      label={t('bankAccounts.closeReason')}
      missing={t('bankAccounts.missing')}
      action={t('bankAccounts.close')}
      tone="danger"
      run={close}
      onClose={onClose}
    >
      <Stack>
        <DateField label={t('bankAccounts.closedOn')} value={closedOn} onChange={setClosedOn} error={day === null ? t('bankAccounts.missingDate') : undefined} />
      </Stack>
    </ReasonDialog>
  );
}
