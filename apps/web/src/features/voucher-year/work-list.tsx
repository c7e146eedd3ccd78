import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../design/icon.js';
import { formatWon } from '../../format/won.js';
import styles from './cockpit.module.css';
import { useUndecidedSigns, type YearOverview } from './overview.queries.js';

interface Waiting {
  readonly label: string;
  readonly count: number;
  readonly won?: string;
  readonly to: string;
}

/** What waits for whom, in the order of the life of a voucher; each leads to where it is done. */
export function WorkList({ yearId, overview }: { readonly yearId: string; readonly overview: YearOverview }): ReactElement {
  const { t } = useTranslation();
  const steps = useWaiting(yearId, overview);
  return (
    <ol className={styles['work']} aria-label={t('cockpit.work')}>
      {steps.map(({ label, count, won, to }) => (
        <li key={label}>
          <Link to={to} className={styles['step']} data-idle={count === 0}>
            <span className={styles['label']}>{label}</span>
            <span className={styles['count']}>
              {count}
              <Icon name="right" size={16} />
            </span>
            <span className={styles['note']}>{won === undefined || won === '0' ? '' : `${formatWon(won)}${t('common.won')}`}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

function useWaiting(yearId: string, overview: YearOverview): readonly Waiting[] {
  const { t } = useTranslation();
  const signs = useUndecidedSigns(yearId);
  const base = `/vouchers/${yearId}`;
  const vouchers = (...states: readonly string[]): number => overview.vouchers.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const services = (state: string): { count: number; won: string } => {
    const found = overview.services.find((each) => each.state === state);
    return { count: found?.count ?? 0, won: found?.publicWon ?? '0' };
  };
  return [
    { label: t('cockpit.toSelect'), count: vouchers('APPLIED', 'SCREENED', 'EVALUATED'), to: `${base}/applications` },
    { label: t('cockpit.toAgree'), count: vouchers('SELECTED'), to: `${base}/applications` },
    { label: t('cockpit.toIssue'), count: vouchers('AGREED'), to: `${base}/roster` },
    { label: t('cockpit.toInspect'), count: services('DELIVERED').count + services('ACCEPTED').count, to: `${base}/claims` },
    { label: t('cockpit.toCapture'), ...services('CLAIMED'), to: `${base}/claims` },
    { label: t('cockpit.toPay'), ...services('CAPTURED'), to: `${base}/payments` },
    { label: t('cockpit.toRecover'), count: overview.openClawbacks, won: overview.clawbackWon, to: `${base}/clawbacks` },
    { label: t('cockpit.toJudge'), count: signs, to: `${base}/warnings` },
  ];
}
