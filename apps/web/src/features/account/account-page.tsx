import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import styles from './account-page.module.css';
import { useFactors } from './account.requests.js';
import { PasskeysCard } from './passkeys-card.js';
import { PasswordCard } from './password-card.js';
import { RecoveryCard } from './recovery-card.js';
import { RecoveryCodesDialog } from './recovery-codes-dialog.js';
import { SessionsCard } from './sessions-card.js';
import { TotpCard } from './totp-card.js';

/** How somebody signs in and where they are signed in: all that they can look after themselves. */
export function AccountPage(): ReactElement {
  const { t } = useTranslation();
  const factors = useFactors();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Page title={t('security.title')} lead={t('security.lead')}>
      <Loaded query={factors}>
        {(own) => (
          <div className={styles['cards']}>
            <PasswordCard factors={own} />
            <TotpCard factors={own} onCodes={setCodes} />
            <RecoveryCard factors={own} onCodes={setCodes} />
            <div className={styles['whole']}>
              <PasskeysCard factors={own} onCodes={setCodes} />
            </div>
          </div>
        )}
      </Loaded>
      <SessionsCard />
      {codes !== null && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} />}
    </Page>
  );
}
