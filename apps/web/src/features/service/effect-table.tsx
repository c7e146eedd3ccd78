import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import type { UseSplit, VoucherMoney } from './service.requests.js';
import styles from './service.module.css';

const FIGURES = ['availableWon', 'heldWon', 'balanceWon', 'ownMoneyWon', 'returnedWon', 'budgetLeftWon'] as const satisfies readonly (keyof VoucherMoney)[];

/** Only what changes: the eye should not have to look for it. */
export function MoneyTable({ before, after }: { readonly before: VoucherMoney; readonly after: VoucherMoney }): ReactElement | null {
  const { t } = useTranslation();
  const rows = FIGURES.filter((figure) => before[figure] !== after[figure]);
  if (rows.length === 0) return null;
  return (
    <PlainTable
      label={t('voucherService.effect')}
      rows={rows}
      rowKey={(figure) => figure}
      columns={[
        { header: '', cell: (figure) => t(`voucherService.money.${figure}`) },
        { header: t('voucherService.before'), align: 'right', cell: (figure) => formatWon(before[figure]) },
        { header: t('voucherService.after'), align: 'right', cell: (figure) => <span className={styles['changed']}>{formatWon(after[figure])}</span> },
      ]}
    />
  );
}

/** Who pays what of a bill, while it is typed. */
export function SplitView({ split }: { readonly split: UseSplit }): ReactElement {
  const { t } = useTranslation();
  const parts = [
    { label: t('voucherService.government'), amount: split.governmentWon, strong: true },
    { label: t('voucherService.self'), amount: split.selfWon, strong: false },
    { label: t('voucherService.vatByCompany'), amount: split.vatWon, strong: false },
    { label: t('voucherService.toProvider'), amount: split.providerWon, strong: false },
  ];
  return (
    <dl className={styles['split']} aria-label={t('voucherService.split')}>
      {parts.map(({ label, amount, strong }) => (
        <div key={label} className={strong ? styles['strong'] : undefined}>
          <dt>{label}</dt>
          <dd>{formatWon(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}
