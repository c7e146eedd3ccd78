import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Fund } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useTerm } from '../../i18n/term.js';
import { useRedraft } from '../approval/redraft.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useFund } from '../fund/fund.queries.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { DecideTermDialog } from './decide-term-dialog.js';
import { useTermValue } from './term-value.js';

type Policy = Fund['policies'][number];

/** The numbers that decide about this fund, each with its clause and source; compliance decides them anew. */
export function TermsPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const may = usePermissions();
  const { point, isNow } = useTimePoint();
  const query = useFund(fund.id, point);
  const columns = usePolicyColumns();
  const navigate = useNavigate();
  const redraft = useRedraft();
  const [deciding, setDeciding] = useState(redraft !== null);
  const closeDecision = (): void => {
    setDeciding(false);
    // What was corrected is sent or put aside: the next decision is a new matter.
    if (redraft !== null) void navigate('.', { replace: true, state: null });
  };
  return (
    <Page
      title={t('terms.title')}
      lead={t('terms.lead')}
      actions={
        isNow &&
        may('policy.decide') && (
          <Button tone="primary" onPress={() => setDeciding(true)}>
            {t('terms.decide')}
          </Button>
        )
      }
    >
      <Card flush>
        <Loaded query={query}>{({ policies }) => <DataTable label={t('terms.title')} columns={columns} rows={policies} rowKey={({ key, version }) => `${key}/${version}`} tall />}</Loaded>
      </Card>
      {deciding && <DecideTermDialog fund={query.data ?? fund} onClose={closeDecision} />}
    </Page>
  );
}

function usePolicyColumns(): readonly Column<Policy>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useDottedNames('terms.keys');
  const valueOf = useTermValue();
  return useMemo(
    () => [
      { id: 'term', header: t('terms.term'), kind: 'text', value: ({ key }) => nameOf(key) },
      { id: 'value', header: t('terms.value'), kind: 'text', value: ({ key, value }) => valueOf(key, value) },
      { id: 'clause', header: t('terms.clause'), kind: 'text', value: ({ clause }) => clause, text: 'wrap' },
      { id: 'source', header: t('terms.source'), kind: 'text', value: ({ source }) => term('source', source), cell: ({ source }) => <Tag tone={source === 'ASSUMPTION' ? 'warning' : 'neutral'}>{term('source', source)}</Tag> },
      { id: 'from', header: t('terms.effectiveFrom'), kind: 'date', value: ({ effectiveFrom }) => effectiveFrom },
      { id: 'to', header: t('terms.effectiveTo'), kind: 'date', value: ({ effectiveTo }) => effectiveTo },
      { id: 'knownAt', header: t('terms.knownAt'), kind: 'date', value: ({ knownAt }) => formatInstant(knownAt) },
      { id: 'version', header: t('terms.version'), kind: 'text', value: ({ version }) => version },
    ],
    [t, term, nameOf, valueOf],
  );
}
