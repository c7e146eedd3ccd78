import type { ReactElement } from 'react';
import styles from './progress-bar.module.css';

interface Props {
  readonly label: string;
  /** How much is done, in words. */
  readonly text: string;
  /** From 0 to 1; null where nobody knows the whole. */
  readonly part: number | null;
}

/** How much of something is done; without a length where nobody knows the whole. */
export function ProgressBar({ label, text, part }: Props): ReactElement {
  const percent = part === null ? undefined : Math.floor(part * 100);
  return (
    <div className={styles['bar']} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={text}>
      <div className={styles['filled']} data-open={percent === undefined} style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  );
}
