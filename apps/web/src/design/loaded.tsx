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

/**
 * Shows what a query brought; while it runs, says so; when it was refused, says why. What is shown already stays, also
 * when asking again fails: nobody loses a form because the network went away.
 */
export function Loaded<Data>({ query, children }: Props<Data>): ReactElement {
  const { t } = useTranslation();
  if (query.data === undefined && query.error === null) {
    return (
      <div className={styles['loading']} role="status">
        <Spinner />
        {t('common.loading')}
      </div>
    );
  }
  return (
    <>
      {query.error !== null && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.data !== undefined && <div className={classes(styles['loaded'], query.isPlaceholderData && styles['stale'])}>{children(query.data)}</div>}
    </>
  );
}

function Failure({ error, retry }: { readonly error: unknown; readonly retry: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <Callout tone="danger" title={say(problemFrom(error).text)} urgent>
      <Button small onPress={retry}>
        {t('common.tryAgain')}
      </Button>
    </Callout>
  );
}
