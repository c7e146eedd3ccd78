import type { ReactElement, ReactNode } from 'react';
import styles from './callout.module.css';
import { classes } from './classes.js';
import { Icon, type IconName } from './icon.js';

export type Tone = 'success' | 'warning' | 'danger' | 'information';

const ICONS: Readonly<Record<Tone, IconName>> = { success: 'check', warning: 'warning', danger: 'block', information: 'info' };

interface Props {
  readonly tone: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Read out at once: something the user did was refused. */
  readonly urgent?: boolean;
}

/** A message that belongs to this place of the page. */
export function Callout({ tone, title, children, urgent = false }: Props): ReactElement {
  return (
    <div className={classes(styles['callout'], styles[tone])} role={urgent ? 'alert' : undefined}>
      <span className={styles['icon']}>
        <Icon name={ICONS[tone]} />
      </span>
      <div className={styles['body']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
