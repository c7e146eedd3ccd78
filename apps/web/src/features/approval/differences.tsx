import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import type { Tone } from '../../design/callout.js';
import type { Approval } from './approval.requests.js';
import { pathOf } from './input-view.js';
import styles from './approval-pane.module.css';
import { useInputText, usePointerName } from './use-input-text.js';

type Difference = Approval['differences'][number];

/** Canonical inputs spell an absent value out. */
const NOTHING = [null, 'null', '[]', '{}'];
const isNothing = (value: string | null): boolean => NOTHING.includes(value);

function kindOf({ before, after }: Difference): { word: 'added' | 'removed' | 'changed'; tone: Tone } {
  if (isNothing(before)) return { word: 'added', tone: 'success' };
  return isNothing(after) ? { word: 'removed', tone: 'danger' } : { word: 'changed', tone: 'warning' };
}

/** What changed since the version before, member by member: the part that a second reading has to look at. */
export function Differences({ approval }: { readonly approval: Approval }): ReactElement {
  const { t } = useTranslation();
  const nameOf = usePointerName();
  const textOf = useInputText(approval.labels);
  const told = approval.differences.filter(({ before, after }) => !(isNothing(before) && isNothing(after)));
  const shown = (path: string, value: string | null): string => {
    const names = pathOf(path);
    return isNothing(value) ? '–' : textOf(names.findLast((name, index) => index < names.length - 1 && !/^[0-9]+$/.test(name)) ?? '', names.at(-1) ?? '', value);
  };
  if (told.length === 0) return <p>{t('approval.differencesNone')}</p>;
  return (
    <PlainTable
      label={t('approval.differences', { version: approval.version - 1 })}
      rows={told}
      rowKey={({ path }) => path}
      columns={[
        { header: '', cell: (row) => <Tag tone={kindOf(row).tone}>{t(`approval.${kindOf(row).word}`)}</Tag> },
        { header: t('approval.what'), cell: ({ path }) => nameOf(path), wrap: true },
        { header: t('approval.before'), cell: ({ path, before }) => <del className={styles['old']}>{shown(path, before)}</del>, wrap: true },
        { header: t('approval.after'), cell: ({ path, after }) => <ins className={styles['new']}>{shown(path, after)}</ins>, wrap: true },
      ]}
    />
  );
}
