import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountBalance } from '../../api/types.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useLanguage } from '../../i18n/bilingual.js';
import styles from './ledger-page.module.css';

interface Props {
  readonly accounts: readonly AccountBalance[];
  readonly onOpen: (account: AccountBalance) => void;
  readonly toolbar: ReactNode;
}

const CLASSES = ['ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE', 'MEMO'] as const;

export function AccountsTable({ accounts, onOpen, toolbar }: Props): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = useMemo<readonly Column<AccountBalance>[]>(() => {
    const nameOf = (account: AccountBalance): string => (language === 'ko' ? account.nameKo : account.nameEn);
    const classOf = (account: AccountBalance): string => {
      const known = CLASSES.find((each) => each === account.class);
      return known === undefined ? account.class : t(`ledger.classes.${known}`);
    };
    return [
      {
        id: 'name',
        header: t('ledger.account'),
        kind: 'text',
        wrap: true,
        value: (account) => [nameOf(account), detailOf(account)].filter((part) => part !== '').join(' '),
        cell: (account) => (
          <>
            <button type="button" tabIndex={-1} className={styles['name']} onClick={() => onOpen(account)}>
              {nameOf(account)}
            </button>
            <span className={styles['detail']}>{detailOf(account)}</span>
          </>
        ),
      },
      { id: 'class', header: t('ledger.class'), kind: 'text', value: classOf },
      { id: 'balance', header: t('ledger.balance'), kind: 'won', value: ({ balance }) => BigInt(balance) },
      { id: 'floor', header: t('ledger.floor'), kind: 'won', value: ({ floor }) => (floor === null ? null : BigInt(floor)) },
      { id: 'lines', header: t('ledger.lines'), kind: 'count', value: ({ lineCount }) => BigInt(lineCount) },
    ];
  }, [t, language, onOpen]);
  return <DataTable label={t('ledger.accounts')} columns={columns} rows={accounts} rowKey={({ key }) => key} onOpen={onOpen} toolbar={toolbar} tall />;
}

/** What tells accounts of one kind apart, short enough to be read: the number of a deal, the start of an id. */
function detailOf({ key, chart }: AccountBalance): string {
  const rest = key.slice(key.indexOf(chart) + chart.length + 1);
  return rest.length > 20 ? `${rest.slice(0, 8)}…` : rest;
}
