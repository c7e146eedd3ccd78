import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { Refusal } from '../rule/refusal.js';
import { proveDeposit, useReceipts, type Deposit } from './matching-cash.requests.js';

/** Open receipts of just this amount: one click says which of them the deposit is. */
export function ProveDialog({ callId, deposit, onClose }: { readonly callId: string; readonly deposit: Deposit; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const query = useReceipts(callId, deposit.id);
  const intent = useIntent();
  const prove = useWrite({
    mutationFn: (lineId: string) => proveDeposit(deposit.id, lineId, intent.headersFor({ depositId: deposit.id, lineId })),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshGrants(callId);
      onClose();
    },
  });
  return (
    <Dialog title={t('matchingCash.proveTitle', { depositor: deposit.depositor, amount: formatWon(deposit.amountWon) })} open onClose={onClose} wide>
      <Stack>
        <p>{t('matchingCash.proveNote')}</p>
        <Refusal error={prove.error} />
        <Loaded query={query}>
          {(receipts) =>
            receipts.length === 0 ? (
              <Empty>
                <p>{t('matchingCash.noReceipt')}</p>
              </Empty>
            ) : (
              <PlainTable
                label={t('matchingCash.prove')}
                rows={receipts}
                rowKey={({ lineId }) => lineId}
                columns={[
                  { header: t('matchingCash.depositedOn'), cell: ({ valueOn }) => valueOn },
                  { header: t('matchingCash.depositor'), wrap: true, cell: ({ counterparty, memo }) => [counterparty, memo].filter((part) => part !== null).join(' · ') },
                  { header: t('matchingCash.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
                  {
                    header: '',
                    cell: ({ lineId }) => (
                      <Button small tone="primary" pending={prove.isPending && prove.variables === lineId} onPress={() => prove.mutate(lineId)}>
                        {t('matchingCash.confirmReceipt')}
                      </Button>
                    ),
                  },
                ]}
              />
            )
          }
        </Loaded>
      </Stack>
    </Dialog>
  );
}
