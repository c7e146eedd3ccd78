import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.js';
import { Button } from '../../design/button.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { formatInstant } from '../../format/date.js';
import { unlinkProvider, type ProviderLink } from './provider.requests.js';

/** A standing link, since when and by whom, and the way to end it. */
export function ProviderLinkLine({ link }: { readonly link: ProviderLink }): ReactElement {
  const { t } = useTranslation();
  const [ending, setEnding] = useState(false);
  const end = async (reason: string): Promise<void> => {
    await unlinkProvider(link.id, reason);
    await queryClient.invalidateQueries({ queryKey: ['provider-links'] });
  };
  return (
    <>
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
          run={end}
          onClose={() => setEnding(false)}
        />
      )}
    </>
  );
}
