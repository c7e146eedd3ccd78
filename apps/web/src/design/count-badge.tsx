import type { ReactElement } from 'react';
import styles from './count-badge.module.css';

/** How many wait, beside the word that leads there; nothing where none do. The label says in words what is counted. */
export function CountBadge({ count, label }: { readonly count: number; readonly label: string }): ReactElement | null {
  if (count === 0) return null;
  return (
    <span className={styles['count']} title={label}>
      {count}
      <span className="hidden-text"> {label}</span>
    </span>
  );
}
