import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import type { ChangedTerm } from './agreement.requests.js';
import styles from './terms-page.module.css';
import { useTermValue } from './term-value.js';

/** Terms before and after, each with the clause that it rests on. */
export function TermDiff({ label, terms }: { readonly label: string; readonly terms: readonly ChangedTerm[] }): ReactElement {
  const { t } = useTranslation();
  const nameOf = useDottedNames('terms.keys');
  const valueOf = useTermValue();
  const changed = terms.some(({ before }) => before !== null);
  const previous = {
    header: t('agreement.before'),
    align: 'right' as const,
    cell: ({ key, before, beforeClause }: ChangedTerm) => (before === null ? <span className={styles['note']}>{t('agreement.first')}</span> : <span title={beforeClause ?? undefined}>{valueOf(key, before)}</span>),
  };
  return (
    <PlainTable
      label={label}
      rows={terms}
      rowKey={({ key }) => key}
      columns={[
        { header: t('terms.term'), cell: ({ key }) => nameOf(key), wrap: true },
        ...(changed ? [previous] : []),
        { header: t(changed ? 'agreement.after' : 'terms.value'), align: 'right', cell: ({ key, value }) => <strong>{valueOf(key, value)}</strong> },
        { header: t('terms.clause'), cell: ({ clause }) => clause, wrap: true },
      ]}
    />
  );
}
