import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChecksField } from '../../design/checks-field.js';
import { ChoiceField } from '../../design/select-field.js';
import { EVERYWHERE, type ScopeChoice } from './grant.requests.js';

const KINDS = ['EVERYWHERE', 'PROGRAMME', 'FUND'] as const;
export type ScopeKind = (typeof KINDS)[number];

/** Where a role is to be held, as it is being chosen: everywhere, or some programmes, or some funds. */
export interface ScopeDraft {
  readonly kind: ScopeKind;
  readonly chosen: readonly string[];
}

export const NO_SCOPE: ScopeDraft = { kind: 'FUND', chosen: [] };

/** What is sent for a draft; nothing chosen yet: nothing. */
export function scopesOf({ kind, chosen }: ScopeDraft): string[] {
  return kind === 'EVERYWHERE' ? [EVERYWHERE] : [...chosen];
}

/** The draft that stands for what is held; programmes and funds together are shown as the kind that comes first. */
export function draftOf(scopes: readonly string[]): ScopeDraft {
  if (scopes.includes(EVERYWHERE)) return { kind: 'EVERYWHERE', chosen: [] };
  return { kind: scopes.some((scope) => scope.startsWith('programme/')) ? 'PROGRAMME' : 'FUND', chosen: scopes };
}

interface Props {
  readonly draft: ScopeDraft;
  readonly onChange: (draft: ScopeDraft) => void;
  readonly choices: readonly ScopeChoice[];
  readonly error?: string | undefined;
}

export function ScopeField({ draft, onChange, choices, error }: Props): ReactElement {
  const { t } = useTranslation();
  const listed = choices.filter(({ kind }) => kind === draft.kind).map(({ scope, code, name }) => ({ value: scope, label: `${code} ${name}` }));
  // What is held of the other kind stays unless it is taken away there.
  const elsewhere = draft.chosen.filter((scope) => !listed.some(({ value }) => value === scope));
  return (
    <>
      <ChoiceField
        label={t('grants.where')}
        value={draft.kind}
        onChange={(kind) => onChange({ kind: kind as ScopeKind, chosen: draft.chosen })}
        choices={KINDS.map((value) => ({ value, label: t(`grants.kinds.${value}`) }))}
      />
      {draft.kind === 'EVERYWHERE' ? (
        <p>{t('grants.everywhereHint')}</p>
      ) : (
        <ChecksField
          label={t(`grants.choose.${draft.kind}`)}
          hint={t(`grants.hint.${draft.kind}`)}
          choices={listed}
          value={draft.chosen.filter((scope) => !elsewhere.includes(scope))}
          onChange={(chosen) => onChange({ ...draft, chosen: [...elsewhere, ...chosen] })}
          error={error}
        />
      )}
    </>
  );
}
