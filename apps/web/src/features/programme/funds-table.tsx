import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { FundSummary } from '../../api/types.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint } from '../fund/time-point.js';
import { VerdictTag } from '../fund/verdict-tag.js';

export function FundsTable({ funds }: { readonly funds: readonly FundSummary[] }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search } = useTimePoint();
  const columns = useFundColumns(search);
  return (
    <DataTable
      label={t('programme.funds')}
      title={t('programme.funds')}
      columns={columns}
      rows={funds}
      rowKey={(fund) => fund.id}
      onOpen={(fund) => void navigate(`/funds/${fund.id}${search}`)}
      rowTone={(fund) => (fund.verdict === 'NOT_MET' || fund.verdict === 'UNREACHABLE' ? 'danger' : undefined)}
    />
  );
}

function useFundColumns(search: string): readonly Column<FundSummary>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'number', header: t('programme.number'), kind: 'text', value: (fund) => fund.number },
      {
        id: 'name',
        header: t('programme.name'),
        kind: 'text',
        text: 'wrap',
        value: (fund) => fund.name,
        cell: (fund) => (
          <Link to={`/funds/${fund.id}${search}`} tabIndex={-1}>
            {fund.name}
          </Link>
        ),
      },
      { id: 'verdict', header: t('programme.verdict'), kind: 'text', value: (fund) => term('verdict', fund.verdict), cell: (fund) => <VerdictTag verdict={fund.verdict} /> },
      { id: 'ratio', header: t('programme.ratio'), kind: 'percent', value: (fund) => fund.ratioPercent },
      { id: 'required', header: t('programme.required'), kind: 'percent', value: (fund) => fund.requiredPercent },
      { id: 'headroom', header: t('programme.headroom'), kind: 'won', value: (fund) => BigInt(fund.headroomWon) },
      { id: 'committed', header: t('programme.committed'), kind: 'won', value: (fund) => BigInt(fund.committedWon), total: true },
      { id: 'invested', header: t('programme.invested'), kind: 'won', value: (fund) => BigInt(fund.investedWon), total: true },
      { id: 'qualifying', header: t('programme.qualifying'), kind: 'won', value: (fund) => BigInt(fund.qualifyingWon), total: true },
      { id: 'paidIn', header: t('programme.paidIn'), kind: 'won', value: (fund) => BigInt(fund.paidInWon), total: true },
      { id: 'deadline', header: t('programme.deadline'), kind: 'date', value: (fund) => fund.investmentTo },
      { id: 'generalPartner', header: t('programme.generalPartner'), kind: 'text', value: (fund) => fund.generalPartner },
    ],
    [t, term, search],
  );
}
