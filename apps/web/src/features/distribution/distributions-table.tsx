import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../design/tag.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import type { Distribution } from './distribution.requests.js';

/** Every distribution in a line; what was undone stays, and says so. */
export function DistributionsTable({ rows }: { readonly rows: readonly Distribution[] }): ReactElement {
  const { t } = useTranslation();
  const columns = useMemo((): readonly Column<Distribution>[] => {
    const standing = (row: Distribution, amount: string): bigint | null => (row.reversedReason === null ? BigInt(amount) : null);
    return [
      { id: 'number', header: t('distribution.round'), kind: 'text', value: (row) => t('distribution.number', { number: row.number }) },
      { id: 'paidOn', header: t('distribution.paidOn'), kind: 'date', value: (row) => row.paidOn },
      { id: 'kind', header: t('distribution.kind'), kind: 'text', value: (row) => t(`distribution.${kindOf(row)}`), cell: (row) => <KindTag row={row} /> },
      { id: 'total', header: t('distribution.total'), kind: 'won', value: (row) => standing(row, row.amountWon), total: true },
      { id: 'investors', header: t('distribution.investors'), kind: 'won', value: (row) => standing(row, row.investorsWon), total: true },
      { id: 'carry', header: t('distribution.carry'), kind: 'won', value: (row) => standing(row, row.carryWon), total: true },
      { id: 'recallable', header: t('distribution.recallable'), kind: 'won', value: (row) => standing(row, row.recallableWon), total: true },
      { id: 'source', header: t('distribution.source'), kind: 'text', value: (row) => row.source },
    ];
  }, [t]);
  return <DataTable label={t('distribution.list')} columns={columns} rows={rows} rowKey={({ number }) => String(number)} />;
}

/** The word for what became of it. */
function kindOf(row: Distribution): 'clawback' | 'imported' | 'obligationNotMet' | 'paid' | 'reversed' {
  if (row.reversedReason !== null) return 'reversed';
  if (row.kind === 'IMPORTED') return 'imported';
  if (row.kind === 'CLAWBACK') return 'clawback';
  return row.obligationMet === false ? 'obligationNotMet' : 'paid';
}

const TONES = { reversed: 'danger', obligationNotMet: 'warning', paid: 'success', imported: 'neutral', clawback: 'neutral' } as const;

function KindTag({ row }: { readonly row: Distribution }): ReactElement {
  const { t } = useTranslation();
  const kind = kindOf(row);
  return <Tag tone={TONES[kind]}>{t(`distribution.${kind}`)}</Tag>;
}
