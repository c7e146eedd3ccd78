import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Obligation } from '../../api/types.js';
import { Card } from '../../design/card.js';
import { Empty } from '../../design/page.js';
import { percentOf } from '../../format/percent.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import styles from './routes-card.module.css';

/** Where the money went, by the route that was claimed; the dark part is recognised. */
export function RoutesCard({ obligation }: { readonly obligation: Obligation }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const routes = [...obligation.byRoute].sort((one, other) => (BigInt(one.amountWon) < BigInt(other.amountWon) ? 1 : -1));
  const largest = routes[0]?.amountWon ?? '0';
  const share = (amount: string): string => `${percentOf(amount, largest) ?? '0'}%`;
  return (
    <Card title={t('obligation.routes')} actions={<Legend />}>
      {routes.length === 0 && <Empty>{t('investment.empty')}</Empty>}
      <div className={styles['routes']}>
        {routes.map((route) => (
          <Fragment key={route.route}>
            <span>{term('route', route.route)}</span>
            <span className={styles['count']}>{t('obligation.routeCount', { count: route.count })}</span>
            <span className={styles['bar']} aria-hidden="true">
              <span className={styles['all']} style={{ width: share(route.amountWon) }} />
              <span className={styles['recognised']} style={{ width: share(route.qualifyingWon) }} />
            </span>
            <span className={`${styles['right']} number`}>{formatWon(route.amountWon)}</span>
          </Fragment>
        ))}
      </div>
    </Card>
  );
}

function Legend(): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={styles['legend']}>
      <span>
        <i className={styles['recognised']} />
        {t('obligation.routeQualifying')}
      </span>
      <span>
        <i className={styles['all']} />
        {t('obligation.routeOther')}
      </span>
    </span>
  );
}
