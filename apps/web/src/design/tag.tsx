import type { ReactElement, ReactNode } from 'react';
import type { Tone } from './callout.js';
import { classes } from './classes.js';
import { Icon, type IconName } from './icon.js';
import styles from './tag.module.css';

interface Props {
  readonly tone: Tone | 'neutral';
  readonly icon?: IconName;
  readonly large?: boolean;
  readonly children: ReactNode;
}

/** A state in a word; the icon and the word carry it, the colour only helps. */
export function Tag({ tone, icon, large = false, children }: Props): ReactElement {
  return (
    <span className={classes(styles['tag'], styles[tone], large && styles['large'])}>
      {icon !== undefined && <Icon name={icon} size={large ? 18 : 14} />}
      {children}
    </span>
  );
}
