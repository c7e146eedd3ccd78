import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { Facts } from '../../design/facts.js';
import { PlainTable } from '../../design/plain-table.js';
import { WonText } from '../../design/won-text.js';
import { formatOfficialDate } from '../../format/date.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useTimePoint } from '../fund/time-point.js';
import { shownRate } from '../performance/rate.js';
import { Refusal } from '../rule/refusal.js';
import { useForecast } from './forecast.requests.js';
import styles from './forecast.module.css';

/** What a scenario comes to: multiple, rate, carry, and every movement on the way. */
export function ForecastResult({ fundId, settled }: { readonly fundId: string; readonly settled: string }): ReactElement {
  const { t } = useTranslation();
  const { point } = useTimePoint();
  const query = useForecast(fundId, point, settled);
  if (query.error !== null) return <Refusal error={query.error} />;
  if (query.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { events, byPartner, shortOfCash, tvpi, netRate, carryWon } = query.data;
  return (
    <section aria-label={t('forecast.result')} className={styles['result']}>
      {shortOfCash !== null && <Callout tone="danger">{t('forecast.short', { on: formatOfficialDate(shortOfCash.on), amount: formatWon(shortOfCash.mostWon) })}</Callout>}
      <Facts
        columns
        facts={[
          { label: t('forecast.tvpi'), value: tvpi === null ? '–' : `${tvpi}×` },
          { label: t('forecast.netRate'), value: shownRate(netRate) ?? (netRate.reason === null ? '–' : t(`figures.reasons.${netRate.reason}`)) },
          { label: t('forecast.carry'), value: <WonText amount={carryWon} /> },
        ]}
      />
      <PlainTable
        label={t('forecast.events')}
        rows={events}
        rowKey={(event, index) => `${event.on} ${event.kind} ${index}`}
        columns={[
          { header: t('forecast.on'), cell: ({ on }) => on },
          { header: t('forecast.kind'), cell: ({ kind }) => t(`forecast.kinds.${kind}`) },
          { header: t('forecast.reference'), cell: ({ reference }) => reference ?? '' },
          { header: t('forecast.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
          { header: t('forecast.cashAfter'), align: 'right', cell: ({ cashAfterWon }) => formatWon(cashAfterWon) },
        ]}
      />
      <details>
        <summary>{t('forecast.byPartner')}</summary>
        <PlainTable
          label={t('forecast.byPartner')}
          rows={byPartner}
          rowKey={({ partnerId }) => partnerId}
          columns={[
            { header: t('figures.partner'), cell: ({ partner }) => partner },
            { header: t('forecast.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
          ]}
          totals={[t('table.total'), formatWon(sumWon(byPartner.map(({ amountWon }) => amountWon)))]}
        />
      </details>
    </section>
  );
}
