import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { ProviderLinkLine } from './provider-link-line.js';
import { goAndLink, useProviderLinks, useSignInMethods } from './provider.requests.js';
import { useSessionState } from './use-session.js';

/** One's own link to the identity provider; nothing where none is configured. */
export function ProviderLinksCard(): ReactElement | null {
  const { t } = useTranslation();
  const methods = useSignInMethods();
  const links = useProviderLinks();
  const state = useSessionState();
  const name = methods.data?.provider?.name;
  if (name === undefined || (state.kind !== 'signed-in' && state.kind !== 'lost')) return null;
  const me = state.session.user.id;
  return (
    <Card title={t('provider.title', { name })}>
      <Stack>
        <p>{t('provider.lead')}</p>
        <Loaded query={links}>
          {(all) => {
            const own = all.find(({ userId }) => userId === me);
            return own === undefined ? <NotLinked /> : <ProviderLinkLine link={own} />;
          }}
        </Loaded>
      </Stack>
    </Card>
  );
}

function NotLinked(): ReactElement {
  const { t } = useTranslation();
  const leave = useWrite({ mutationFn: goAndLink });
  return (
    <>
      <p>{t('provider.notLinked')}</p>
      <ProblemCallout error={leave.error} />
      <div>
        <Button pending={leave.isPending} onPress={() => leave.mutate()}>
          {t('provider.link')}
        </Button>
      </div>
    </>
  );
}
