import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeBanner, TimeButton } from '../fund/time-bar.js';
import { ReportFrame } from '../report/report-frame.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';

/** The settlement report of a programme year, as of any day and as known on any other. */
export function VoucherReportPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  return (
    <>
      <TimeBanner />
      <ReportFrame subject={{ kind: 'voucher-settlement', id: year.id }} title={t('report.settlement')} tools={<TimeButton />} />
    </>
  );
}
