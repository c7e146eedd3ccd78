import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from '../approval/approvals-page.module.css';
import { useDeliveries } from './schedule.requests.js';

/** Where to go among issued reports: all of them, those that came to oneself with how many are new, and what goes out by the calendar. */
export function ReportTabs(): ReactElement {
  const { t } = useTranslation();
  const count = (useDeliveries().data ?? []).filter(({ state }) => state === 'NEW').length;
  return (
    <nav className={styles['tabs']} aria-label={t('reportSchedule.tabs')}>
      <NavLink to="/reports" end>
        {t('reportIssue.title')}
      </NavLink>
      <NavLink to="/reports/deliveries">
        {t('reportDelivery.title')}
        {count > 0 && (
          <span className={styles['count']} title={t('reportDelivery.badge', { count })}>
            {count}
            <span className="hidden-text"> {t('reportDelivery.badge', { count })}</span>
          </span>
        )}
      </NavLink>
      <NavLink to="/reports/schedules">{t('reportSchedule.title')}</NavLink>
    </nav>
  );
}
