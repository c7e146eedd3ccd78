import type { ReactElement } from 'react';
import styles from './spinner.module.css';

/** Something is under way; say what beside it. */
export function Spinner(): ReactElement {
  return <span className={styles['spinner']} aria-hidden="true" />;
}
