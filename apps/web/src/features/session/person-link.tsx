import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { LinkPersonDialog } from './link-person-dialog.js';
import { ProviderLinkLine } from './provider-link-line.js';
import { useProviderLinks, useSignInMethods } from './provider.requests.js';

interface Props {
  readonly person: { readonly id: string; readonly name: string };
}

/** Somebody's link to the identity provider, as the administrator sees and changes it; nothing where none is configured. */
export function PersonLink({ person }: Props): ReactElement | null {
  const { t } = useTranslation();
  const methods = useSignInMethods();
  const links = useProviderLinks();
  const [linking, setLinking] = useState(false);
  const name = methods.data?.provider?.name;
  if (name === undefined) return null;
  return (
    <Stack>
      <h3>{t('provider.title', { name })}</h3>
      <Loaded query={links}>
        {(all) => {
          const link = all.find(({ userId }) => userId === person.id);
          if (link !== undefined) return <ProviderLinkLine link={link} />;
          return (
            <>
              <p>{t('provider.notLinked')}</p>
              <div>
                <Button onPress={() => setLinking(true)}>{t('provider.link')}</Button>
              </div>
            </>
          );
        }}
      </Loaded>
      {linking && <LinkPersonDialog person={person} onClose={() => setLinking(false)} />}
    </Stack>
  );
}
