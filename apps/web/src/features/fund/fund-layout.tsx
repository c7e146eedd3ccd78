import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import type { Fund } from '../../api/types.js';
import { LinkButton } from '../../design/button.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { usePermissions } from '../session/use-session.js';
import styles from './fund-layout.module.css';
import { useFund, useFunds } from './fund.queries.js';
import { TimeBanner, TimeButton } from './time-bar.js';
import { useTimePoint } from './time-point.js';

/** What all pages of one fund share: which fund, where to go in it, and whose day is shown. */
export function FundLayout(): ReactElement {
  const { fundId = '' } = useParams();
  const { t } = useTranslation();
  const query = useFund(fundId);
  if (query.data === undefined) {
    return (
      <Page title={t('fund.overview')} hideTitle>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    );
  }
  return (
    <>
      <FundBar fund={query.data} />
      <TimeBanner />
      <Outlet context={query.data satisfies Fund} key={fundId} />
    </>
  );
}

/** The fund whose page this is. */
export function useCurrentFund(): Fund {
  return useOutletContext<Fund>();
}

function FundBar({ fund }: { readonly fund: Fund }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { search } = useTimePoint();
  const base = `/funds/${fund.id}`;
  const groups = [
    [
      { to: base, text: t('fund.dashboard'), shown: may('fund.read') },
      { to: `${base}/obligations`, text: t('mandate.tab'), shown: may('fund.read') },
      { to: `${base}/performance`, text: t('figures.tab'), shown: may('fund.read') },
    ],
    [
      { to: `${base}/investments`, text: t('fund.investments'), shown: may('investment.read') },
      { to: `${base}/evidence`, text: t('evidenceDesk.tab'), shown: may('investment.read') },
      { to: `${base}/outcomes`, text: t('valuationSheet.tab'), shown: may('fund.read') },
    ],
    [
      { to: `${base}/capital-calls`, text: t('fund.capitalCalls'), shown: may('fund.read') },
      { to: `${base}/distributions`, text: t('distribution.tab'), shown: may('fund.read') },
      { to: `${base}/expenses`, text: t('feeBook.tab'), shown: may('fund.read') },
      { to: `${base}/ledger`, text: t('fund.ledger'), shown: may('ledger.read') },
    ],
    [
      { to: `${base}/terms`, text: t('terms.title'), shown: may('policy.read') },
      { to: `${base}/report`, text: t('fund.report'), shown: may('report.read') },
    ],
  ];
  return (
    <div className={styles['bar']}>
      <div className={styles['name']}>
        <span className={styles['number']}>
          {fund.number} · {fund.generalPartner}
        </span>
        <FundSwitch fund={fund} />
      </div>
      <nav aria-label={t('fund.tabs')} className={styles['tabs']}>
        {groups
          .map((tabs) => tabs.filter(({ shown }) => shown))
          .filter(({ length }) => length > 0)
          .map((tabs) => (
            <div key={tabs[0]?.to}>
              {tabs.map(({ to, text }) => (
                <NavLink key={to} to={`${to}${search}`} end={to === base}>
                  {text}
                </NavLink>
              ))}
            </div>
          ))}
      </nav>
      <div className={styles['right']}>
        <TimeButton />
        {may('decision.read') && (
          <LinkButton to={`/audit/objects/${fund.id}${search}`} small>
            {t('audit.openObject')}
          </LinkButton>
        )}
        {may('investment.record') && (
          <LinkButton to={`${base}/investments/new`} tone="primary" icon="plus" small>
            {t('fund.record')}
          </LinkButton>
        )}
      </div>
    </div>
  );
}

/** Another fund, same page: comparing funds is going through this list. */
function FundSwitch({ fund }: { readonly fund: Fund }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { point, search } = useTimePoint();
  const funds = useFunds(point).data ?? [];
  const section = pathname.split('/')[3] ?? '';
  const others = funds.length === 0 ? [fund] : funds;
  return (
    <select className={styles['switch']} aria-label={t('fund.switch')} value={fund.id} onChange={(event) => void navigate(`/funds/${event.target.value}/${section}${search}`)}>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
