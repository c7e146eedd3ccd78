import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { SignInForm } from './sign-in-form.js';
import { signOut } from './session.requests.js';
import { useSessionState } from './use-session.js';

/** The session ended under an open page: sign in here, and what was under way goes on. */
export function SessionLostDialog(): ReactElement {
  const { t } = useTranslation();
  const state = useSessionState();
  return (
    <Dialog title={t('session.lostTitle')} open={state.kind === 'lost'}>
      <p>{t('session.lost')}</p>
      {state.kind === 'lost' && <SignInForm fixedLogin={state.session.user.login} />}
      <Button tone="quiet" onPress={() => void signOut()}>
        {t('session.leave')}
      </Button>
    </Dialog>
  );
}
