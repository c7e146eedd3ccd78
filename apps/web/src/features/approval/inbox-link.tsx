import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useApprovalCount } from './approval.requests.js';
import styles from './approvals-page.module.css';

/** The way to the inbox, with how many requests wait for this person. */
export function InboxLink(): ReactElement {
  const { t } = useTranslation();
  const count = useApprovalCount(true).data?.todo ?? 0;
  return (
    <NavLink to="/approvals">
      {t('approval.title')}
      {count > 0 && (
        <span className={styles['count']} title={t('approval.badge', { count })}>
          {count}
          <span className="hidden-text"> {t('approval.badge', { count })}</span>
        </span>
      )}
    </NavLink>
  );
}
