import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { SidePanel } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { DecisionHistory } from './decision-history.js';
import { GrantForm } from './grant-form.js';
import { refreshRoles, revokeRole, useRoleHolders, useRolePairs, useScopeChoices, type Role, type RoleHolder, type RoleHolding, type RolePair, type ScopeChoice } from './grant.requests.js';
import { RankForm } from './rank-form.js';
import styles from './role-editor.module.css';
import { useScopeWords } from './scope-words.js';

/** What an account holds where, with all that can be done about it: one panel beside any list of people. */
export function RoleEditor({ userId, onClose }: { readonly userId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [holders, pairs, choices] = [useRoleHolders(), useRolePairs(), useScopeChoices()];
  const holder = holders.data?.find(({ id }) => id === userId);
  return (
    <SidePanel title={holder === undefined ? t('grants.editor') : t('grants.editorOf', { name: holder.name, login: holder.login })} open onClose={onClose}>
      <Loaded query={holders}>
        {(everybody) => <Loaded query={pairs}>{(rules) => <Loaded query={choices}>{(places) => (holder === undefined ? null : <Editing holder={holder} holders={everybody} pairs={rules} choices={places} />)}</Loaded>}</Loaded>}
      </Loaded>
    </SidePanel>
  );
}

interface EditingProps {
  readonly holder: RoleHolder;
  readonly holders: readonly RoleHolder[];
  readonly pairs: readonly RolePair[];
  readonly choices: readonly ScopeChoice[];
}

type Doing = { readonly kind: 'GIVE' } | { readonly kind: 'RESCOPE' | 'REVOKE'; readonly role: Role };

function Editing({ holder, holders, pairs, choices }: EditingProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = (): void => setDoing(null);
  const others = holders.filter(({ personId, id }) => personId === holder.personId && id !== holder.id);
  return (
    <Stack>
      {others.length > 0 && <p className={styles['note']}>{t('grants.samePerson', { logins: others.map(({ login }) => login).join(', ') })}</p>}
      <Card title={t('grants.held')} actions={may('role.grant') && holder.active && <Button small icon="plus" onPress={() => setDoing({ kind: 'GIVE' })}>{t('grants.give')}</Button>}>
        {holder.roles.length === 0 && <p className={styles['note']}>{t('grants.none')}</p>}
        <ul className={styles['list']}>
          {holder.roles.map((held) => (
            <Held key={held.role} held={held} choices={choices} onRescope={() => setDoing({ kind: 'RESCOPE', role: held.role })} onRevoke={() => setDoing({ kind: 'REVOKE', role: held.role })}>
              {doing?.kind === 'RESCOPE' && doing.role === held.role && <GrantForm holder={holder} holders={holders} pairs={pairs} choices={choices} changing={held.role} onDone={done} />}
            </Held>
          ))}
        </ul>
        {doing?.kind === 'GIVE' && <GrantForm holder={holder} holders={holders} pairs={pairs} choices={choices} onDone={done} />}
      </Card>
      <RankForm key={holder.rank} holder={holder} />
      <DecisionHistory userId={holder.id} choices={choices} />
      {doing?.kind === 'REVOKE' && (
        <ReasonDialog
          title={t('grants.revokeTitle', { name: holder.name, role: term('role', doing.role) })}
          label={t('grants.reason')}
          hint={t('grants.revokeHint')}
          missing={t('grants.missingReason')}
          action={t('grants.revoke')}
          tone="danger"
          run={async (reason) => {
            await revokeRole(holder.id, doing.role, { reason }, { 'Idempotency-Key': newKey() });
            await refreshRoles();
          }}
          onClose={done}
        />
      )}
    </Stack>
  );
}

interface HeldProps {
  readonly held: RoleHolding;
  readonly choices: readonly ScopeChoice[];
  readonly onRescope: () => void;
  readonly onRevoke: () => void;
  readonly children: ReactElement | false;
}

function Held({ held, choices, onRescope, onRevoke, children }: HeldProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const words = useScopeWords(choices);
  return (
    <li className={styles['held']}>
      <div className={styles['head']}>
        <strong>{term('role', held.role)}</strong>
        <span className={styles['scopes']}>
          {held.scopes.map((scope) => (
            <Tag key={scope} tone={scope === '*' ? 'warning' : 'information'}>
              {words(scope)}
            </Tag>
          ))}
        </span>
        <span className={styles['actions']}>
          {may('role.rescope') && held.role !== 'ADMIN' && (
            <Button small onPress={onRescope}>
              {t('grants.rescope')}
            </Button>
          )}
          {may('role.revoke') && (
            <Button small tone="danger" onPress={onRevoke}>
              {t('grants.revoke')}
            </Button>
          )}
        </span>
      </div>
      <p className={styles['note']}>{t('grants.grantedBy', { name: held.grantedBy, at: formatInstant(held.grantedAt) })}</p>
      {children}
    </li>
  );
}
