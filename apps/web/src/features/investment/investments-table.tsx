import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { InvestmentSummary } from '../../api/types.js';
import { Tag } from '../../design/tag.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatBusinessNumber } from '../../format/business-number.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint } from '../fund/time-point.js';
import { StatusTag } from './status-tag.js';

interface Props {
  readonly fundId: string;
  readonly investments: readonly InvestmentSummary[];
  /** The columns that matter beside a figure. */
  readonly brief?: boolean;
  readonly toolbar?: ReactNode;
}

export function InvestmentsTable({ fundId, investments, brief = false, toolbar }: Props): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search } = useTimePoint();
  const columns = useInvestmentColumns(fundId, search, brief);
  return (
    <DataTable
      label={t('investment.listTitle')}
      title={t('investment.listTitle')}
      columns={columns}
      rows={investments}
      rowKey={(investment) => investment.id}
      onOpen={(investment) => void navigate(`/funds/${fundId}/investments/${investment.id}${search}`)}
      rowTone={(investment) => (investment.voided ? 'muted' : investment.status === 'PENDING' ? 'warning' : undefined)}
      plain={brief}
      tall={!brief}
      toolbar={toolbar}
      empty={t('investment.empty')}
    />
  );
}

const isLive = (investment: InvestmentSummary): boolean => !investment.voided;

type InvestmentColumn = Column<InvestmentSummary>;

const BRIEF = ['number', 'company', 'paidOn', 'amount', 'route', 'status'];

function useInvestmentColumns(fundId: string, search: string, brief: boolean): readonly InvestmentColumn[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(() => {
    const named = (group: 'instrument' | 'investmentKind' | 'route' | 'companyBasis', code: string | null): string | null => (code === null ? null : term(group, code));
    const all: InvestmentColumn[] = [
      { id: 'number', header: t('investment.number'), kind: 'text', value: (row) => row.number },
      { id: 'company', header: t('investment.company'), kind: 'text', value: (row) => row.company, cell: (row) => <CompanyLink to={`/funds/${fundId}/investments/${row.id}${search}`} name={row.company} voided={row.voided} /> },
      { id: 'status', header: t('investment.status'), kind: 'text', value: (row) => term('status', row.status), cell: (row) => <StatusTag status={row.status} /> },
      { id: 'amount', header: t('investment.amountWon'), kind: 'won', value: (row) => (row.kind === 'CONVERSION' ? null : BigInt(row.amountWon)), total: isLive },
      { id: 'paidOn', header: t('investment.paidOn'), kind: 'date', value: (row) => row.paidOn },
      { id: 'route', header: t('investment.route'), kind: 'text', value: (row) => named('route', row.route) },
      { id: 'basis', header: t('investment.companyBasis'), kind: 'text', value: (row) => named('companyBasis', row.companyBasis) },
      { id: 'instrument', header: t('investment.instrument'), kind: 'text', value: (row) => named('instrument', row.instrument) },
      { id: 'kind', header: t('investment.kind'), kind: 'text', value: (row) => named('investmentKind', row.kind) },
      { id: 'round', header: t('investment.round'), kind: 'text', value: (row) => row.round },
      { id: 'outstanding', header: t('investment.outstanding'), kind: 'won', value: (row) => (row.kind === 'CONVERSION' ? null : BigInt(row.outstandingCostWon)), total: isLive },
      { id: 'fairValue', header: t('investment.fairValue'), kind: 'won', value: (row) => (row.fairValueWon === null ? null : BigInt(row.fairValueWon)), total: isLive },
      { id: 'warnings', header: t('investment.warnings'), kind: 'count', value: (row) => BigInt(row.warningCount), cell: (row) => (row.warningCount === '0' ? '–' : <Tag tone="warning" icon="warning">{t('investment.warningCount', { count: Number(row.warningCount) })}</Tag>) },
      { id: 'businessNumber', header: t('investment.businessNumber'), kind: 'text', value: (row) => (row.businessNumber === null ? null : formatBusinessNumber(row.businessNumber)) },
      { id: 'committeeOn', header: t('investment.committeeOn'), kind: 'date', value: (row) => row.committeeOn },
      { id: 'decidedOn', header: t('investment.decidedOn'), kind: 'date', value: (row) => row.decidedEffectiveOn },
      { id: 'note', header: t('investment.note'), kind: 'text', value: (row) => row.note, text: 'clip' },
    ];
    return brief ? BRIEF.flatMap((id) => all.filter((column) => column.id === id)) : all;
  }, [t, term, fundId, search, brief]);
}

function CompanyLink({ to, name, voided }: { readonly to: string; readonly name: string; readonly voided: boolean }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Link to={to} tabIndex={-1}>
        {name}
      </Link>
      {voided && <Tag tone="danger">{t('investment.voided')}</Tag>}
    </>
  );
}
