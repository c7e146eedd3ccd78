import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentFund } from '../fund/fund-layout.js';
import { ReportFrame } from './report-frame.js';

/** The compliance report of a fund; the layout above asks whose day is shown. */
export function ReportPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  return <ReportFrame subject={{ kind: 'fund-compliance', id: fund.id }} title={t('report.title')} />;
}
