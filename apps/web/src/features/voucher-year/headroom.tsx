import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWonReading } from '../../design/won-text.js';
import { formatWon, groupDigits } from '../../format/won.js';
import styles from './cockpit.module.css';
import type { YearOverview } from './overview.queries.js';

interface Gauge {
  readonly label: string;
  readonly left: bigint;
  readonly used: bigint;
  readonly show: (amount: bigint) => string;
  readonly unit: string;
  readonly note?: string;
}

/** What may still be issued, of each of the three limits: any one of them stops the next voucher. */
export function Headroom({ overview }: { readonly overview: YearOverview }): ReactElement {
  const { t } = useTranslation();
  const reading = useWonReading();
  const [budget, left] = [BigInt(overview.money.budgetWon), BigInt(overview.money.budgetLeftWon)];
  const gauges: Gauge[] = [
    { label: t('cockpit.budgetLeft'), left, used: budget - left, show: formatWon, unit: t('common.won'), ...(left === 0n ? {} : { note: reading(left) }) },
    { label: t('cockpit.vouchersLeft'), left: BigInt(overview.vouchersLeft), used: BigInt(overview.vouchersIssued), show: groupDigits, unit: t('cockpit.pieces') },
    { label: t('cockpit.companiesLeft'), left: BigInt(overview.companiesLeft), used: BigInt(overview.companiesServed), show: groupDigits, unit: t('cockpit.companies') },
  ];
  return (
    <section className={styles['gauges']} aria-label={t('cockpit.headroom')}>
      {gauges.map((gauge) => (
        <GaugeTile key={gauge.label} gauge={gauge} />
      ))}
    </section>
  );
}

function GaugeTile({ gauge: { label, left, used, show, unit, note } }: { readonly gauge: Gauge }): ReactElement {
  const { t } = useTranslation();
  const whole = left + used;
  const share = whole === 0n ? 0 : Number((used * 1000n) / whole) / 10;
  const spent = t('cockpit.usedOf', { used: show(used), whole: show(whole), unit });
  return (
    <div className={styles['gauge']}>
      <p className={styles['label']}>{label}</p>
      <p className={styles['figure']}>
        <span className="number">{show(left)}</span>
        <span className={styles['unit']}>{unit}</span>
        {note !== undefined && <span className={styles['reading']}>{note}</span>}
      </p>
      <div className={styles['track']} role="img" aria-label={spent} data-full={left === 0n && whole > 0n}>
        <span className={styles['fill']} style={{ width: `${share}%` }} />
      </div>
      <p className={styles['note']}>{whole === 0n ? t('cockpit.nothingGranted') : spent}</p>
    </div>
  );
}
