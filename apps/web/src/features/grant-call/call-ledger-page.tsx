import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../design/page.js';
import { Book } from '../ledger/book.js';
import { useAccounts } from '../ledger/ledger.queries.js';
import { useCurrentCall } from './grant-call-layout.js';

const NO_NAMES = new Map<string, string>();
const NOW = {};

/** The books of a call by kinds of accounts. */
export function CallLedgerPage(): ReactElement {
  const { t } = useTranslation();
  const { name, book } = useCurrentCall();
  return (
    <Page title={`${name} ${t('ledger.title')}`} hideTitle>
      <Book book={book} query={useAccounts(book, NOW, 'chart')} names={NO_NAMES} point={NOW} filterOf={({ chart }) => ({ chart })} />
    </Page>
  );
}
