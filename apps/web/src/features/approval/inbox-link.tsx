import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { CountBadge } from '../../design/count-badge.js';
import { useApprovalCount } from './approval.requests.js';

/** The way to the inbox, with how many requests wait for this person. */
export function InboxLink(): ReactElement {
  const { t } = useTranslation();
  const count = useApprovalCount(true).data?.todo ?? 0;
  return (
    <NavLink to="/approvals">
      {t('approval.title')}
      <CountBadge count={count} label={t('approval.badge', { count })} />
    </NavLink>
  );
}
