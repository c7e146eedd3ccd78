import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../../api/client.js';
import { Button } from '../../design/button.js';
import { Stack } from '../../design/page.js';
import type { SignInMethods } from './provider.requests.js';
import { ProviderOutcome } from './provider-outcome.js';

/** Signing in through the institution's own provider, where one is configured, and what came of the last try. */
export function ProviderButton(): ReactElement {
  const { t } = useTranslation();
  const provider = useProvider();
  return (
    <Stack>
      <ProviderOutcome />
      {provider !== null && (
        <Button icon="user" onPress={() => location.assign(provider.href)}>
          {t('provider.signIn', { name: provider.name })}
        </Button>
      )}
    </Stack>
  );
}

/** Asked without the cache of the pages behind the sign-in; whoever cannot be told signs in by password. */
function useProvider(): SignInMethods['provider'] {
  const [provider, setProvider] = useState<SignInMethods['provider']>(null);
  useEffect(() => {
    let gone = false;
    void dataOf(api.GET('/api/sign-in-methods'))
      .then((methods) => gone || setProvider(methods.provider))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, []);
  return provider;
}
