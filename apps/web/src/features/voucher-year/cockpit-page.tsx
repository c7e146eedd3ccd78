import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { usePermissions } from '../session/use-session.js';
import styles from './cockpit.module.css';
import { ExpiringCard } from './expiring-card.js';
import { Headroom } from './headroom.js';
import { useYearOverview, type YearOverview } from './overview.queries.js';
import { StuckCard } from './stuck-card.js';
import { useCurrentYear } from './voucher-year-layout.js';
import { WorkList } from './work-list.js';

/** Where a programme year stands: what may still be issued, what waits for whom, and what is about to go wrong. */
export function CockpitPage(): ReactElement {
  const year = useCurrentYear();
  const query = useYearOverview(year.id);
  return (
    <Page title={year.name} hideTitle>
      <Loaded query={query}>
        {(overview) => (
          <>
            {overview.money.budgetWon === '0' && <NoBudget yearId={year.id} />}
            <Headroom overview={overview} />
            <WorkList yearId={year.id} overview={overview} />
            <MoneyTiles yearId={year.id} overview={overview} />
            <div className={styles['lists']}>
              <ExpiringCard yearId={year.id} overview={overview} />
              <StuckCard yearId={year.id} overview={overview} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function NoBudget({ yearId }: { readonly yearId: string }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <Callout tone="information" title={t('cockpit.noBudget')}>
      {may('voucher-budget.decide') && (
        <LinkButton small tone="primary" to={`/vouchers/${yearId}/terms`}>
          {t('cockpit.decideBudget')}
        </LinkButton>
      )}
    </Callout>
  );
}

const TILES = ['outstanding', 'held', 'captured', 'unpaid', 'paid', 'expired', 'revoked'] as const;
/** The account whose entries are behind a figure. */
const CHARTS: Readonly<Record<(typeof TILES)[number], string>> = {
  outstanding: 'voucher.outstanding',
  held: 'voucher.balance',
  captured: 'voucher.redeemed',
  unpaid: 'voucher.payable-public',
  paid: 'voucher.appropriation',
  expired: 'voucher.returned',
  revoked: 'voucher.returned',
};

/** Public money by where it is; each figure leads to its entries. */
function MoneyTiles({ yearId, overview }: { readonly yearId: string; readonly overview: YearOverview }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className={styles['tiles']} aria-label={t('cockpit.money')}>
      {TILES.map((tile) => (
        <div key={tile} className={styles['tile']}>
          <p className={styles['note']}>{t(`cockpit.tiles.${tile}`)}</p>
          <p className={styles['value']}>
            <Link to={`/vouchers/${yearId}/ledger?chart=${CHARTS[tile]}`}>
              <WonText amount={overview.money[`${tile}Won`]} bare />
            </Link>
          </p>
        </div>
      ))}
    </section>
  );
}
