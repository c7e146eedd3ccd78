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
import { TransfersCard } from '../commitment/transfers-card.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useFund } from '../fund/fund.queries.js';
import { useTimePoint } from '../fund/time-point.js';
import { LifeCard } from '../life/life-card.js';
import { usePermissions } from '../session/use-session.js';
import { useAgreement, type Agreement } from './agreement.requests.js';
import { AmendDialog } from './amend-dialog.js';
import { DecideTermDialog } from './decide-term-dialog.js';
import { useTermValue } from './term-value.js';
import { VersionsCard } from './versions-card.js';

type Policy = Fund['policies'][number];

/** What is decided for everything else of the house stands with it. */
const ABOUT_FUNDS = /^(fund|company|general-partner|related-party|waiver|recognition|mandate)\./;

/** What the agreement says of this fund: its versions, the terms in force with clause and source, who took over units, how long it lives. */
export function TermsPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const { point } = useTimePoint();
  const query = useFund(fund.id, point);
  const agreement = useAgreement(fund.id, point);
  const columns = usePolicyColumns();
  return (
    <Page title={t('terms.title')} lead={t('terms.lead')} actions={<TermActions fund={query.data ?? fund} agreement={agreement.data} />}>
      <LifeCard fund={query.data ?? fund} />
      <Loaded query={agreement}>{(told) => <VersionsCard agreement={told} />}</Loaded>
      <TransfersCard fund={query.data ?? fund} />
      <Card title={t('agreement.current')} flush>
        <Loaded query={query}>{({ policies }) => <DataTable label={t('terms.title')} columns={columns} rows={policies.filter(({ key }) => ABOUT_FUNDS.test(key))} rowKey={({ key, version }) => `${key}/${version}`} tall />}</Loaded>
      </Card>
    </Page>
  );
}

/** Amends the agreement, or decides one term by itself. */
function TermActions({ fund, agreement }: { readonly fund: Fund; readonly agreement: Agreement | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const { isNow } = useTimePoint();
  const navigate = useNavigate();
  const redraft = useRedraft();
  const [open, setOpen] = useState<'amend' | 'decide' | null>(redraft === null ? null : 'decide');
  const close = (): void => {
    setOpen(null);
    // What was corrected is sent or put aside: the next decision is a new matter.
    if (redraft !== null) void navigate('.', { replace: true, state: null });
  };
  if (!isNow || agreement === undefined) return null;
  return (
    <>
      {may('policy.decide') && <Button onPress={() => setOpen('decide')}>{t('terms.decide')}</Button>}
      {may('agreement.amend') && (
        <Button tone="primary" onPress={() => setOpen('amend')}>
          {t('agreement.amend')}
        </Button>
      )}
      {open === 'amend' && <AmendDialog fund={fund} agreement={agreement} onClose={close} />}
      {open === 'decide' && <DecideTermDialog fund={fund} decidable={agreement.decidable} onClose={close} />}
    </>
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
