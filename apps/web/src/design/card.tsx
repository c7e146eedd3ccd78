import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './card.module.css';
import { classes } from './classes.js';

interface Props {
  readonly title?: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** The content reaches the edges (tables). */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Card({ title, note, actions, flush = false, children }: Props): ReactElement {
  const id = useId();
  return (
    <section className={styles['card']} aria-labelledby={title === undefined ? undefined : id}>
      {(title !== undefined || actions !== undefined) && (
        <header className={styles['head']}>
          <h2 id={id} className={styles['title']}>
            {title}
            {note !== undefined && <span className={styles['note']}>{note}</span>}
          </h2>
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </header>
      )}
      <div className={classes(styles['body'], flush && styles['flush'])}>{children}</div>
    </section>
  );
}
