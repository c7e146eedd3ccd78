import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Fund } from '../../api/types.js';
import { SelectField } from '../../design/select-field.js';
import { formatOfficialDate, quarterEnds, todayInSeoul } from '../../format/date.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { timePoint, useTimePoint } from '../fund/time-point.js';
import { ReportFrame } from './report-frame.js';
import styles from './report-choice.module.css';
import type { ReportKind, ReportSubject } from './report.requests.js';

const KINDS = ['fund-compliance', 'fund-quarterly', 'partner-statement', 'partner-statements', 'ilpa-reporting', 'ilpa-performance'] as const satisfies readonly ReportKind[];
type FundReportKind = (typeof KINDS)[number];

/** Reports that tell of one partner. */
const OF_A_PARTNER: ReadonlySet<FundReportKind> = new Set<FundReportKind>(['partner-statement', 'ilpa-reporting']);
const QUARTERS = 20;

/** The reports of a fund: which one, of which partner, at the end of which quarter. The layout above asks whose day is shown. */
export function ReportPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const choice = useChoice(fund);
  return <ReportFrame key={`${choice.kind} ${choice.subject.id}`} subject={choice.subject} title={t(`report.kinds.${choice.kind}`)} choice={<Choice fund={fund} {...choice} />} />;
}

interface Chosen {
  readonly kind: FundReportKind;
  readonly subject: ReportSubject;
  readonly choose: (name: 'report' | 'partner', value: string) => void;
}

/** What is chosen lives in the address, so that a link to a report is a link to that report. */
function useChoice(fund: Fund): Chosen {
  const [parameters, setParameters] = useSearchParams();
  const kind = KINDS.find((each) => each === parameters.get('report')) ?? 'fund-compliance';
  const partner = fund.partners.find(({ id }) => id === parameters.get('partner')) ?? fund.partners[0];
  const id = OF_A_PARTNER.has(kind) ? (partner?.id ?? '') : fund.id;
  return {
    kind,
    subject: { kind, id },
    choose: (name, value) =>
      setParameters((current) => {
        current.set(name, value);
        return current;
      }),
  };
}

function Choice({ fund, kind, subject, choose }: Chosen & { readonly fund: Fund }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['choice']}>
      <SelectField label={t('report.kind')} value={kind} onChange={(value) => choose('report', value)} choices={KINDS.map((value) => ({ value, label: t(`report.kinds.${value}`) }))} hint={t(`report.hints.${kind}`)} />
      {OF_A_PARTNER.has(kind) && <SelectField label={t('report.partner')} value={subject.id} onChange={(value) => choose('partner', value)} choices={fund.partners.map(({ id, name }) => ({ value: id, label: name }))} />}
      <QuarterField foundedOn={fund.foundedOn} />
    </div>
  );
}

/** Ends of quarters since the founding; any other day is chosen above. */
function QuarterField({ foundedOn }: { readonly foundedOn: string }): ReactElement {
  const { t } = useTranslation();
  const { asOf = '', point, change } = useTimePoint();
  const ends = useMemo(() => quarterEnds(todayInSeoul(), QUARTERS).filter((end) => end >= foundedOn), [foundedOn]);
  const choices = [...new Set([asOf, ...ends])].filter((end) => end !== '').toSorted().toReversed();
  const choose = (value: string): void => {
    change(timePoint(value === '' ? undefined : value, point.knownAt));
  };
  return <SelectField label={t('report.period')} value={asOf} onChange={choose} emptyLabel={t('report.today')} choices={choices.map((value) => ({ value, label: formatOfficialDate(value) }))} />;
}
