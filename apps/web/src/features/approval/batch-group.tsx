import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import styles from './batch-dialog.module.css';
import type { Approval } from './approval.requests.js';
import type { BatchGroup } from './batch.js';
import { useCommandName } from './command-kinds.js';
import { leavesOf, pathOf } from './input-view.js';
import { useInputText, usePointerName } from './use-input-text.js';

/** Requests of one kind: what all of them say once and grey, what differs in columns and bold. */
export function BatchGroupTable({ group }: { readonly group: BatchGroup<Approval> }): ReactElement {
  const { t } = useTranslation();
  const commandName = useCommandName();
  const pointerName = usePointerName();
  const valueAt = useValueAt();
  const told = [...group.common].filter(([, value]) => value !== null);
  const first = group.items[0];
  return (
    <section className={styles['group']}>
      <h3>
        {commandName(group.command)} <span className={styles['count']}>{t('table.rows', { count: group.items.length })}</span>
      </h3>
      {first !== undefined && told.length > 0 && (
        <p className={styles['common']}>
          {t(group.items.length === 1 ? 'approval.facts' : 'approval.batchCommon')}: {told.map(([pointer]) => `${pointerName(pointer)} ${valueAt(first, pointer)}`).join(' · ')}
        </p>
      )}
      <PlainTable
        label={commandName(group.command)}
        rows={group.items}
        rowKey={({ id }) => id}
        tone={({ verdictsWarn }) => (verdictsWarn > 0 ? 'warning' : undefined)}
        columns={[
          { header: t('approval.number'), cell: ({ number }) => number },
          { header: t('approval.maker'), cell: ({ makerName }) => makerName },
          ...group.differing.map((pointer) => ({
            header: pointerName(pointer),
            align: pointer.endsWith('Won') ? ('right' as const) : ('left' as const),
            wrap: true,
            cell: (approval: Approval) => <strong>{valueAt(approval, pointer)}</strong>,
          })),
          { header: t('approval.warnings'), cell: ({ verdictsWarn }) => (verdictsWarn > 0 ? <Tag tone="warning">{t('approval.warningCount', { count: verdictsWarn })}</Tag> : '–') },
        ]}
      />
    </section>
  );
}

/** Every request brings labels of its own: they are looked at first. */
const NO_LABELS: Approval['labels'] = [];

/** The value of a request at a JSON pointer, in words. */
function useValueAt(): (approval: Approval, pointer: string) => string {
  const textOf = useInputText(NO_LABELS);
  return (approval, pointer) => {
    const names = pathOf(pointer);
    const value = leavesOf(approval.input).get(pointer);
    return approval.labels.find(({ id }) => id === value)?.label ?? textOf(names.at(-2) ?? '', names.at(-1) ?? '', value);
  };
}
