import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { DateField } from '../../design/date-field.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useTimePoint } from '../fund/time-point.js';
import { useCapitalAccounts, type CapitalAccount, type CapitalAccounts } from './performance.requests.js';
import styles from './performance.module.css';

const COLUMNS = ['opening', 'contributed', 'distributed', 'fees', 'realised', 'unrealised', 'carry', 'closing'] as const;

/** The partners' capital accounts from a day to the day that is shown. */
export function AccountsCard({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const { point, asOf } = useTimePoint();
  const last = asOf ?? todayInSeoul();
  const [typed, setTyped] = useState(`${last.slice(0, 4)}-01-01`);
  const from = parseDateInput(typed);
  const wrong = from === null || from > last;
  const query = useCapitalAccounts(fundId, wrong ? null : from, point);
  return (
    <Card title={t('figures.accounts')} note={t('figures.accountsLead')}>
      <div className={styles['tools']}>
        <div className={styles['narrow']}>
          <DateField label={t('figures.from')} name="from" value={typed} onChange={setTyped} error={wrong ? t('figures.badPeriod') : undefined} />
        </div>
      </div>
      {!wrong && <Loaded query={query}>{(accounts) => <AccountsTable accounts={accounts} />}</Loaded>}
    </Card>
  );
}

function AccountsTable({ accounts: { accounts, carry, netAssetValueWon } }: { readonly accounts: CapitalAccounts }): ReactElement {
  const { t } = useTranslation();
  const amount = (row: CapitalAccount, column: (typeof COLUMNS)[number]): string => row[`${column}Won`];
  return (
    <>
      <PlainTable
        label={t('figures.accounts')}
        rows={accounts}
        rowKey={({ partnerId }) => partnerId}
        columns={[{ header: t('figures.partner'), cell: ({ partner }: CapitalAccount) => partner }, ...COLUMNS.map((column) => ({ header: t(`figures.${column}`), align: 'right' as const, cell: (row: CapitalAccount) => formatWon(amount(row, column)) }))]}
        totals={[t('table.total'), ...COLUMNS.map((column) => formatWon(sumWon(accounts.map((row) => amount(row, column)))))]}
      />
      <p className={styles['note']}>
        {t('figures.carryRow')}: {formatWon(carry.closingWon)}
        {t('common.won')} · {t('figures.nav')}: {formatWon(netAssetValueWon)}
        {t('common.won')}
      </p>
    </>
  );
}
