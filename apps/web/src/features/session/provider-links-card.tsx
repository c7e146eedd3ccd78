import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { formatInstant } from '../../format/date.js';
import { ProviderOutcome } from './provider-outcome.js';
import { goAndLink, unlinkProvider, useProviderLinks, useSignInMethods, type ProviderLink } from './provider.requests.js';
import { useSessionState } from './use-session.js';

/** One's own link to the identity provider; nothing where none is configured. */
export function ProviderLinksCard(): ReactElement | null {
  const { t } = useTranslation();
  const methods = useSignInMethods();
  const links = useProviderLinks();
  const state = useSessionState();
  const name = methods.data?.provider?.name;
  if (name === undefined || state.kind === 'signed-out') return null;
  const me = state.kind === 'signed-in' || state.kind === 'lost' ? state.session.user.id : null;
  return (
    <Card title={t('provider.title', { name })}>
      <Stack>
        <p>{t('provider.lead')}</p>
        <ProviderOutcome />
        <Loaded query={links}>{(all) => <OwnLink link={all.find(({ userId }) => userId === me) ?? null} />}</Loaded>
      </Stack>
    </Card>
  );
}

function OwnLink({ link }: { readonly link: ProviderLink | null }): ReactElement {
  const { t } = useTranslation();
  const [ending, setEnding] = useState(false);
  const leave = useWrite({ mutationFn: goAndLink });
  if (link === null) {
    return (
      <Stack>
        <p>{t('provider.notLinked')}</p>
        <ProblemCallout error={leave.error} />
        <div>
          <Button pending={leave.isPending} onPress={() => leave.mutate()}>
            {t('provider.link')}
          </Button>
        </div>
      </Stack>
    );
  }
  return (
    <Stack>
      <p>
        {t(link.linkedByOneself ? 'provider.linkedAt' : 'provider.linkedByAdmin', { date: formatInstant(link.linkedAt) })} <code>{link.subject}</code>
      </p>
      <div>
        <Button tone="danger" onPress={() => setEnding(true)}>
          {t('provider.unlink')}
        </Button>
      </div>
      {ending && (
        <ReasonDialog
          title={t('provider.unlinkTitle')}
          label={t('provider.unlinkReason')}
          missing={t('provider.unlinkMissing')}
          action={t('provider.unlink')}
          tone="danger"
          run={async (reason) => {
            await unlinkProvider(link.id, reason);
            await queryClient.invalidateQueries({ queryKey: ['provider-links'] });
          }}
          onClose={() => setEnding(false)}
        />
      )}
    </Stack>
  );
}
