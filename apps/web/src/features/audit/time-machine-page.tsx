import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { SelectField } from '../../design/select-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { useFunds } from '../fund/fund.queries.js';
import { useTimePoint } from '../fund/time-point.js';
import { useAuditQuery } from './audit-query.js';
import { useRatioSeries, type RatioSeries } from './audit.requests.js';
import { EventsTable } from './events-table.js';
import { RatioChart } from './ratio-chart.js';
import { dayNumber, dayOfNumber, eventsBy, pointOn } from './series.js';
import styles from './time-machine.module.css';

const SETTLED_MILLISECONDS = 300;

/** Any day's ratio as it was known then, beside what is known at a time of one's choice. */
export function TimeMachinePage(): ReactElement {
  const { t } = useTranslation();
  const { point, filter, narrow } = useAuditQuery();
  const funds = useFunds(point);
  const fundId = filter.fundId ?? funds.data?.[0]?.id ?? '';
  return (
    <Page title={t('audit.timeMachine')} lead={t('audit.machineLead')}>
      <Loaded query={funds}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{t('audit.noFund')}</Empty>
          ) : (
            <>
              <SelectField label={t('audit.fund')} value={fundId} onChange={(id) => narrow({ ...filter, fundId: id })} choices={all.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))} name="fundId" />
              <Machine key={fundId} fundId={fundId} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** D is looked up in the curve that is there; T asks for another curve once the hand rests. */
function Machine({ fundId }: { readonly fundId: string }): ReactElement {
  const { point } = useTimePoint();
  const [parameters, setParameters] = useSearchParams();
  const [known, setKnown] = useState(parameters.get('t') ?? '');
  const [day, setDay] = useState(parameters.get('d') ?? '');
  const settled = useDebounced(known, SETTLED_MILLISECONDS);
  const query = useRatioSeries(fundId, settled === '' ? point : { ...point, knownAt: settled });
  const keep = (name: 'd' | 't', value: string): void =>
    setParameters(
      (current) => {
        current.set(name, value);
        return current;
      },
      { replace: true },
    );
  return (
    <Loaded query={query}>
      {(series) => (
        <Dials
          series={series}
          on={day === '' || day > series.asOf ? series.asOf : day}
          knownOn={known === '' ? latestKnown(series, point.knownAt) : known}
          lastKnown={latestKnown(series, point.knownAt)}
          onDay={(next) => {
            setDay(next);
            keep('d', next);
          }}
          onKnown={(next) => {
            setKnown(next);
            keep('t', next);
          }}
        />
      )}
    </Loaded>
  );
}

/** The day of what the room is pinned to; nothing later may be known. */
function latestKnown(series: RatioSeries, pinned: string | undefined): string {
  if (pinned === undefined) return series.asOf;
  return pinned.includes('T') ? formatInstant(pinned).slice(0, 10) : pinned;
}

interface DialsProps {
  readonly series: RatioSeries;
  readonly on: string;
  readonly knownOn: string;
  readonly lastKnown: string;
  readonly onDay: (day: string) => void;
  readonly onKnown: (day: string) => void;
}

function Dials({ series, on, knownOn, lastKnown, onDay, onKnown }: DialsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Card>
        <div className={styles['machine']}>
          <div className={styles['legend']}>
            <span className={styles['legendThen']}>{t('audit.thenCurve')}</span>
            <span>{t('audit.nowCurve')}</span>
            <span className={styles['legendLate']}>{t('audit.late')}</span>
          </div>
          <RatioChart series={series} on={on} knownOn={knownOn} />
          <Dial label={t('audit.handleOn')} from={series.foundedOn} to={series.asOf} day={on} onDay={onDay} />
          <Dial label={t('audit.handleKnown')} from={series.foundedOn} to={lastKnown} day={knownOn} onDay={onKnown} />
        </div>
      </Card>
      <div className={styles['below']}>
        <Comparison series={series} on={on} />
        <Card title={t('audit.events')} flush>
          <EventsTable events={eventsBy(series.events, on)} fundId={series.fundId} />
        </Card>
      </div>
    </>
  );
}

function Dial({ label, from, to, day, onDay }: { readonly label: string; readonly from: string; readonly to: string; readonly day: string; readonly onDay: (day: string) => void }): ReactElement {
  return (
    <label className={styles['dial']}>
      <span>{label}</span>
      <input type="range" min={dayNumber(from)} max={dayNumber(to)} value={dayNumber(day)} aria-valuetext={day} onChange={(event) => onDay(dayOfNumber(Number(event.target.value)))} />
      <output className="number">{day}</output>
    </label>
  );
}

function Comparison({ series, on }: { readonly series: RatioSeries; readonly on: string }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const point = pointOn(series.points, on);
  const percent = (text: string | null | undefined): string => (text === null || text === undefined ? '–' : `${text}%`);
  const bases = (point?.now ?? point?.then)?.bases ?? [];
  const same = bases.every(({ basis }) => ratioOf(point?.then, basis) === ratioOf(point?.now, basis));
  return (
    <Card title={on} note={series.fundNumber}>
      {bases.length === 0 ? (
        <Callout tone="information" title={t('audit.noRule')} />
      ) : (
        <div className={styles['comparison']}>
          <Callout tone={same ? 'success' : 'warning'} title={same ? t('audit.same') : t('audit.differs')} />
          <PlainTable
            label={on}
            rows={bases}
            rowKey={({ basis }) => basis}
            tone={({ basis }) => (ratioOf(point?.then, basis) === ratioOf(point?.now, basis) ? undefined : 'warning')}
            columns={[
              { header: t('audit.basisColumn'), cell: ({ basis }) => `${term('basis', basis)}${basis === series.decidingBasis ? ` ★ ${t('audit.deciding')}` : ''}`, wrap: true },
              { header: t('audit.thenColumn'), cell: ({ basis }) => percent(ratioOf(point?.then, basis)), align: 'right' },
              { header: t('audit.nowColumn'), cell: ({ basis }) => percent(ratioOf(point?.now, basis)), align: 'right' },
            ]}
          />
        </div>
      )}
    </Card>
  );
}

type Stand = RatioSeries['points'][number]['now'];

const ratioOf = (stand: Stand | undefined, wanted: string): string | null | undefined => stand?.bases.find(({ basis }) => basis === wanted)?.ratioPercent;
