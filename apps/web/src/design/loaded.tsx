import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemFrom } from '../api/problem.js';
import { useBilingual } from '../i18n/bilingual.js';
import { Button } from './button.js';
import { Callout } from './callout.js';
import { classes } from './classes.js';
import styles from './page.module.css';
import { Spinner } from './spinner.js';

interface Props<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what a query brought; while it runs, says so; when it was refused, says why. */
export function Loaded<Data>({ query, children }: Props<Data>): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  if (query.data !== undefined && !query.isPlaceholderData && query.error === null) return <>{children(query.data)}</>;
  if (query.error !== null && query.error !== undefined) {
    return (
      <Callout tone="danger" title={say(problemFrom(query.error).text)} urgent>
        <Button small onPress={() => void query.refetch()}>
          {t('common.tryAgain')}
        </Button>
      </Callout>
    );
  }
  if (query.data !== undefined) return <div className={classes(styles['stale'])}>{children(query.data)}</div>;
  return (
    <div className={styles['loading']} role="status">
      <Spinner />
      {t('common.loading')}
    </div>
  );
}
