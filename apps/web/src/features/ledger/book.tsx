import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { AccountBalance } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Toggle } from '../../design/toggle.js';
import { useLanguage } from '../../i18n/bilingual.js';
import type { TimePoint } from '../fund/time-point.js';
import { AccountsTable } from './accounts-table.js';
import { EntryList } from './entry-list.js';
import { ExtractButton } from './extract-button.js';
import styles from './ledger-page.module.css';
import type { EntryFilter } from './ledger.queries.js';

interface Props {
  readonly book: string;
  readonly query: UseQueryResult<AccountBalance[]>;
  /** Names by the ids that tell accounts of one kind apart. */
  readonly names: ReadonlyMap<string, string>;
  readonly point: TimePoint;
  /** The entries behind a row: those of the account, or of all accounts of its kind. */
  readonly filterOf: (account: AccountBalance) => EntryFilter;
}

/** A set of books: every account with its balance, and the entries behind the one that is chosen. */
export function Book({ book, query, names, point, filterOf }: Props): ReactElement {
  const { t } = useTranslation();
  const [withZero, setWithZero] = useState(false);
  const chosen = useChosenAccount();
  const open = useCallback((account: AccountBalance) => chosen.choose(filterOf(account)), [chosen, filterOf]);
  return (
    <div className={styles['columns']}>
      <Card flush>
        <Loaded query={query}>
          {(accounts) => (
            <AccountsTable
              names={names}
              accounts={accounts.filter(({ balance }) => withZero || balance !== '0')}
              onOpen={open}
              toolbar={
                <Toggle selected={withZero} onChange={setWithZero}>
                  {t('ledger.showZero')}
                </Toggle>
              }
            />
          )}
        </Loaded>
      </Card>
      <Entries book={book} point={point} accounts={query.data ?? []} filter={chosen.filter} onAll={() => chosen.choose({})} />
    </div>
  );
}

interface EntriesProps {
  readonly book: string;
  readonly point: TimePoint;
  readonly accounts: readonly AccountBalance[];
  readonly filter: EntryFilter;
  readonly onAll: () => void;
}

function Entries({ book, point, accounts, filter, onAll }: EntriesProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const account = accounts.find(({ key, chart }) => key === filter.account || chart === filter.chart);
  const name = account === undefined ? null : language === 'ko' ? account.nameKo : account.nameEn;
  const all = filter.account === undefined && filter.chart === undefined;
  return (
    <Card
      title={name === null || all ? t('ledger.allEntries') : t('ledger.entriesOf', { name })}
      actions={
        <>
          {!all && (
            <Button small tone="quiet" onPress={onAll}>
              {t('ledger.allEntries')}
            </Button>
          )}
          <ExtractButton book={book} point={point} />
        </>
      }
    >
      <EntryList book={book} filter={filter} point={point} />
    </Card>
  );
}

/** Which account's entries are shown is part of the address: figures link to it. */
function useChosenAccount(): { readonly filter: EntryFilter; readonly choose: (filter: EntryFilter) => void } {
  const [parameters, setParameters] = useSearchParams();
  const account = parameters.get('account');
  const chart = parameters.get('chart');
  return useMemo(
    () => ({
      filter: { ...(account === null ? {} : { account }), ...(chart === null ? {} : { chart }) },
      choose: (filter) =>
        setParameters((current) => {
          current.delete('account');
          current.delete('chart');
          Object.entries(filter).forEach(([name, value]) => current.set(name, String(value)));
          return current;
        }),
    }),
    [account, chart, setParameters],
  );
}
