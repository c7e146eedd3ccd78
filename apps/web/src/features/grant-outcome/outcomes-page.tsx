import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../design/page.js';
import { AssetsCard } from '../asset/assets-card.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import { ClaimsCard } from '../royalty/claims-card.js';
import { RoyaltiesCard } from '../royalty/royalties-card.js';
import { OrdersCard } from '../service-order/orders-card.js';

/** What stays after the money of a call: assets, income of results where the law knows royalties, claims, and what was tested. */
export function OutcomesPage(): ReactElement {
  const { t } = useTranslation();
  const { regime } = useCurrentCall();
  return (
    <Page title={t('grantOutcome.title')} lead={t(regime === 'RND' ? 'grantOutcome.leadRnd' : 'grantOutcome.leadSubsidy')}>
      <AssetsCard />
      {regime === 'RND' && <RoyaltiesCard />}
      <ClaimsCard />
      <OrdersCard />
    </Page>
  );
}
