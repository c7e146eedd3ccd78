import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { usePermissions } from '../session/use-session.js';
import { useTimePoint } from '../fund/time-point.js';
import styles from './deal-links.module.css';

/** The pages about the deals of one fund, one click from each other. */
export function DealLinks({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { search } = useTimePoint();
  const links = [
    { to: `/funds/${fundId}/investments`, text: t('investment.listTitle'), shown: true },
    { to: `/funds/${fundId}/portfolio`, text: t('portfolio.title'), shown: true },
    { to: `/funds/${fundId}/waivers`, text: t('waivers.title'), shown: true },
    { to: '/related-parties', text: t('relatedParties.title'), shown: may('related-party.read') },
  ];
  return (
    <nav aria-label={t('deal.more')} className={styles['links']}>
      {links
        .filter(({ shown }) => shown)
        .map(({ to, text }) => (
          <NavLink key={to} to={`${to}${search}`} end>
            {text}
          </NavLink>
        ))}
    </nav>
  );
}
