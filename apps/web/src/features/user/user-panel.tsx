import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { SidePanel } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { Stack } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { PersonLink } from '../session/person-link.js';
import { InviteDialog } from './invite-dialog.js';
import { RestrictDialog } from './restrict-dialog.js';
import { deactivateUser, disconnectUser, refreshUsers, type User } from './user.requests.js';
import { UserStateTag } from './user-state.js';
import styles from './users-page.module.css';

interface Props {
  readonly user: User;
  readonly onRoles: () => void;
  readonly onClose: () => void;
}

type Doing = 'INVITE' | 'RESTRICT' | 'DISCONNECT' | 'DEACTIVATE';

/** One person's account, with all that an administrator can do about it. */
export function UserPanel({ user, onRoles, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = (): void => setDoing(null);
  return (
    <SidePanel title={t('users.panel', { name: user.name, login: user.login })} open onClose={onClose}>
      <Stack>
        <Facts
          facts={[
            { label: t('users.active'), value: <UserStateTag user={user} /> },
            { label: t('users.roles'), value: user.roles.map((role) => term('role', role)).join(', ') },
            { label: t('users.secondFactor'), value: t(user.hasSecondFactor ? 'users.hasSecondFactor' : 'users.noSecondFactor') },
            { label: t('users.validThrough'), value: user.validThrough ?? t('users.anywhere') },
            { label: t('users.networks'), value: user.networks.length === 0 ? t('users.anywhere') : user.networks.join(', ') },
            { label: t('users.createdAt'), value: formatInstant(user.createdAt) },
          ]}
        />
        {user.active && (
          <div className={styles['actions']}>
            <Button tone="primary" onPress={() => setDoing('INVITE')}>
              {t(user.hasPassword ? 'users.inviteAgain' : 'users.invite')}
            </Button>
            <Button onPress={onRoles}>{t('users.editRoles')}</Button>
            <Button onPress={() => setDoing('RESTRICT')}>{t('users.restrict')}</Button>
            <Button onPress={() => setDoing('DISCONNECT')}>{t('users.disconnect')}</Button>
            <Button tone="danger" onPress={() => setDoing('DEACTIVATE')}>
              {t('users.deactivate')}
            </Button>
          </div>
        )}
        {user.active && <PersonLink person={user} />}
      </Stack>
      {doing === 'INVITE' && <InviteDialog user={user} onClose={done} />}
      {doing === 'RESTRICT' && <RestrictDialog user={user} onClose={done} />}
      {doing === 'DISCONNECT' && (
        <ReasonDialog title={t('users.disconnectTitle', { name: user.name })} label={t('users.disconnectReason')} missing={t('users.missing')} action={t('users.disconnect')} tone="danger" run={(reason) => disconnectUser(user.id, reason)} onClose={done}>
          <p>{t('users.disconnectExplain')}</p>
        </ReasonDialog>
      )}
      {doing === 'DEACTIVATE' && (
        <ReasonDialog
          title={t('users.deactivateTitle', { name: user.name })}
          label={t('users.deactivateReason')}
          missing={t('users.missing')}
          action={t('users.deactivate')}
          tone="danger"
          run={async (reason) => {
            await deactivateUser(user.id, reason);
            await refreshUsers();
          }}
          onClose={done}
        />
      )}
    </SidePanel>
  );
}
