import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWon } from '../../format/won.js';
import styles from './expense.module.css';
import type { PlannedFee } from './expense.requests.js';

/** Accrued − reductions are in the pieces already; what earlier bills were off comes on top. */
export function BillSum({ bill }: { readonly bill: PlannedFee }): ReactElement {
  const { t } = useTranslation();
  return (
    <span>
      {t('feeBook.accrued')} {formatWon(bill.accruedWon)}
      {bill.reducedByWon !== '0' && ` (${t('feeBook.reduced')} ${formatWon(bill.reducedByWon)})`}
      {bill.adjustmentWon !== '0' && ` · ${t('feeBook.adjustment')} ${formatWon(bill.adjustmentWon)}`} · <span className={styles['sum']}>{`${t('feeBook.billed')} ${formatWon(bill.amountWon)}`}</span>
    </span>
  );
}
