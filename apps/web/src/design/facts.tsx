import { Fragment, type ReactElement, type ReactNode } from 'react';
import { classes } from './classes.js';
import styles from './facts.module.css';

export interface Fact {
  readonly label: ReactNode;
  readonly value: ReactNode;
}

/** Names and values; absent ones (null) are left out. */
export function Facts({ facts, columns = false }: { readonly facts: readonly (Fact | null)[]; readonly columns?: boolean }): ReactElement {
  return (
    <dl className={classes(styles['facts'], columns && styles['columns'])}>
      {facts.map((fact, index) =>
        fact === null ? null : (
          <Fragment key={index}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
