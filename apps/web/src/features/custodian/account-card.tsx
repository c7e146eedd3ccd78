import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { todayInSeoul } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { AccountFields, useAccountReader } from '../bank-account/account-fields.js';
import type { TimePoint } from '../fund/time-point.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { registerAccount, useCustodianAccounts, type RegisterAccount } from './custodian.requests.js';
import styles from './custodian.module.css';

interface Props {
  readonly fundId: string;
  readonly point: TimePoint;
  readonly mayRegister: boolean;
}

/** Where partners pay in, and where they paid in before. */
export function AccountCard({ fundId, point, mayRegister }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const [registering, setRegistering] = useState(false);
  const accounts = useCustodianAccounts(fundId, point);
  const register = (
    <Button small icon="plus" onPress={() => setRegistering(true)}>
      {t('custodian.registerAccount')}
    </Button>
  );
  return (
    <Card title={t('custodian.account')} actions={mayRegister ? register : undefined}>
      <Loaded query={accounts}>
        {(found) =>
          found.length === 0 ? (
            <p className={styles['note']}>{t('custodian.accountNone')}</p>
          ) : (
            <Stack>
              {found.map(({ id, bank, accountNumber, holder, effectiveFrom }, index) => (
                <div key={id}>
                  <p className={styles[index === 0 ? 'account' : 'note']}>
                    {say(bank)} {accountNumber}
                  </p>
                  <p className={styles['note']}>
                    {holder} · {t('custodian.accountFrom', { on: effectiveFrom })}
                  </p>
                </div>
              ))}
            </Stack>
          )
        }
      </Loaded>
      {registering && <RegisterDialog fundId={fundId} onClose={() => setRegistering(false)} />}
    </Card>
  );
}

function RegisterDialog({ fundId, onClose }: { readonly fundId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { bankCode: '', accountNumber: '', holder: '', effectiveFrom: todayInSeoul() } });
  const readAccount = useAccountReader();
  const deed = useFundWrite({
    fundId,
    form,
    read: () => {
      const { account, found } = readAccount(form.getValues());
      return { body: account, found };
    },
    send: (body: RegisterAccount, header) => registerAccount(fundId, body, header),
    onClose,
  });
  return (
    <FormDialog title={t('custodian.registerAccount')} action={t('custodian.registerAccount')} {...deed} onClose={onClose}>
      <p className={styles['note']}>{t('custodian.registerLead')}</p>
      <AccountFields form={form} />
    </FormDialog>
  );
}
