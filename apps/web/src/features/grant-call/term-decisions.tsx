import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatInstant } from '../../format/date.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import styles from './grant-call.module.css';
import { useTermDecisions, type GrantTerm } from './grant-call.requests.js';
import { useTermText } from './term-table/use-term-text.js';

/** What was decided for this call and when, also for days to come. */
export function TermDecisions({ callId, law }: { readonly callId: string; readonly law: string }): ReactElement {
  const { t } = useTranslation();
  const nameOf = useDottedNames('grantTerms.keys');
  const valueOf = useTermText(law);
  return (
    <details className={styles['decisions']}>
      <summary>{t('grantTerms.decisions')}</summary>
      <Loaded query={useTermDecisions(callId)}>
        {(rows) => {
          if (rows.length === 0) return <p>{t('grantTerms.noDecisions')}</p>;
          const columns = [
            { header: t('terms.term'), cell: ({ key }: GrantTerm) => nameOf(key) },
            { header: t('terms.value'), cell: ({ key, kind, value }: GrantTerm) => <span className={styles['lines']}>{valueOf(key, kind, value)}</span>, wrap: true },
            { header: t('terms.effectiveFrom'), cell: ({ effectiveFrom }: GrantTerm) => effectiveFrom },
            { header: t('terms.clause'), cell: ({ clause }: GrantTerm) => clause, wrap: true },
            { header: t('terms.knownAt'), cell: ({ knownAt }: GrantTerm) => formatInstant(knownAt) },
          ];
          return <PlainTable label={t('grantTerms.decisions')} rows={rows} rowKey={(_, index) => index} columns={columns} />;
        }}
      </Loaded>
    </details>
  );
}
