import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { SelectField } from '../../design/select-field.js';
import { todayInSeoul } from '../../format/date.js';
import { TimeBanner, TimeButton } from '../fund/time-bar.js';
import { ReportFrame } from '../report/report-frame.js';
import styles from '../report/report-choice.module.css';
import { usePermissions } from '../session/use-session.js';
import { TextDialog } from './text-dialog.js';

/** The first year of the plan. */
const FIRST_YEAR = 2021;

/** Report E: one fiscal year over all books in sight, and the texts in it that people decide. */
export function AnnualReportPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const [deciding, setDeciding] = useState(false);
  const { year, years, choose } = useYear();
  return (
    <>
      <TimeBanner />
      <ReportFrame
        key={year}
        subject={{ kind: 'annual', id: year }}
        title={t('report.kinds.annual')}
        tools={
          <>
            <TimeButton />
            {may('report-text.decide') && <Button onPress={() => setDeciding(true)}>{t('annualReport.decideText')}</Button>}
          </>
        }
        choice={
          <div className={styles['choice']}>
            <SelectField label={t('annualReport.year')} value={year} onChange={choose} choices={years.map((value) => ({ value, label: t('annualReport.ofYear', { year: value }) }))} hint={t('report.hints.annual')} />
          </div>
        }
      />
      {deciding && <TextDialog year={year} onClose={() => setDeciding(false)} />}
    </>
  );
}

/** The year lives in the address, so that a link to a report is a link to that report. */
function useYear(): { readonly year: string; readonly years: readonly string[]; readonly choose: (year: string) => void } {
  const [parameters, setParameters] = useSearchParams();
  const current = Number(todayInSeoul().slice(0, 4));
  const years = Array.from({ length: current - FIRST_YEAR + 1 }, (_, at) => String(current - at));
  const asked = parameters.get('year');
  return {
    year: years.find((each) => each === asked) ?? String(current),
    years,
    choose: (year) =>
      setParameters((now) => {
        now.set('year', year);
        return now;
      }),
  };
}
