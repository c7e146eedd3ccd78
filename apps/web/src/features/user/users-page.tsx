import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { CreateUserDialog } from './create-user-dialog.js';
import { deactivateUser, useUsers, type User } from './user.requests.js';

/** People with accounts; roles that check each other are never given to one person. */
export function UsersPage(): ReactElement {
  const { t } = useTranslation();
  const query = useUsers();
  const [creating, setCreating] = useState(false);
  const [closing, setClosing] = useState<User | null>(null);
  const columns = useUserColumns(setClosing);
  return (
    <Page
      title={t('users.title')}
      lead={t('users.rolesHint')}
      actions={
        <Button tone="primary" icon="plus" onPress={() => setCreating(true)}>
          {t('users.create')}
        </Button>
      }
    >
      <Card flush>
        <Loaded query={query}>{(users) => <DataTable label={t('users.title')} columns={columns} rows={users} rowKey={({ id }) => id} rowTone={({ active }) => (active ? undefined : 'muted')} />}</Loaded>
      </Card>
      {creating && <CreateUserDialog onClose={() => setCreating(false)} />}
      {closing !== null && (
        <ReasonDialog
          title={t('users.deactivateTitle', { name: closing.name })}
          label={t('users.deactivateReason')}
          missing={t('users.missing')}
          action={t('users.deactivate')}
          tone="danger"
          run={async (reason) => {
            await deactivateUser(closing.id, reason);
            await queryClient.invalidateQueries({ queryKey: ['users'] });
          }}
          onClose={() => setClosing(null)}
        />
      )}
    </Page>
  );
}

function useUserColumns(onClose: (user: User) => void): readonly Column<User>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'login', header: t('users.login'), kind: 'text', value: ({ login }) => login },
      { id: 'name', header: t('users.name'), kind: 'text', value: ({ name }) => name },
      { id: 'roles', header: t('users.roles'), kind: 'text', value: ({ roles }) => roles.map((role) => term('role', role)).join(', '), text: 'wrap' },
      {
        id: 'active',
        header: t('users.active'),
        kind: 'text',
        value: ({ active }) => t(active ? 'users.isActive' : 'users.isInactive'),
        cell: ({ active }) => (
          <Tag tone={active ? 'success' : 'neutral'} icon={active ? 'check' : 'block'}>
            {t(active ? 'users.isActive' : 'users.isInactive')}
          </Tag>
        ),
      },
      { id: 'validThrough', header: t('users.validThrough'), kind: 'date', value: ({ validThrough }) => validThrough },
      { id: 'networks', header: t('users.networks'), kind: 'text', value: ({ networks }) => (networks.length === 0 ? t('users.anywhere') : networks.join(', ')) },
      { id: 'createdAt', header: t('users.createdAt'), kind: 'date', value: ({ createdAt }) => formatInstant(createdAt) },
      {
        id: 'action',
        header: '',
        kind: 'text',
        value: () => null,
        cell: (user) =>
          user.active ? (
            <Button small tone="danger" onPress={() => onClose(user)}>
              {t('users.deactivate')}
            </Button>
          ) : null,
      },
    ],
    [t, term, onClose],
  );
}
