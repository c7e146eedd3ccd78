import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { formatBusinessNumber } from '../../format/business-number.js';
import { useTerm } from '../../i18n/term.js';
import { DealLinks } from '../deal/deal-links.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePortfolio, type PortfolioRow } from './company.requests.js';

/** What the fund holds, one row for each company: the way a partner reads a portfolio. */
export function PortfolioPage(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fund = useCurrentFund();
  const { point, search } = useTimePoint();
  const query = usePortfolio(fund.id, point);
  const columns = usePortfolioColumns(search);
  return (
    <Page title={`${fund.name} ${t('portfolio.title')}`} hideTitle actions={<DealLinks fundId={fund.id} />}>
      <Card flush>
        <Loaded query={query}>
          {(rows) => (
            <DataTable
              label={t('portfolio.list')}
              title={t('portfolio.list')}
              columns={columns}
              rows={rows}
              rowKey={({ companyId }) => companyId}
              rowTone={(row) => (isOverLimit(row) ? 'warning' : undefined)}
              onOpen={(row) => void navigate(`/companies/${row.companyId}${search}`)}
              empty={t('portfolio.empty')}
              tall
            />
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

const isOverLimit = ({ costWon, limitWon }: Pick<PortfolioRow, 'costWon' | 'limitWon'>): boolean => limitWon !== null && BigInt(costWon) > BigInt(limitWon);
const always = (): boolean => true;

function usePortfolioColumns(search: string): readonly Column<PortfolioRow>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'company', header: t('portfolio.company'), kind: 'text', value: (row) => row.company, cell: (row) => <CompanyCell row={row} search={search} /> },
      { id: 'instruments', header: t('portfolio.instruments'), kind: 'text', value: (row) => row.instruments.map((each) => term('instrument', each)).join(', ') },
      { id: 'cost', header: t('portfolio.cost'), kind: 'won', value: (row) => BigInt(row.costWon), total: always },
      { id: 'outstanding', header: t('portfolio.outstanding'), kind: 'won', value: (row) => BigInt(row.outstandingCostWon), total: always },
      { id: 'fairValue', header: t('portfolio.fairValue'), kind: 'won', value: (row) => BigInt(row.fairValueWon), total: always },
      { id: 'proceeds', header: t('portfolio.proceeds'), kind: 'won', value: (row) => BigInt(row.proceedsWon), total: always },
      { id: 'multiple', header: t('portfolio.multiple'), kind: 'multiple', value: (row) => row.multiple },
      { id: 'ownership', header: t('portfolio.ownership'), kind: 'percent', value: (row) => row.ownershipPercent },
      { id: 'commitments', header: t('portfolio.ofCommitments'), kind: 'percent', value: (row) => row.commitmentPercent },
      { id: 'qualifying', header: t('portfolio.qualifying'), kind: 'won', value: (row) => BigInt(row.qualifyingWon), total: always },
      { id: 'pending', header: t('portfolio.pending'), kind: 'won', value: (row) => BigInt(row.pendingWon), total: always },
      { id: 'warnings', header: t('portfolio.warnings'), kind: 'count', value: (row) => BigInt(row.warningCount) },
      { id: 'dealCount', header: t('portfolio.dealCount'), kind: 'count', value: (row) => BigInt(row.dealCount) },
      { id: 'firstPaidOn', header: t('portfolio.firstPaidOn'), kind: 'date', value: (row) => row.firstPaidOn },
      { id: 'businessNumber', header: t('investment.businessNumber'), kind: 'text', value: (row) => (row.businessNumber === null ? null : formatBusinessNumber(row.businessNumber)) },
    ],
    [t, term, search],
  );
}

function CompanyCell({ row, search }: { readonly row: PortfolioRow; readonly search: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`/companies/${row.companyId}${search}`} tabIndex={-1}>
        {row.company}
      </Link>
      {isOverLimit(row) && (
        <Tag tone="warning" icon="warning">
          {t('portfolio.overLimit')}
        </Tag>
      )}
    </>
  );
}
