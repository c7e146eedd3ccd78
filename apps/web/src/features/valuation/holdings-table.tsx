import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTerm } from '../../i18n/term.js';
import type { Holding } from './valuation.requests.js';

export function HoldingsTable({ holdings }: { readonly holdings: readonly Holding[] }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const columns = useMemo<Column<Holding>[]>(
    () => [
      { id: 'number', header: t('valuationSheet.number'), kind: 'text', value: ({ number }) => number },
      { id: 'company', header: t('valuationSheet.company'), kind: 'text', value: ({ company }) => company },
      { id: 'cost', header: t('valuationSheet.cost'), kind: 'won', value: ({ costWon }) => BigInt(costWon), total: true },
      { id: 'fairValue', header: t('valuationSheet.fairValue'), kind: 'won', value: ({ fairValueWon }) => BigInt(fairValueWon), total: true },
      { id: 'difference', header: t('valuationSheet.difference'), kind: 'won', value: ({ fairValueWon, costWon }) => BigInt(fairValueWon) - BigInt(costWon), total: true },
      { id: 'impairment', header: t('valuationSheet.impairment'), kind: 'won', value: ({ impairmentWon }) => BigInt(impairmentWon), total: true },
      { id: 'reasons', header: t('valuationSheet.reasons'), kind: 'text', value: ({ reasons }) => reasons.map((reason) => term('impairmentReason', reason)).join(', ') },
      { id: 'valuedOn', header: t('valuationSheet.lastValuedOn'), kind: 'date', value: ({ valuedOn }) => valuedOn },
      { id: 'method', header: t('valuationSheet.method'), kind: 'text', value: ({ method }) => method },
      { id: 'auditor', header: t('valuationSheet.auditor'), kind: 'text', value: ({ auditor, signedOn }) => (auditor === null ? null : `${auditor} ${signedOn ?? ''}`) },
    ],
    [t, term],
  );
  return <DataTable label={t('valuationSheet.holdings')} columns={columns} rows={holdings} rowKey={({ investmentId }) => investmentId} rowTone={({ impairmentWon }) => (impairmentWon === '0' ? undefined : 'warning')} />;
}
