import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';
import { grantRole, refreshRoles, rescopeRole, ROLES, type Role, type RoleHolder, type RolePair, type ScopeChoice } from './grant.requests.js';
import { draftOf, NO_SCOPE, ScopeField, scopesOf, type ScopeDraft } from './scope-field.js';
import { conflictsWith, type Conflict } from './toxic.js';

interface Props {
  readonly holder: RoleHolder;
  readonly holders: readonly RoleHolder[];
  readonly pairs: readonly RolePair[];
  readonly choices: readonly ScopeChoice[];
  /** The role whose scope is to be changed; absent: a role is to be given. */
  readonly changing?: Role | undefined;
  readonly onDone: () => void;
}

/** Gives a role, or changes where it is held. What one person may not hold together is said before it is asked for. */
export function GrantForm({ holder, holders, pairs, choices, changing, onDone }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const free = ROLES.filter((role) => !holder.roles.some((held) => held.role === role));
  const [role, setRole] = useState<Role | ''>(changing ?? '');
  const [draft, setDraft] = useState<ScopeDraft>(changing === undefined ? NO_SCOPE : draftOf(holder.roles.find((held) => held.role === changing)?.scopes ?? []));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const intent = useIntent();
  const effective: ScopeDraft = role === 'ADMIN' ? { kind: 'EVERYWHERE', chosen: [] } : draft;
  const scopes = scopesOf(effective);
  const conflicts = role === '' || changing !== undefined ? [] : conflictsWith(role, holder, holders, pairs);
  const save = useWrite({
    mutationFn: (sent: Role) => {
      const body = { scopes, reason: reason.trim() };
      const header = intent.headersFor({ ...body, sent, changing });
      return changing === undefined ? grantRole(holder.id, { ...body, role: sent }, header) : rescopeRole(holder.id, sent, body, header);
    },
    onSubmitted: onDone,
    onSuccess: async () => {
      intent.done();
      await refreshRoles();
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (role !== '' && scopes.length > 0 && reason.trim() !== '' && conflicts.length === 0) save.mutate(role);
  };
  return (
    <form onSubmit={submit} noValidate aria-label={t(changing === undefined ? 'grants.give' : 'grants.rescope')}>
      <Stack>
        {changing === undefined && (
          <SelectField
            label={t('grants.role')}
            value={role}
            onChange={(value) => setRole(value as Role | '')}
            choices={free.map((value) => ({ value, label: term('role', value) }))}
            emptyLabel={t('grants.chooseRole')}
            error={tried && role === '' ? t('grants.missingRole') : undefined}
          />
        )}
        <Conflicts role={role} conflicts={conflicts} />
        {role === 'ADMIN' ? <p>{t('grants.adminEverywhere')}</p> : <ScopeField draft={draft} onChange={setDraft} choices={choices} error={tried && scopes.length === 0 ? t('grants.missingScope') : undefined} />}
        <TextField label={t('grants.reason')} hint={t('grants.reasonHint')} value={reason} onChange={setReason} maxLength={500} error={tried && reason.trim() === '' ? t('grants.missingReason') : undefined} />
        <ProblemCallout error={save.error} />
        <div>
          <Button type="submit" tone="primary" pending={save.isPending} disabled={conflicts.length > 0}>
            {t(changing === undefined ? 'grants.give' : 'grants.saveScope')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Conflicts({ role, conflicts }: { readonly role: Role | ''; readonly conflicts: readonly Conflict[] }): ReactElement | null {
  const { t } = useTranslation();
  const term = useTerm();
  if (role === '' || conflicts.length === 0) return null;
  return (
    <Callout tone="danger" title={t('grants.toxicTitle')} urgent>
      <ul>
        {conflicts.map((conflict) => (
          <li key={`${conflict.role} ${conflict.login}`}>{t('grants.toxicPair', { role: term('role', role), other: term('role', conflict.role), login: conflict.login })}</li>
        ))}
      </ul>
      <p>{t('grants.toxicFix')}</p>
    </Callout>
  );
}
