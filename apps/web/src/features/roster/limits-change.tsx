import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWon, groupDigits } from '../../format/won.js';
import type { IssueLimits } from './roster.requests.js';
import styles from './roster.module.css';

interface Limit {
  readonly label: string;
  readonly before: bigint;
  readonly after: bigint;
  readonly show: (amount: bigint) => string;
}

/** What may still be issued before and after: money, vouchers, companies. Any one of them stops the next voucher. */
export function LimitsChange({ before, after }: { readonly before: IssueLimits; readonly after: IssueLimits }): ReactElement {
  const { t } = useTranslation();
  const limits: readonly Limit[] = [
    { label: t('roster.budgetLeft'), before: BigInt(before.budgetWon), after: BigInt(after.budgetWon), show: (amount) => `${formatWon(amount)}${t('common.won')}` },
    { label: t('roster.vouchersLeft'), before: BigInt(before.vouchers), after: BigInt(after.vouchers), show: (amount) => `${groupDigits(amount)}${t('cockpit.pieces')}` },
    { label: t('roster.companiesLeft'), before: BigInt(before.companies), after: BigInt(after.companies), show: (amount) => `${groupDigits(amount)}${t('cockpit.companies')}` },
  ];
  return (
    <section className={styles['limits']} aria-label={t('roster.limits')}>
      {limits.map((limit) => (
        <LimitBar key={limit.label} limit={limit} />
      ))}
    </section>
  );
}

function LimitBar({ limit: { label, before, after, show } }: { readonly limit: Limit }): ReactElement {
  const taken = before - after;
  const share = (amount: bigint): number => (before <= 0n ? 0 : Number((amount * 1000n) / before) / 10);
  return (
    <div className={styles['limit']}>
      <p className={styles['label']}>{label}</p>
      <p className={styles['change']}>
        <span>{show(before)}</span>
        <span aria-hidden="true">→</span>
        <strong className={styles['after']}>{show(after)}</strong>
        {taken !== 0n && <span className={styles['delta']}>{taken > 0n ? `△${show(taken)}` : `+${show(-taken)}`}</span>}
      </p>
      <div className={styles['track']} aria-hidden="true">
        <span className={styles['left']} style={{ width: `${share(after)}%` }} />
        {taken > 0n && <span className={styles['taken']} style={{ width: `${Math.max(share(taken), 0.5)}%` }} />}
      </div>
    </div>
  );
}
