import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordedInvestment } from '../../api/types.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';

/** The entries that a write would make, debit and credit side by side. */
export function PostedEntries({ entries }: { readonly entries: RecordedInvestment['postings'] }): ReactElement {
  const { t } = useTranslation();
  const lines = entries.flatMap((entry) => entry.lines);
  return (
    <PlainTable
      label={t('simulator.entries')}
      rows={lines}
      rowKey={(_, index) => index}
      columns={[
        { header: t('ledger.account'), cell: ({ chart }) => chart },
        { header: t('simulator.debit'), align: 'right', cell: ({ side, amountWon }) => (side === 'D' ? formatWon(amountWon) : '') },
        { header: t('simulator.credit'), align: 'right', cell: ({ side, amountWon }) => (side === 'C' ? formatWon(amountWon) : '') },
      ]}
    />
  );
}
