import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import styles from './expense.module.css';
import { voidFee, type FeeBill } from './expense.requests.js';
import { PayDialog } from './pay-dialog.js';

const unpaidOf = (bill: FeeBill): bigint => (bill.voidedOn === null ? BigInt(bill.amountWon) - BigInt(bill.paidWon) : 0n);

/** Bills made so far; one that nobody has paid can be taken back, the last first. */
export function BillsTable({ fundId, bills }: { readonly fundId: string; readonly bills: readonly FeeBill[] }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { isNow } = useTimePoint();
  const [paying, setPaying] = useState<FeeBill | null>(null);
  const [voiding, setVoiding] = useState<FeeBill | null>(null);
  const last = bills.filter(({ voidedOn }) => voidedOn === null).at(-1);
  if (bills.length === 0) {
    return (
      <Empty>
        <p>{t('feeBook.noBills')}</p>
      </Empty>
    );
  }
  return (
    <>
      <PlainTable
        label={t('feeBook.bills')}
        rows={[...bills].reverse()}
        rowKey={({ id }) => id}
        columns={[
          { header: t('feeBook.period'), cell: ({ periodFrom, periodTo }) => `${periodFrom} ~ ${periodTo}` },
          { header: t('feeBook.billedOn'), cell: ({ billedOn }) => billedOn },
          { header: t('feeBook.billed'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
          { header: t('feeBook.adjustment'), align: 'right', cell: ({ adjustmentWon }) => formatWon(adjustmentWon) },
          { header: t('feeBook.paid'), align: 'right', cell: ({ paidWon }) => formatWon(paidWon) },
          { header: t('feeBook.unpaid'), align: 'right', cell: (bill) => formatWon(unpaidOf(bill)) },
          {
            header: '',
            cell: (bill) => (
              <span className={styles['actions']}>
                {bill.voidedOn !== null && (
                  <Tag tone="neutral">
                    {t('feeBook.voided')} {bill.voidReason}
                  </Tag>
                )}
                {isNow && may('expense.pay') && unpaidOf(bill) > 0n && (
                  <Button small tone="secondary" onPress={() => setPaying(bill)}>
                    {t('feeBook.pay')}
                  </Button>
                )}
                {isNow && may('fee.void') && bill.id === last?.id && bill.paidWon === '0' && (
                  <Button small tone="quiet" onPress={() => setVoiding(bill)}>
                    {t('feeBook.voidBill')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {paying !== null && <PayDialog fundId={fundId} bill={paying} onClose={() => setPaying(null)} />}
      {voiding !== null && <VoidBill fundId={fundId} bill={voiding} onClose={() => setVoiding(null)} />}
    </>
  );
}

function VoidBill({ fundId, bill, onClose }: { readonly fundId: string; readonly bill: FeeBill; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const run = async (reason: string): Promise<void> => {
    await voidFee(fundId, bill.id, reason, intent.headersFor({ id: bill.id, reason }));
    intent.done();
    await refreshFund(fundId);
  };
  return (
    <ReasonDialog title={t('feeBook.voidBillTitle')} label={t('feeBook.voidReason')} missing={t('feeBook.missingReason')} action={t('feeBook.voidBill')} tone="danger" run={run} onClose={onClose}>
      <p>{t('feeBook.voidLead')}</p>
    </ReasonDialog>
  );
}
