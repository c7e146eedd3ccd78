import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { ForecastCard } from '../forecast/forecast-card.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useTimePoint } from '../fund/time-point.js';
import { AccountsCard } from './accounts-card.js';
import { DealsCard } from './deals-card.js';
import { JCurveCard } from './j-curve-card.js';
import { usePerformance, type Performance, type Rate } from './performance.requests.js';
import styles from './performance.module.css';
import { shownRate } from './rate.js';

/** How the fund did: multiples and rates, its course, its deals, its partners, and what may come. */
export function PerformancePage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const { point } = useTimePoint();
  const query = usePerformance(fund.id, point);
  return (
    <Page title={t('figures.title')} lead={t('figures.lead')}>
      <Card title={t('performance.title')}>
        <Loaded query={query}>{(figures) => <Figures figures={figures} />}</Loaded>
      </Card>
      <JCurveCard fundId={fund.id} />
      <DealsCard fundId={fund.id} />
      <AccountsCard fundId={fund.id} />
      <ForecastCard fundId={fund.id} />
    </Page>
  );
}

function Figures({ figures }: { readonly figures: Performance }): ReactElement {
  const { t } = useTranslation();
  const multiple = (value: string | null): string => (value === null ? '–' : `${value}×`);
  return (
    <dl className={styles['figures']}>
      <Figure label={t('figures.pic')} value={multiple(figures.pic)} />
      <Figure label={t('performance.dpi')} value={multiple(figures.dpi)} />
      <Figure label={t('performance.rvpi')} value={multiple(figures.rvpi)} />
      <Figure label={t('performance.tvpi')} value={multiple(figures.tvpi)} />
      <RateFigure label={t('performance.net')} rate={figures.netRate} note={t('figures.explainNet')} />
      <RateFigure label={t('figures.rateAfterCarry')} rate={figures.rateAfterCarry} note={t('figures.explainAfterCarry')} />
      <RateFigure label={t('performance.gross')} rate={figures.grossRate} note={t('figures.explainGross')} />
      <Figure label={t('performance.nav')} value={<WonText amount={figures.netAssetValueWon} />} />
      <Figure label={t('figures.paidIn')} value={<WonText amount={figures.paidInWon} />} />
      <Figure label={t('performance.distributed')} value={<WonText amount={figures.distributedWon} />} />
      <Figure label={t('figures.carryPaid')} value={<WonText amount={figures.carryPaidWon} />} />
      <Figure label={t('figures.carryAccrued')} value={<WonText amount={figures.carryAccruedWon} />} />
      <Figure label={t('performance.cash')} value={<WonText amount={figures.cashWon} />} />
      {figures.otherCashWon !== '0' && <Figure label={t('figures.otherCash')} value={<WonText amount={figures.otherCashWon} />} />}
    </dl>
  );
}

function RateFigure({ label, rate, note }: { readonly label: string; readonly rate: Rate; readonly note: string }): ReactElement {
  const { t } = useTranslation();
  const remark = rate.reason !== null ? t(`figures.reasons.${rate.reason}`) : rate.ambiguous ? t('figures.ambiguous') : note;
  return <Figure label={label} value={shownRate(rate) ?? t('performance.none')} note={remark} />;
}

function Figure({ label, value, note }: { readonly label: string; readonly value: ReactNode; readonly note?: string }): ReactElement {
  return (
    <div>
      <dt className={styles['label']}>{label}</dt>
      <dd className={`${styles['value']} number`}>{value}</dd>
      {note !== undefined && <dd className={styles['note']}>{note}</dd>}
    </div>
  );
}
