import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, type ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components';
import { RouterProvider } from 'react-router/dom';
import { useLiveUpdates } from '../api/events.js';
import { queryClient } from '../api/query-client.js';
import { resumeSession } from '../features/session/session.requests.js';
import { SignInPage } from '../features/session/sign-in-page.js';
import { useSessionState } from '../features/session/use-session.js';
import { useLanguage } from '../i18n/bilingual.js';
import { codeInPath } from '../features/verification/code.js';
import { VerifyPage } from '../features/verification/verify-page.js';
import { router } from './router.js';

const LOCALES = { ko: 'ko-KR', en: 'en-GB' } as const;

/** What whoever holds a report may open, with or without an account. */
const PUBLIC = /^\/verify(\/|$)/;

export function App(): ReactElement {
  const language = useLanguage();
  const state = useSessionState();
  const isPublic = PUBLIC.test(location.pathname);
  useEffect(() => {
    // Whoever only checks a paper is asked for nothing, not even a session.
    if (!isPublic) void resumeSession();
  }, [isPublic]);
  useLiveUpdates(state.kind === 'signed-in' && state.session.user.permissions.includes('fund.read'));
  return (
    <I18nProvider locale={LOCALES[language]}>
      <QueryClientProvider client={queryClient}>
        {isPublic && <VerifyPage code={codeInPath(location.pathname)} />}
        {!isPublic && state.kind === 'signed-out' && <SignInPage />}
        {!isPublic && (state.kind === 'signed-in' || state.kind === 'lost') && <RouterProvider router={router} />}
      </QueryClientProvider>
    </I18nProvider>
  );
}
