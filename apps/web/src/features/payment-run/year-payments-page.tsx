import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { DueCard } from './due-card.js';
import { useBooksToPay, usePaymentRuns } from './payment-run.requests.js';
import { RunsCard } from './runs-card.js';

/** What a programme year owes to its providers, and the runs in which it leaves: one press from the claims to a drafted run. */
export function YearPaymentsPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const book = `voucher/${year.id}`;
  const runs = usePaymentRuns(book);
  return (
    <Page title={t('payment.title')} lead={t('payment.lead')}>
      <Loaded query={useBooksToPay()}>
        {(books) => <DueCard chosen={books.find((each) => each.book === book) ?? { book, label: year.name, owed: 0, owedWon: '0', hasAccount: false }} />}
      </Loaded>
      <RunsCard runs={runs} empty={t('payment.empty')} />
    </Page>
  );
}
