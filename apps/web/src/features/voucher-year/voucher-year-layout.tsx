import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useOutletContext, useParams } from 'react-router';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { SectionBar } from '../../design/section-bar.js';
import { Tag } from '../../design/tag.js';
import { usePermissions } from '../session/use-session.js';
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
  return (
    <SectionBar
      list={{ to: '/vouchers', label: t('voucherYear.title') }}
      current={year}
      others={useVoucherYears().data ?? []}
      switchLabel={t('voucherYear.switch')}
      tags={year.closedOn !== null && <Tag tone="neutral">{t('voucherYear.closedOn', { on: year.closedOn })}</Tag>}
      tabsLabel={t('voucherYear.tabsLabel')}
      tabs={YEAR_TABS.filter(({ permission }) => may(permission)).map(({ segment, key }) => ({ segment, label: t(`voucherYear.tabs.${key}`) }))}
    />
  );
}
