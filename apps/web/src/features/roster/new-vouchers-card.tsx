import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';

interface NewVoucher {
  readonly voucherId: string;
  readonly number: string;
  readonly company: string;
  readonly amountWon: string;
  readonly issuedOn?: string;
  readonly validTo: string;
}

/** The vouchers that are issued, or would be. */
export function NewVouchersCard({ title, vouchers }: { readonly title: string; readonly vouchers: readonly NewVoucher[] }): ReactElement {
  const { t } = useTranslation();
  const columns = useMemo<readonly Column<NewVoucher>[]>(
    () => [
      { id: 'number', header: t('roster.number'), kind: 'text', value: ({ number }) => number },
      { id: 'company', header: t('roster.company'), kind: 'text', text: 'wrap', value: ({ company }) => company },
      { id: 'amount', header: t('roster.amount'), kind: 'won', value: ({ amountWon }) => BigInt(amountWon), total: true },
      ...(vouchers.some(({ issuedOn }) => issuedOn !== undefined) ? [{ id: 'issuedOn', header: t('roster.issuedOn'), kind: 'date' as const, value: ({ issuedOn }: NewVoucher) => issuedOn ?? null }] : []),
      { id: 'validTo', header: t('roster.validTo'), kind: 'date', value: ({ validTo }) => validTo },
    ],
    [t, vouchers],
  );
  return (
    <Card flush>
      <DataTable label={title} title={title} columns={columns} rows={vouchers} rowKey={({ number }) => number} />
    </Card>
  );
}
