import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { DeedDialog } from '../grant-outcome/deed-dialog.js';
import { usePermissions } from '../session/use-session.js';
import { reverseReceipt, type OutcomeClaim, type OutcomeReceipt } from './royalty.requests.js';

interface ReceiptsProps {
  readonly claim: OutcomeClaim;
  readonly onReverse: (receipt: OutcomeReceipt) => void;
  readonly onClose: () => void;
}

/** What came for a notice; what was recorded wrongly is reversed from here. */
export function ReceiptsDialog({ claim, onReverse, onClose }: ReceiptsProps): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <Dialog title={`${claim.number} ${t('royalty.receipts')}`} open onClose={onClose}>
      <PlainTable
        label={t('royalty.receipts')}
        rows={claim.receipts}
        rowKey={({ id }) => id}
        columns={[
          { header: t('royalty.valueOn'), cell: ({ valueOn }) => valueOn },
          { header: t('royalty.received'), align: 'right', cell: ({ amountWon, reversedFor }) => (reversedFor === null ? formatWon(amountWon) : <s>{formatWon(amountWon)}</s>) },
          { header: t('royalty.bankReference'), wrap: true, cell: ({ bankReference, reversedFor }) => [bankReference, reversedFor].filter((each) => each !== null).join(' · ') },
          {
            header: '',
            cell: (receipt) =>
              receipt.reversedFor === null && may('outcome-receipt.reverse') ? (
                <Button small tone="quiet" onPress={() => onReverse(receipt)}>
                  {t('royalty.reverse')}
                </Button>
              ) : null,
          },
        ]}
      />
    </Dialog>
  );
}

interface ReverseProps {
  readonly callId: string;
  readonly claim: OutcomeClaim;
  readonly receipt: OutcomeReceipt;
  readonly onClose: () => void;
}

export function ReverseReceiptDialog({ callId, claim, receipt, onClose }: ReverseProps): ReactElement {
  const { t } = useTranslation();
  return (
    <DeedDialog
      {...{ callId, name: `reverse ${receipt.id}`, onClose, send: (body, header) => reverseReceipt(receipt.id, body, header) }}
      title={t('royalty.reverseTitle', { number: claim.number })}
      action={t('royalty.reverse')}
      lead={t('royalty.reverseLead', { amount: formatWon(receipt.amountWon), date: receipt.valueOn })}
      fields={[{ name: 'reason', kind: 'area', label: t('royalty.reverseReason') }]}
      preview={({ beforeWon, afterWon }) => <Facts facts={[{ label: t('royalty.open'), value: `${formatWon(beforeWon)} → ${formatWon(afterWon)}` }]} />}
    />
  );
}
