import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../../api/client.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { WonText } from '../../design/won-text.js';
import styles from './performance-card.module.css';
import { useTimePoint } from './time-point.js';

/** What the fund is worth and has given back, at the point in time that is shown. */
export function PerformanceCard({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const { point } = useTimePoint();
  const query = useQuery({
    queryKey: ['fund', fundId, 'performance', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/performance', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, last) => (last?.queryKey[1] === fundId ? before : undefined),
  });
  const multiple = (value: string | null): string => (value === null ? '–' : `${value}×`);
  const rate = (percent: string | null): string => (percent === null ? t('performance.none') : `${percent.replace('-', '△')}%`);
  return (
    <Card title={t('performance.title')}>
      <Loaded query={query}>
        {(figures) => (
          <dl className={styles['figures']}>
            <Figure label={t('performance.dpi')} value={multiple(figures.dpi)} />
            <Figure label={t('performance.rvpi')} value={multiple(figures.rvpi)} />
            <Figure label={t('performance.tvpi')} value={multiple(figures.tvpi)} />
            <Figure label={t('performance.net')} value={rate(figures.netRate.percent)} />
            <Figure label={t('performance.gross')} value={rate(figures.grossRate.percent)} />
            <Figure label={t('performance.nav')} value={<WonText amount={figures.netAssetValueWon} />} />
            <Figure label={t('performance.distributed')} value={<WonText amount={figures.distributedWon} />} />
            <Figure label={t('performance.cash')} value={<WonText amount={figures.cashWon} />} />
          </dl>
        )}
      </Loaded>
    </Card>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: ReactElement | string }): ReactElement {
  return (
    <div>
      <dt className={styles['label']}>{label}</dt>
      <dd className={`${styles['value']} number`}>{value}</dd>
    </div>
  );
}
