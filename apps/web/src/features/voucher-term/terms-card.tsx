import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Person } from '../../design/person.js';
import { PlainTable } from '../../design/plain-table.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useTerm } from '../../i18n/term.js';
import type { VoucherYear, YearTerm } from '../voucher-year/voucher-year.queries.js';
import { useShownValue } from './term-value.js';
import styles from './voucher-term.module.css';
import { useTermDecisions } from './voucher-term.requests.js';

interface Props {
  readonly year: VoucherYear;
  /** Decides this term anew. */
  readonly onDecide: ((key: string) => void) | null;
}

/** The terms in force today; a default that nobody decided is marked, because it may be argued with. */
export function TermsCard({ year, onDecide }: Props): ReactElement {
  const { t } = useTranslation();
  const columns = useTermColumns(onDecide);
  return (
    <Card flush>
      <DataTable label={t('voucherTerms.inForce')} title={t('voucherTerms.inForce')} columns={columns} rows={year.terms} rowKey={({ key }) => key} {...(onDecide === null ? {} : { onOpen: ({ key }: YearTerm) => onDecide(key) })} />
      <Decisions yearId={year.id} />
    </Card>
  );
}

/** What was decided for this year and when, also for days to come. */
function Decisions({ yearId }: { readonly yearId: string }): ReactElement {
  const { t } = useTranslation();
  const nameOf = useDottedNames('voucherTerms.keys');
  const valueOf = useShownValue();
  const query = useTermDecisions(yearId);
  return (
    <details className={styles['decisions']}>
      <summary>{t('voucherTerms.decisions')}</summary>
      <Loaded query={query}>
        {(decisions) =>
          decisions.length === 0 ? (
            <p>{t('voucherTerms.noDecisions')}</p>
          ) : (
            <PlainTable
              label={t('voucherTerms.decisions')}
              rows={decisions}
              rowKey={(_, index) => index}
              columns={[
                { header: t('terms.knownAt'), cell: ({ knownAt }) => formatInstant(knownAt) },
                { header: t('terms.term'), cell: ({ key }) => nameOf(key) },
                { header: t('terms.value'), cell: ({ kind, value }) => valueOf(kind, value), wrap: true },
                { header: t('terms.effectiveFrom'), cell: ({ effectiveFrom }) => effectiveFrom },
                { header: t('terms.clause'), cell: ({ clause }) => clause, wrap: true },
                { header: t('voucherBudget.actor'), cell: ({ actor, actorName }) => <Person name={actorName} login={actor} /> },
              ]}
            />
          )
        }
      </Loaded>
    </details>
  );
}

function useTermColumns(onDecide: Props['onDecide']): readonly Column<YearTerm>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useDottedNames('voucherTerms.keys');
  const valueOf = useShownValue();
  return useMemo<readonly Column<YearTerm>[]>(
    () => [
      { id: 'term', header: t('terms.term'), kind: 'text', value: ({ key }) => nameOf(key) },
      { id: 'value', header: t('terms.value'), kind: 'text', text: 'wrap', value: ({ kind, value }) => valueOf(kind, value), cell: ({ kind, value }) => <span className={styles['value']}>{valueOf(kind, value)}</span> },
      { id: 'source', header: t('terms.source'), kind: 'text', value: ({ source }) => term('source', source), cell: ({ source }) => <Tag tone={source === 'ASSUMPTION' ? 'warning' : 'neutral'}>{source === 'ASSUMPTION' ? t('voucherTerms.default') : term('source', source)}</Tag> },
      { id: 'clause', header: t('terms.clause'), kind: 'text', text: 'wrap', value: ({ clause }) => clause },
      { id: 'from', header: t('terms.effectiveFrom'), kind: 'date', value: ({ effectiveFrom }) => effectiveFrom },
      { id: 'scope', header: t('voucherTerms.scope'), kind: 'text', value: ({ ofThisYear }) => t(ofThisYear ? 'voucherTerms.ofThisYear' : 'voucherTerms.ofAll') },
      ...(onDecide === null
        ? []
        : [
            {
              id: 'action',
              header: '',
              kind: 'text' as const,
              value: () => null,
              cell: ({ key }: YearTerm) => (
                <Button small onPress={() => onDecide(key)}>
                  {t('voucherTerms.change')}
                </Button>
              ),
            },
          ]),
    ],
    [t, term, nameOf, valueOf, onDecide],
  );
}
