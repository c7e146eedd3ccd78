import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { Stack } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { unmaskBankAccount, type BankAccount, type UnmaskedBankAccount } from './bank-account.requests.js';

/** Asks why, then shows the whole number until the dialog is closed; it is kept nowhere. */
export function UnmaskDialog({ account, onClose }: { readonly account: BankAccount; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const [shown, setShown] = useState<UnmaskedBankAccount | null>(null);
  const isShown = useRef(false);
  const show = async (reason: string): Promise<void> => {
    setShown(await unmaskBankAccount(account.id, reason));
    isShown.current = true;
  };
  if (shown === null) {
    return (
      <ReasonDialog
        title={t('bankAccounts.unmaskTitle', { party: account.partyName, bank: say(account.bankName), number: account.maskedNumber })}
        label={t('bankAccounts.unmaskReason')}
        hint={t('bankAccounts.unmaskHint')}
        missing={t('bankAccounts.missing')}
        action={t('bankAccounts.unmask')}
        run={show}
        // The reason is followed by the number: only without one does everything close.
        onClose={() => {
          if (!isShown.current) onClose();
        }}
      />
    );
  }
  return (
    <Dialog title={t('bankAccounts.unmaskedTitle')} open onClose={onClose}>
      <Stack>
        <Facts
          facts={[
            { label: t('bankAccounts.party'), value: account.partyName },
            { label: t('bankAccounts.bank'), value: `${shown.bankCode} ${say(account.bankName)}` },
            { label: t('bankAccounts.number'), value: <strong>{shown.accountNumber}</strong> },
            { label: t('bankAccounts.holder'), value: <strong>{shown.holder}</strong> },
          ]}
        />
        <Callout tone="information">{t('bankAccounts.unmaskedNote')}</Callout>
        <DialogActions>
          <Button tone="primary" onPress={onClose}>
            {t('bankAccounts.done')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
