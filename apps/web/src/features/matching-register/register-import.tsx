import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Callout } from '../../design/callout.js';
import { RegisterDesk } from '../call-register/register-desk.js';
import { matchingRegisters, REGISTER_SHEETS, type PoolOpening } from './matching-register.requests.js';
import { MatchingRegisterPreview } from './register-preview.js';

/** A register of matching into a pool that is there or is opened with it. */
export function RegisterImport({ where }: { readonly where: { readonly callId: string } | PoolOpening }): ReactElement {
  const { t } = useTranslation();
  return (
    <RegisterDesk
      door={matchingRegisters}
      where={where}
      sheets={REGISTER_SHEETS}
      dropLabel={t('matchingRegister.drop')}
      form={{ path: '/api/matching-registers/form' }}
      amountOf={({ committedWon }) => committedWon}
      renderPreview={(props) => <MatchingRegisterPreview {...props} />}
      renderDone={(done) => (
        <Callout tone="success" title={t('matchingRegister.done', { count: done.fresh.projects, name: done.callName })}>
          <Link to={`/matching/${done.callId}/projects`}>{t('matchingRegister.look')}</Link>
        </Callout>
      )}
    />
  );
}
