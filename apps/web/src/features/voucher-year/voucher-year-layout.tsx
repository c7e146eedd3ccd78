import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Tag } from '../../design/tag.js';
import { usePermissions } from '../session/use-session.js';
import styles from './voucher-year-layout.module.css';
import { useVoucherYear, useVoucherYears, type VoucherYear } from './voucher-year.queries.js';
import { YEAR_TABS } from './year-tabs.js';

/** What all pages of one programme year share: which year, and where to go in it. */
export function VoucherYearLayout(): ReactElement {
  const { yearId = '' } = useParams();
  const { t } = useTranslation();
  const query = useVoucherYear(yearId);
  if (query.data === undefined) {
    return (
      <Page title={t('voucherYear.title')} hideTitle>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    );
  }
  return (
    <>
      <YearBar year={query.data} />
      <Outlet context={query.data satisfies VoucherYear} key={yearId} />
    </>
  );
}

/** The programme year whose page this is. */
export function useCurrentYear(): VoucherYear {
  return useOutletContext<VoucherYear>();
}

function YearBar({ year }: { readonly year: VoucherYear }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const base = `/vouchers/${year.id}`;
  return (
    <div className={styles['bar']}>
      <div className={styles['name']}>
        <Link to="/vouchers" className={styles['back']}>
          {t('voucherYear.title')}
        </Link>
        <span className={styles['title']}>
          <YearSwitch year={year} />
          {year.closedOn !== null && <Tag tone="neutral">{t('voucherYear.closedOn', { on: year.closedOn })}</Tag>}
        </span>
      </div>
      <nav aria-label={t('voucherYear.tabsLabel')} className={styles['tabs']}>
        {YEAR_TABS.filter(({ permission }) => may(permission)).map(({ segment, key }) => (
          <NavLink key={key} to={segment === '' ? base : `${base}/${segment}`} end={segment === ''}>
            {t(`voucherYear.tabs.${key}`)}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}

/** Another year, same page. */
function YearSwitch({ year }: { readonly year: VoucherYear }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const years = useVoucherYears().data ?? [];
  const section = pathname.split('/')[3] ?? '';
  return (
    <select className={styles['switch']} aria-label={t('voucherYear.switch')} value={year.id} onChange={(event) => void navigate(`/vouchers/${event.target.value}/${section}`)}>
      {(years.length === 0 ? [year] : years).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
