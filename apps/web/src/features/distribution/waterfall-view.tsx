import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { WonText } from '../../design/won-text.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import type { DistributionPart, DistributionPlan, WaterfallStep } from './distribution.requests.js';
import styles from './distribution.module.css';

interface Props {
  readonly plan: DistributionPlan;
  readonly parts: readonly DistributionPart[];
}

/** A distribution explained: a bar and a sentence for every step, and what everybody gets. */
export function WaterfallView({ plan, parts }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <section aria-label={t('distribution.working')}>
      <p className={styles['legend']} aria-hidden="true">
        <span>
          <span className={`${styles['swatch']} ${styles['investors']}`} />
          {t('distribution.investorsPart')}
        </span>
        <span>
          <span className={`${styles['swatch']} ${styles['carry']}`} />
          {t('distribution.carry')}
        </span>
      </p>
      <ol className={styles['steps']}>
        {plan.steps.map((step) => (
          <Step key={step.tier} step={step} wholeWon={plan.amountWon} />
        ))}
      </ol>
      <PartsTable parts={parts} />
    </section>
  );
}

function Step({ step, wholeWon }: { readonly step: WaterfallStep; readonly wholeWon: string }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const investors = BigInt(step.amountWon) - BigInt(step.carryWon);
  return (
    <li className={styles['step']}>
      <div className={styles['stepHead']}>
        <span>{say(step.name)}</span>
        <WonText amount={step.amountWon} />
      </div>
      <div className={styles['track']} aria-hidden="true">
        <div className={styles['investors']} style={{ width: width(investors, wholeWon) }} />
        <div className={styles['carry']} style={{ width: width(BigInt(step.carryWon), wholeWon) }} />
      </div>
      <p>{say(step.basis)}</p>
      <p className={styles['note']}>
        {t('distribution.limit')}: {step.limitWon === null ? t('distribution.noLimit') : `${formatWon(step.limitWon)}${t('common.won')}`}
        {step.carryWon !== '0' && ` · ${t('distribution.carryPart')} ${formatWon(step.carryWon)}${t('common.won')}`}
      </p>
    </li>
  );
}

/** For a bar only: the part of the whole in hundredths of a percent, cut. */
function width(part: bigint, whole: string): string {
  const all = BigInt(whole);
  const hundredths = all === 0n ? 0n : (part * 10_000n) / all;
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}%`;
}

export function PartsTable({ parts }: { readonly parts: readonly DistributionPart[] }): ReactElement {
  const { t } = useTranslation();
  const recallable = parts.some((part) => part.recallableWon !== '0');
  const total = (part: DistributionPart): bigint => BigInt(part.amountWon) + BigInt(part.carryWon);
  const sum = (pick: (part: DistributionPart) => string | bigint): string => formatWon(sumWon(parts.map(pick)));
  return (
    <PlainTable
      label={t('distribution.list')}
      rows={parts}
      rowKey={({ partnerId }) => partnerId}
      columns={[
        { header: t('distribution.partner'), cell: ({ partner }) => partner },
        { header: t('distribution.share'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
        { header: t('distribution.carry'), align: 'right', cell: ({ carryWon }) => formatWon(carryWon) },
        { header: t('distribution.shareTotal'), align: 'right', cell: (part) => formatWon(total(part)) },
        ...(recallable ? [{ header: t('distribution.recallable'), align: 'right' as const, cell: (part: DistributionPart) => formatWon(part.recallableWon) }] : []),
      ]}
      totals={[t('table.total'), sum((part) => part.amountWon), sum((part) => part.carryWon), sum(total), ...(recallable ? [sum((part) => part.recallableWon)] : [])]}
    />
  );
}
