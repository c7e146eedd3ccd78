import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useWithdrawals } from './matching-cash.requests.js';

/** Private money that left the projects of a pool; nothing where none did. */
export function WithdrawalsCard({ callId }: { readonly callId: string }): ReactElement | null {
  const { t } = useTranslation();
  const withdrawals = useWithdrawals(callId).data ?? [];
  if (withdrawals.length === 0) return null;
  return (
    <Card title={t('matchingCash.withdrawals')} flush>
      <PlainTable
        label={t('matchingCash.withdrawals')}
        rows={withdrawals}
        rowKey={({ id }) => id}
        columns={[
          { header: t('matchingCash.project'), cell: ({ agreementNumber }) => agreementNumber },
          { header: t('matchingCash.withdrawnOn'), cell: ({ withdrawnOn }) => withdrawnOn },
          { header: t('matchingCash.paidTo'), wrap: true, cell: ({ paidTo }) => paidTo },
          { header: t('matchingCash.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
          { header: t('matchingCash.ofCounted'), align: 'right', cell: ({ countedWon }) => formatWon(countedWon) },
          { header: t('matchingCash.reason'), wrap: true, cell: ({ reason }) => reason },
        ]}
      />
    </Card>
  );
}
