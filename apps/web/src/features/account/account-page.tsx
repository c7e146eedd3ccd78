import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/button.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { ProviderLinksCard } from '../session/provider-links-card.js';
import { usePermissions } from '../session/use-session.js';
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
  const may = usePermissions();
  const factors = useFactors();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Page title={t('security.title')} lead={t('security.lead')} actions={may('api-token.read') && <LinkButton to="/api-tokens">{t('apiTokens.title')}</LinkButton>}>
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
      <ProviderLinksCard />
      <SessionsCard />
      {codes !== null && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} />}
    </Page>
  );
}
