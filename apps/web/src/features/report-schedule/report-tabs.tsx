import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { CountBadge } from '../../design/count-badge.js';
import styles from '../approval/approvals-page.module.css';
import { useNewReports } from './schedule.requests.js';

/** Where to go among issued reports: all of them, those that came to oneself with how many are new, and what goes out by the calendar. */
export function ReportTabs(): ReactElement {
  const { t } = useTranslation();
  const count = useNewReports();
  return (
    <nav className={styles['tabs']} aria-label={t('reportSchedule.tabs')}>
      <NavLink to="/reports" end>
        {t('reportIssue.title')}
      </NavLink>
      <NavLink to="/reports/deliveries">
        {t('reportDelivery.title')}
        <CountBadge count={count} label={t('reportDelivery.badge', { count })} />
      </NavLink>
      <NavLink to="/reports/schedules">{t('reportSchedule.title')}</NavLink>
    </nav>
  );
}
