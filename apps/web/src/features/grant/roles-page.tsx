import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Toggle } from '../../design/toggle.js';
import { useTerm } from '../../i18n/term.js';
import { ROLES, useRoleHolders, useScopeChoices, type RoleHolder, type ScopeChoice } from './grant.requests.js';
import { RoleEditor } from './role-editor.js';
import styles from './roles-page.module.css';
import { useScopeWords } from './scope-words.js';

/** Who holds what where, on one sheet that can be printed and signed. */
export function RolesPage(): ReactElement {
  const { t } = useTranslation();
  const [holders, choices] = [useRoleHolders(), useScopeChoices()];
  const [opened, setOpened] = useState<string | null>(null);
  const [withClosed, setWithClosed] = useState(false);
  return (
    <Page
      title={t('grants.title')}
      lead={t('grants.lead')}
      actions={
        <>
          <Toggle selected={withClosed} onChange={setWithClosed}>
            {t('grants.withClosed')}
          </Toggle>
          <Button icon="file" onPress={() => window.print()}>
            {t('grants.print')}
          </Button>
        </>
      }
    >
      <Card flush>
        <Loaded query={holders}>
          {(everybody) => <Loaded query={choices}>{(places) => <Matrix holders={everybody.filter(({ active }) => active || withClosed)} choices={places} onOpen={setOpened} />}</Loaded>}
        </Loaded>
      </Card>
      {opened !== null && <RoleEditor userId={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}

interface MatrixProps {
  readonly holders: readonly RoleHolder[];
  readonly choices: readonly ScopeChoice[];
  readonly onOpen: (userId: string) => void;
}

function Matrix({ holders, choices, onOpen }: MatrixProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('grants.title')}>
      <table className={styles['matrix']} aria-label={t('grants.title')}>
        <thead>
          <tr>
            <th scope="col">{t('grants.person')}</th>
            <th scope="col">{t('grants.rank')}</th>
            {ROLES.map((role) => (
              <th scope="col" key={role}>
                {term('role', role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {holders.map((holder) => (
            <tr key={holder.id} className={holder.active ? undefined : styles['closed']}>
              <th scope="row">
                <button type="button" className={styles['open']} onClick={() => onOpen(holder.id)}>
                  {holder.name}
                </button>
                <span className={styles['login']}>{holder.active ? holder.login : t('grants.closedLogin', { login: holder.login })}</span>
              </th>
              <td>{term('rank', holder.rank)}</td>
              {ROLES.map((role) => (
                <Cell key={role} holder={holder} role={role} choices={choices} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ holder, role, choices }: { readonly holder: RoleHolder; readonly role: (typeof ROLES)[number]; readonly choices: readonly ScopeChoice[] }): ReactElement {
  const words = useScopeWords(choices);
  const held = holder.roles.find((each) => each.role === role);
  if (held === undefined) return <td className={styles['empty']}>–</td>;
  return (
    <td className={styles['held']}>
      {held.scopes.map((scope) => (
        <span key={scope} className={styles['scope']}>
          {words(scope)}
        </span>
      ))}
    </td>
  );
}
