import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { CountBadge } from '../../design/count-badge.js';
import { usePermissions } from '../session/use-session.js';
import styles from './approvals-page.module.css';
import { BOXES, useApprovalCount, type Box } from './approval.requests.js';

/** Where to go in the matters of approval: the four boxes of the inbox, and who may sign what. */
export function ApprovalTabs({ box }: { readonly box: Box | null }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const count = useApprovalCount(true).data?.todo ?? 0;
  return (
    <nav className={styles['tabs']} aria-label={t('approval.title')}>
      {BOXES.map((each) => (
        <Link key={each} to={`/approvals?box=${each}`} {...(each === box ? { 'aria-current': 'page' as const } : {})}>
          {t(`approval.boxes.${each}`)}
          {each === 'todo' && <CountBadge count={count} label={t('approval.badge', { count })} />}
        </Link>
      ))}
      <span className={styles['gap']} />
      <NavLink to="/approval-policies">{t('approvalPolicy.title')}</NavLink>
      <NavLink to="/deputies">{t('deputy.title')}</NavLink>
      {may('break-glass.read') && <NavLink to="/break-glass">{t('breakGlass.title')}</NavLink>}
    </nav>
  );
}
