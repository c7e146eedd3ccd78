import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { AccountBalance, Fund } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Toggle } from '../../design/toggle.js';
import { useLanguage } from '../../i18n/bilingual.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useInvestments } from '../fund/fund.queries.js';
import { useTimePoint } from '../fund/time-point.js';
import { AccountsTable } from './accounts-table.js';
import { EntryList } from './entry-list.js';
import styles from './ledger-page.module.css';
import { useAccounts, type EntryFilter } from './ledger.queries.js';

/** The books of a fund: every account with its balance, and the entries behind the one that is chosen. */
export function LedgerPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const { point } = useTimePoint();
  const query = useAccounts(fund.id, point);
  const names = useNames(fund);
  const [withZero, setWithZero] = useState(false);
  const chosen = useChosenAccount();
  const open = useCallback(({ key }: AccountBalance) => chosen.choose({ account: key }), [chosen]);
  return (
    <Page title={`${fund.name} ${t('ledger.title')}`} hideTitle>
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
        <Entries fundId={fund.id} accounts={query.data ?? []} filter={chosen.filter} onAll={() => chosen.choose({})} />
      </div>
    </Page>
  );
}

/** What the ids in account keys stand for: partners and investments by their names. */
function useNames(fund: Fund): ReadonlyMap<string, string> {
  const investments = useInvestments(fund.id, {}).data;
  return useMemo(() => new Map([...fund.partners.map(({ id, name }) => [id, name] as const), ...(investments ?? []).map(({ id, number, company }) => [id, `${number} ${company}`] as const)]), [fund, investments]);
}

interface EntriesProps {
  readonly fundId: string;
  readonly accounts: readonly AccountBalance[];
  readonly filter: EntryFilter;
  readonly onAll: () => void;
}

function Entries({ fundId, accounts, filter, onAll }: EntriesProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { point } = useTimePoint();
  const account = accounts.find(({ key, chart }) => key === filter.account || chart === filter.chart);
  const name = account === undefined ? null : language === 'ko' ? account.nameKo : account.nameEn;
  const all = filter.account === undefined && filter.chart === undefined;
  return (
    <Card
      title={name === null || all ? t('ledger.allEntries') : t('ledger.entriesOf', { name })}
      actions={
        !all && (
          <Button small tone="quiet" onPress={onAll}>
            {t('ledger.allEntries')}
          </Button>
        )
      }
    >
      <EntryList fundId={fundId} filter={filter} point={point} />
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
