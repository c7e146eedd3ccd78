import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Toggle } from '../../design/toggle.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useInvestments } from '../fund/fund.queries.js';
import { useTimePoint } from '../fund/time-point.js';
import { DealLinks } from '../deal/deal-links.js';
import { InvestmentsTable } from './investments-table.js';

export function InvestmentsPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const { point } = useTimePoint();
  const query = useInvestments(fund.id, point);
  const [withVoided, setWithVoided] = useState(false);
  return (
    <Page title={`${fund.name} ${t('investment.title')}`} hideTitle actions={<DealLinks fundId={fund.id} />}>
      <Card flush>
        <Loaded query={query}>
          {(investments) => (
            <InvestmentsTable
              fundId={fund.id}
              investments={investments.filter(({ voided }) => withVoided || !voided)}
              toolbar={
                investments.some(({ voided }) => voided) && (
                  <Toggle selected={withVoided} onChange={setWithVoided}>
                    {t('investment.showVoided')}
                  </Toggle>
                )
              }
            />
          )}
        </Loaded>
      </Card>
    </Page>
  );
}
