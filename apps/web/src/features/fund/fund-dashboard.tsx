import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund, Obligation } from '../../api/types.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { History } from '../history/history.js';
import { DutiesCard } from '../life/duties-card.js';
import { BasesCard } from './bases-card.js';
import { CompareCard } from './compare-card.js';
import { FigurePanel } from './figure-panel.js';
import styles from './fund-dashboard.module.css';
import { useCurrentFund } from './fund-layout.js';
import { useObligation } from './fund.queries.js';
import { HeadroomCard, KeyFigures } from './headroom-card.js';
import { PaceCard } from './pace-card.js';
import { PartnersCard } from './partners-card.js';
import { PerformanceCard } from './performance-card.js';
import { RoutesCard } from './routes-card.js';
import { RuleCard } from './rule-card.js';
import { useTimePoint } from './time-point.js';

/** Where one fund stands under its obligation, and what every figure rests on. */
export function FundDashboard(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const { point } = useTimePoint();
  const query = useObligation(fund.id, point);
  return (
    <Page title={`${fund.name} ${t('fund.dashboard')}`} hideTitle>
      <Loaded query={query}>{(obligation) => <Dashboard fund={fund} obligation={obligation} />}</Loaded>
    </Page>
  );
}

function Dashboard({ fund, obligation }: { readonly fund: Fund; readonly obligation: Obligation }): ReactElement {
  const { asOf } = useTimePoint();
  return (
    <>
      <HeadroomCard obligation={obligation} />
      <KeyFigures obligation={obligation} />
      {asOf !== undefined && <CompareCard fundId={fund.id} asOf={asOf} />}
      <BasesCard obligation={obligation} />
      <div className={styles['two']}>
        <PaceCard obligation={obligation} />
        <RoutesCard obligation={obligation} />
      </div>
      <DutiesCard fundId={fund.id} />
      <PartnersCard fundId={fund.id} />
      <div className={styles['two']}>
        <RuleCard fund={fund} obligation={obligation} />
        <PerformanceCard fundId={fund.id} />
      </div>
      <History id={fund.id} />
      <FigurePanel fund={fund} obligation={obligation} />
    </>
  );
}
