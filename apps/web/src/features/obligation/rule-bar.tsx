import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import { formatBasisPoints } from '../../format/quantity.js';
import type { MandatePosition } from './obligation.requests.js';
import styles from './obligation.module.css';

/** What counts against what is asked for in the end, on one short line; the words beside it say the same. */
export function RuleBar({ position }: { readonly position: MandatePosition }): ReactElement {
  const { t } = useTranslation();
  const { rule, ratioPercent, met, lost, finalRatioBasisPoints } = position;
  const [counted, pending, whole] = [BigInt(position.countedWon), BigInt(position.pendingWon), wholeOf(position)];
  return (
    <div className={styles['progress']}>
      <div className={classes(styles['track'], met && styles['met'], lost && styles['lost'])} aria-hidden="true">
        <span className={styles['pending']} style={{ width: share(counted + pending, whole) }} />
        <span className={styles['counted']} style={{ width: share(counted, whole) }} />
        <span className={styles['goal']} style={{ left: share(BigInt(position.baseWon) * BigInt(finalRatioBasisPoints), whole * 10_000n) }} />
      </div>
      <span className={classes(styles['figures'], 'number')}>
        {ratioPercent ?? '–'} / {formatBasisPoints(finalRatioBasisPoints)}%{rule.test === 'AT_ALL_TIMES' ? ` · ${t('mandate.atOnce')}` : ''}
      </span>
    </div>
  );
}

/** The end of the line: the base, or what a multiple of it asks for. */
function wholeOf({ baseWon, finalRatioBasisPoints }: MandatePosition): bigint {
  const base = BigInt(baseWon);
  return finalRatioBasisPoints > 10_000 ? (base * BigInt(finalRatioBasisPoints)) / 10_000n : base;
}

/** Only here an amount becomes a length. */
function share(part: bigint, whole: bigint): string {
  if (whole <= 0n) return '0%';
  const thousandths = (part * 1000n) / whole;
  return `${Math.min(100, Math.max(0, Number(thousandths) / 10))}%`;
}
