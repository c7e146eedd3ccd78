import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../design/page.js';
import { Book } from '../ledger/book.js';
import { useAccounts } from '../ledger/ledger.queries.js';
import { useCurrentYear } from './voucher-year-layout.js';

const NO_NAMES = new Map<string, string>();
const NOW = {};

/** The books of a programme year by kinds of accounts: there is one account for each voucher, and those have a page of their own. */
export function YearLedgerPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const query = useAccounts(year.book, NOW, 'chart');
  return (
    <Page title={`${year.name} ${t('ledger.title')}`} hideTitle>
      <Book book={year.book} query={query} names={NO_NAMES} point={NOW} filterOf={({ chart }) => ({ chart })} />
    </Page>
  );
}
