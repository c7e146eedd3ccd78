import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useInvestments, useObligation } from '../fund/fund.queries.js';
import { RecordInvestmentForm } from './record-investment-form.js';

/** Recording is always done now, whatever day the rest of the screens show. */
const NOW = {};

export function RecordInvestmentPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const obligation = useObligation(fund.id, NOW);
  const investments = useInvestments(fund.id, NOW);
  return (
    <Page title={t('investment.record')} lead={t('investment.recordLead')}>
      <Loaded query={obligation}>{(position) => <Loaded query={investments}>{(deals) => <RecordInvestmentForm fund={fund} obligation={position} investments={deals} />}</Loaded>}</Loaded>
    </Page>
  );
}
