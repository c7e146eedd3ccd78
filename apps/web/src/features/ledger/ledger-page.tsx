import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { Page } from '../../design/page.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useInvestments } from '../fund/fund.queries.js';
import { useTimePoint } from '../fund/time-point.js';
import { Book } from './book.js';
import { useAccounts } from './ledger.queries.js';

/** The books of a fund. */
export function LedgerPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const { point } = useTimePoint();
  const query = useAccounts(fund.book, point);
  return (
    <Page title={`${fund.name} ${t('ledger.title')}`} hideTitle>
      <Book book={fund.book} query={query} names={useNames(fund)} point={point} filterOf={({ key }) => ({ account: key })} />
    </Page>
  );
}

/** What the ids in account keys stand for: partners and investments by their names. */
function useNames(fund: Fund): ReadonlyMap<string, string> {
  const investments = useInvestments(fund.id, {}).data;
  return useMemo(() => new Map([...fund.partners.map(({ id, name }) => [id, name] as const), ...(investments ?? []).map(({ id, number, company }) => [id, `${number} ${company}`] as const)]), [fund, investments]);
}
