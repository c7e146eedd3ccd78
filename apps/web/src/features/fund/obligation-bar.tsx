import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import styles from './obligation-bar.module.css';

interface Props {
  readonly ratioPercent: string | null;
  readonly requiredPercent: string;
  readonly met: boolean;
  /** With every pending deal accepted; left out where nothing is pending. */
  readonly pendingPercent?: string | null;
  readonly maxPercent?: string | null;
}

/** The ratio against what is required, on one line from 0 to 100 %. The words below say what the lengths show. */
export function ObligationBar({ ratioPercent, requiredPercent, met, pendingPercent = null, maxPercent = null }: Props): ReactElement {
  const { t } = useTranslation();
  const ratio = ratioPercent ?? '0.00';
  const pending = pendingPercent !== null && pendingPercent !== ratio ? pendingPercent : null;
  const legend = [
    { key: 'recognised', text: t('obligation.ratioNow', { percent: ratio }) },
    ...(pending === null ? [] : [{ key: 'pending', text: t('obligation.ratioIfPending', { percent: pending }) }]),
    ...(maxPercent === null ? [] : [{ key: 'reachable', text: t('obligation.ratioMax', { percent: maxPercent }) }]),
  ];
  return (
    <div className={classes(met && styles['met'])}>
      <div className={styles['bar']} aria-hidden="true">
        <span className={classes(styles['required-label'], 'number')} style={{ left: width(requiredPercent) }}>
          {t('obligation.requiredAt', { percent: requiredPercent })}
        </span>
        <div className={styles['track']}>
          {maxPercent !== null && <div className={classes(styles['segment'], styles['reachable'])} style={{ width: width(maxPercent) }} />}
          {pending !== null && <div className={classes(styles['segment'], styles['pending'])} style={{ width: width(pending) }} />}
          <div className={classes(styles['segment'], styles['recognised'])} style={{ width: width(ratio) }} />
        </div>
        <span className={styles['required']} style={{ left: width(requiredPercent) }} />
      </div>
      <ul className={styles['legend']}>
        {legend.map(({ key, text }) => (
          <li key={key} className="number">
            <span className={classes(styles['key'], styles[key])} />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A share of the line; never beyond its end. */
function width(percent: string): string {
  return `${Math.min(100, Math.max(0, Number(percent)))}%`;
}
