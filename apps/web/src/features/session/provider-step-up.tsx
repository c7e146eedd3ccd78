import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { goAndStepUp, useProviderLinks, useSignInMethods } from './provider.requests.js';
import { useSessionState } from './use-session.js';

/** Proving at the institution's provider who one is, for those who are linked to it: the way of whoever has no password here. */
export function ProviderStepUp(): ReactElement | null {
  const { t } = useTranslation();
  const methods = useSignInMethods();
  const links = useProviderLinks();
  const state = useSessionState();
  const leave = useWrite({ mutationFn: goAndStepUp });
  const name = methods.data?.provider?.name;
  const linked = state.kind === 'signed-in' && links.data?.some(({ userId }) => userId === state.session.user.id) === true;
  if (name === undefined || !linked) return null;
  return (
    <Stack>
      <p>{t('provider.stepUp')}</p>
      <ProblemCallout error={leave.error} />
      <div>
        <Button pending={leave.isPending} onPress={() => leave.mutate()}>
          {t('provider.confirm', { name })}
        </Button>
      </div>
    </Stack>
  );
}
