import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { DueCard } from './due-card.js';
import { useBooksToPay, usePaymentRuns } from './payment-run.requests.js';
import { RunsCard } from './runs-card.js';

/** What all instruments owe, the runs in which it leaves, and what the bank did with them. */
export function PaymentRunsPage(): ReactElement {
  const { t } = useTranslation();
  const books = useBooksToPay();
  const runs = usePaymentRuns();
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get('book');
  return (
    <Page title={t('paymentRun.title')} lead={t('paymentRun.lead')}>
      <Loaded query={books}>
        {(found) => {
          const chosen = found.find(({ book }) => book === wanted) ?? found.find(({ owed }) => owed > 0) ?? found[0];
          if (chosen === undefined) {
            return (
              <Empty>
                <p>{t('paymentRun.nothingEver')}</p>
              </Empty>
            );
          }
          return <DueCard key={chosen.book} chosen={chosen} choice={{ books: found, onChoose: (book) => setParameters({ book }, { replace: true }) }} />;
        }}
      </Loaded>
      <RunsCard runs={runs} empty={t('paymentRun.empty')} />
    </Page>
  );
}
