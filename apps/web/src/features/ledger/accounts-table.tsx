import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountBalance } from '../../api/types.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useLanguage } from '../../i18n/bilingual.js';
import styles from './ledger-page.module.css';

interface Props {
  readonly accounts: readonly AccountBalance[];
  /** Names by the ids that tell accounts of one kind apart. */
  readonly names: ReadonlyMap<string, string>;
  readonly onOpen: (account: AccountBalance) => void;
  readonly toolbar: ReactNode;
}

const CLASSES = ['ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE', 'MEMO'] as const;

export function AccountsTable({ accounts, names, onOpen, toolbar }: Props): ReactElement {
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
        text: 'wrap',
        value: (account) => [nameOf(account), detailOf(account, names)].filter((part) => part !== '').join(' '),
        cell: (account) => (
          <>
            <button type="button" tabIndex={-1} className={styles['name']} onClick={() => onOpen(account)}>
              {nameOf(account)}
            </button>
            <span className={styles['detail']}>{detailOf(account, names)}</span>
          </>
        ),
      },
      { id: 'class', header: t('ledger.class'), kind: 'text', value: classOf },
      { id: 'balance', header: t('ledger.balance'), kind: 'won', value: ({ balance }) => BigInt(balance) },
      { id: 'floor', header: t('ledger.floor'), kind: 'won', value: ({ floor }) => (floor === null ? null : BigInt(floor)) },
      { id: 'lines', header: t('ledger.lines'), kind: 'count', value: ({ lineCount }) => BigInt(lineCount) },
    ];
  }, [t, language, names, onOpen]);
  return <DataTable label={t('ledger.accounts')} title={t('ledger.accounts')} columns={columns} rows={accounts} rowKey={({ key }) => key} onOpen={onOpen} toolbar={toolbar} tall />;
}

/** What tells accounts of one kind apart: the name of the partner or the deal, otherwise the key's own words. */
function detailOf({ key, chart }: AccountBalance, names: ReadonlyMap<string, string>): string {
  const rest = key.slice(key.indexOf(chart) + chart.length + 1);
  return names.get(rest) ?? (rest.length > 40 ? `${rest.slice(0, 8)}…` : rest);
}
