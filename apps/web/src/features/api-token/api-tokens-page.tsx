import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { usePermissionName } from '../approval/permission-name.js';
import { usePermissions } from '../session/use-session.js';
import { revokeApiToken, useApiTokens, type ApiToken } from './api-token.requests.js';
import { CreateTokenDialog } from './create-token-dialog.js';
import { TokenShownDialog } from './token-shown-dialog.js';

/** One's own tokens; whoever gives out accounts sees everybody's and can revoke them. */
export function ApiTokensPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useApiTokens();
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<ApiToken | null>(null);
  const columns = useTokenColumns(may('user.manage'), setRevoking);
  return (
    <Page
      title={t('apiTokens.title')}
      lead={t('apiTokens.lead')}
      actions={
        may('api-token.create') && (
          <Button tone="primary" icon="plus" onPress={() => setCreating(true)}>
            {t('apiTokens.create')}
          </Button>
        )
      }
    >
      <Card flush>
        <Loaded query={query}>
          {(tokens) => <DataTable label={t('apiTokens.title')} columns={columns} rows={tokens} rowKey={({ id }) => id} rowTone={({ state }) => (state === 'LIVE' ? undefined : 'muted')} empty={t('apiTokens.none')} />}
        </Loaded>
      </Card>
      {creating && (
        <CreateTokenDialog
          onCreated={(created) => {
            setCreating(false);
            setSecret(created.secret);
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {secret !== null && <TokenShownDialog secret={secret} onClose={() => setSecret(null)} />}
      {revoking !== null && <RevokeDialog token={revoking} onClose={() => setRevoking(null)} />}
    </Page>
  );
}

function RevokeDialog({ token, onClose }: { readonly token: ApiToken; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const revoke = useWrite({
    mutationFn: () => revokeApiToken(token.id),
    onSubmitted: onClose,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['api-tokens'] });
      onClose();
    },
  });
  return (
    <Dialog title={t('apiTokens.revokeTitle', { name: token.name })} open onClose={onClose}>
      <p>{t('apiTokens.revokeExplain')}</p>
      <ProblemCallout error={revoke.error} />
      <DialogActions>
        <Button tone="quiet" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button tone="danger" pending={revoke.isPending} onPress={() => revoke.mutate(undefined)}>
          {t('apiTokens.revoke')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useTokenColumns(ofEverybody: boolean, onRevoke: (token: ApiToken) => void): readonly Column<ApiToken>[] {
  const { t } = useTranslation();
  const words = usePermissionName();
  return useMemo(
    () => [
      { id: 'name', header: t('apiTokens.name'), kind: 'text', value: ({ name }) => name, text: 'wrap' },
      ...(ofEverybody ? [{ id: 'login', header: t('apiTokens.owner'), kind: 'text', value: ({ ownerName, login }) => `${ownerName} (${login})` } as const satisfies Column<ApiToken>] : []),
      {
        id: 'state',
        header: t('apiTokens.state'),
        kind: 'text',
        value: ({ state }) => t(`apiTokens.states.${state}`),
        cell: ({ state }) => (
          <Tag tone={state === 'LIVE' ? 'success' : 'neutral'} icon={state === 'LIVE' ? 'check' : 'block'}>
            {t(`apiTokens.states.${state}`)}
          </Tag>
        ),
      },
      { id: 'permissions', header: t('apiTokens.permissionsLabel'), kind: 'text', value: ({ permissions }) => permissions.map(words).join(', '), text: 'long' },
      { id: 'lastUsedAt', header: t('apiTokens.lastUsed'), kind: 'text', value: (token) => lastUse(token) ?? t('apiTokens.neverUsed') },
      { id: 'expiresAt', header: t('apiTokens.expiresAt'), kind: 'date', value: ({ expiresAt }) => formatInstant(expiresAt) },
      { id: 'createdAt', header: t('apiTokens.createdAt'), kind: 'date', value: ({ createdAt }) => formatInstant(createdAt) },
      {
        id: 'action',
        header: '',
        kind: 'text',
        value: () => null,
        cell: (token) =>
          token.state === 'LIVE' || token.state === 'UNSEEN' ? (
            <Button small tone="danger" onPress={() => onRevoke(token)}>
              {t('apiTokens.revoke')}
            </Button>
          ) : null,
      },
    ],
    [t, words, ofEverybody, onRevoke],
  );
}

function lastUse({ lastUsedAt, lastAddress }: ApiToken): string | null {
  return lastUsedAt === null ? null : [formatInstant(lastUsedAt), lastAddress].filter((part) => part !== null).join(' · ');
}
