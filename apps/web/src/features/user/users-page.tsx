import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { RoleEditor } from '../grant/role-editor.js';
import { CreateUserDialog } from './create-user-dialog.js';
import { UserPanel } from './user-panel.js';
import { useUsers, type User } from './user.requests.js';
import { userState, UserStateTag } from './user-state.js';

type Open = { readonly kind: 'CREATE' } | { readonly kind: 'USER' | 'ROLES'; readonly id: string };

/** People with accounts; roles that check each other are never given to one person. */
export function UsersPage(): ReactElement {
  const { t } = useTranslation();
  const query = useUsers();
  const [open, setOpen] = useState<Open | null>(null);
  const manage = useCallback((id: string) => setOpen({ kind: 'USER', id }), []);
  const columns = useUserColumns(manage);
  const close = (): void => setOpen(null);
  const chosen = open?.kind === 'USER' ? query.data?.find(({ id }) => id === open.id) : undefined;
  return (
    <Page
      title={t('users.title')}
      lead={t('users.rolesHint')}
      actions={
        <Button tone="primary" icon="plus" onPress={() => setOpen({ kind: 'CREATE' })}>
          {t('users.create')}
        </Button>
      }
    >
      <Card flush>
        <Loaded query={query}>{(users) => <DataTable label={t('users.title')} columns={columns} rows={users} rowKey={({ id }) => id} rowTone={({ active }) => (active ? undefined : 'muted')} />}</Loaded>
      </Card>
      {open?.kind === 'CREATE' && <CreateUserDialog onClose={close} />}
      {chosen !== undefined && <UserPanel user={chosen} onRoles={() => setOpen({ kind: 'ROLES', id: chosen.id })} onClose={close} />}
      {open?.kind === 'ROLES' && <RoleEditor userId={open.id} onClose={close} />}
    </Page>
  );
}

function useUserColumns(onManage: (id: string) => void): readonly Column<User>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'login', header: t('users.login'), kind: 'text', value: ({ login }) => login },
      { id: 'name', header: t('users.name'), kind: 'text', value: ({ name }) => name },
      { id: 'roles', header: t('users.roles'), kind: 'text', value: ({ roles }) => roles.map((role) => term('role', role)).join(', '), text: 'wrap' },
      { id: 'active', header: t('users.active'), kind: 'text', value: (user) => t(`users.state.${userState(user)}`), cell: (user) => <UserStateTag user={user} /> },
      { id: 'secondFactor', header: t('users.secondFactor'), kind: 'text', value: ({ hasSecondFactor }) => t(hasSecondFactor ? 'users.hasSecondFactor' : 'users.noSecondFactor') },
      { id: 'validThrough', header: t('users.validThrough'), kind: 'date', value: ({ validThrough }) => validThrough },
      { id: 'networks', header: t('users.networks'), kind: 'text', value: ({ networks }) => (networks.length === 0 ? t('users.anywhere') : networks.join(', ')) },
      { id: 'createdAt', header: t('users.createdAt'), kind: 'date', value: ({ createdAt }) => formatInstant(createdAt) },
      {
        id: 'action',
        header: '',
        kind: 'text',
        value: () => null,
        cell: ({ id }) => (
          <Button small onPress={() => onManage(id)}>
            {t('users.manage')}
          </Button>
        ),
      },
    ],
    [t, term, onManage],
  );
}
