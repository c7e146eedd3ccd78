import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Button, LinkButton } from '../design/button.js';
import { Page } from '../design/page.js';
import { usePermissions, useSessionState } from '../features/session/use-session.js';
import { useTerm } from '../i18n/term.js';

export function NotFoundPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <Page title={t('shell.notFoundTitle')} lead={t('shell.notFound')} narrow>
      <p>
        <LinkButton to="/" tone="primary">
          {t('shell.goHome')}
        </LinkButton>
      </p>
    </Page>
  );
}

/** Shows its children to who may see them, and to others why not. */
export function Guard({ permission, children }: { readonly permission: string; readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const state = useSessionState();
  if (may(permission)) return <>{children}</>;
  const roles = state.kind === 'signed-in' || state.kind === 'lost' ? state.session.user.roles : [];
  return <Page title={t('shell.forbiddenTitle')} lead={t('shell.forbidden', { permission, roles: roles.map((role) => term('role', role)).join(', ') })} narrow children={null} />;
}

/** A page that could not be drawn; an unknown address arrives here too. */
export function CrashPage(): ReactElement {
  const { t } = useTranslation();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <Page title={t('shell.crashedTitle')} lead={t('shell.crashed')} narrow>
      <p>
        <Button tone="primary" onPress={() => location.reload()}>
          {t('shell.reload')}
        </Button>
      </p>
    </Page>
  );
}
