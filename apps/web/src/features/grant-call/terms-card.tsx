import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useTerm } from '../../i18n/term.js';
import styles from './grant-call.module.css';
import type { GrantCall } from './grant-call.queries.js';
import type { GrantTerm } from './grant-call.requests.js';
import { TermDecisions } from './term-decisions.js';
import { isTermUnder } from './term-table/term-shape.js';
import { useTermText } from './term-table/use-term-text.js';

/** The terms in force today; a default that nobody decided is marked, because it may be argued with. */
export function TermsCard({ call, onDecide }: { readonly call: GrantCall; readonly onDecide: ((key: string) => void) | null }): ReactElement {
  const { t } = useTranslation();
  const columns = useTermColumns(call.regime, onDecide);
  return (
    <Card flush>
      <DataTable label={t('voucherTerms.inForce')} title={t('voucherTerms.inForce')} columns={columns} rows={call.terms.filter(({ key }) => isTermUnder(key, call.regime))} rowKey={({ key }) => key} />
      <TermDecisions callId={call.id} law={call.regime} />
    </Card>
  );
}

function useTermColumns(law: string, onDecide: ((key: string) => void) | null): readonly Column<GrantTerm>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useDottedNames('grantTerms.keys');
  const valueOf = useTermText(law);
  return useMemo<readonly Column<GrantTerm>[]>(() => {
    const change = ({ key }: GrantTerm): ReactElement => (
      <Button small onPress={() => onDecide?.(key)}>
        {t('voucherTerms.change')}
      </Button>
    );
    return [
      { id: 'term', header: t('terms.term'), kind: 'text', text: 'wrap', value: ({ key }) => nameOf(key) },
      { id: 'value', header: t('terms.value'), kind: 'text', text: 'wrap', value: ({ key, kind, value }) => valueOf(key, kind, value), cell: ({ key, kind, value }) => <span className={styles['lines']}>{valueOf(key, kind, value)}</span> },
      { id: 'source', header: t('terms.source'), kind: 'text', value: ({ source }) => (source === 'ASSUMPTION' ? t('voucherTerms.default') : term('source', source)), cell: ({ source }) => <Tag tone={source === 'ASSUMPTION' ? 'warning' : 'neutral'}>{source === 'ASSUMPTION' ? t('voucherTerms.default') : term('source', source)}</Tag> },
      { id: 'clause', header: t('terms.clause'), kind: 'text', text: 'long', value: ({ clause }) => clause },
      { id: 'from', header: t('terms.effectiveFrom'), kind: 'date', value: ({ effectiveFrom }) => effectiveFrom },
      { id: 'scope', header: t('voucherTerms.scope'), kind: 'text', value: ({ ofThisCall }) => t(ofThisCall ? 'grantTerms.ofThisCall' : 'voucherTerms.ofAll') },
      ...(onDecide === null ? [] : [{ id: 'action', header: '', kind: 'text' as const, value: () => null, cell: change }]),
    ];
  }, [t, term, nameOf, valueOf, onDecide]);
}
