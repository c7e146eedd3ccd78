import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { usePermissions } from '../session/use-session.js';
import { useWithdrawals, type Withdrawal } from './matching-cash.requests.js';
import { ReverseWithdrawalDialog } from './reverse-withdrawal-dialog.js';

/** Private money that left the projects of a pool, and what was recorded so by mistake; nothing where none did. */
export function WithdrawalsCard({ callId }: { readonly callId: string }): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const withdrawals = useWithdrawals(callId).data ?? [];
  const [reversing, setReversing] = useState<Withdrawal | null>(null);
  if (withdrawals.length === 0) return null;
  const amount = ({ reversedFor }: Withdrawal, won: string): ReactElement => (reversedFor === null ? <>{formatWon(won)}</> : <s>{formatWon(won)}</s>);
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
          { header: t('matchingCash.amount'), align: 'right', cell: (row) => amount(row, row.amountWon) },
          { header: t('matchingCash.ofCounted'), align: 'right', cell: (row) => amount(row, row.countedWon) },
          { header: t('matchingCash.reason'), wrap: true, cell: ({ reason, reversedFor }) => reversedFor ?? reason },
          {
            header: '',
            cell: (row) =>
              row.reversedFor !== null ? (
                <Tag tone="neutral">{t('matchingCash.reversedBy', { name: row.reversedBy ?? '' })}</Tag>
              ) : (
                may('matching-withdrawal.reverse') && (
                  <Button small tone="quiet" onPress={() => setReversing(row)}>
                    {t('matchingCash.reverse')}
                  </Button>
                )
              ),
          },
        ]}
      />
      {reversing !== null && <ReverseWithdrawalDialog callId={callId} withdrawal={reversing} onClose={() => setReversing(null)} />}
    </Card>
  );
}
