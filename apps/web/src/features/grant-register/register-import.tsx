import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Callout } from '../../design/callout.js';
import { RegisterDesk } from '../call-register/register-desk.js';
import { grantRegisters, REGISTER_SHEETS, type CallOpening } from './grant-register.requests.js';
import { GrantRegisterPreview } from './register-preview.js';

/** A register of grants into a call that is there or is opened with it. */
export function RegisterImport({ where }: { readonly where: { readonly callId: string } | CallOpening }): ReactElement {
  const { t } = useTranslation();
  return (
    <RegisterDesk
      door={grantRegisters}
      where={where}
      sheets={REGISTER_SHEETS}
      dropLabel={t('grantRegister.drop')}
      form={{ path: '/api/grant-registers/form' }}
      amountOf={({ agreedWon }) => agreedWon}
      renderPreview={(props) => <GrantRegisterPreview {...props} />}
      renderDone={(done) => (
        <Callout tone="success" title={t('grantRegister.done', { count: done.fresh.agreements, expenses: done.fresh.expenses, name: done.callName })}>
          <Link to={`/grants/${done.callId}/expenses`}>{t('grantRegister.look')}</Link>
        </Callout>
      )}
    />
  );
}
