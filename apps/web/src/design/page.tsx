import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.js';
import styles from './page.module.css';

interface Props {
  /** Also the title of the document. */
  readonly title: string;
  /** Said in the document title only, where the page shows it elsewhere. */
  readonly hideTitle?: boolean;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, hideTitle = false, lead, actions, narrow = false, children }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={classes(styles['page'], narrow && styles['narrow'])}>
      <title>{`${title} · ${t('common.product')}`}</title>
      <header className={classes(styles['head'], hideTitle && actions === undefined && 'hidden-text')}>
        <div>
          <h1 className={classes(styles['title'], hideTitle && 'hidden-text')}>{title}</h1>
          {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** Nothing there yet, and what to do about it. */
export function Empty({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles['empty']}>{children}</div>;
}

export function Stack({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles['stack']}>{children}</div>;
}
