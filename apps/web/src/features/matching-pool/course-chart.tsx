import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon, wonOnAxis } from '../../format/won.js';
import styles from './matching.module.css';

/** What is drawn of each day: amounts in won as text, by the key of their line. */
export interface CourseLine<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly colour: string;
  readonly dashed?: boolean;
}

interface Props<Key extends string> {
  readonly label: string;
  readonly lines: readonly CourseLine<Key>[];
  readonly points: readonly (Readonly<Record<Key, string>> & { readonly on: string })[];
}

const AXIS = { stroke: 'var(--krds-color-light-gray-40)', tick: { fill: 'var(--krds-color-light-gray-60)' }, tickLine: false } as const;
/** Steps of the axis in won: 1천만 to 1,000억. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].map((tens) => tens * 10_000_000);

const MOST_MONTHS = 12;

/** The first days of months within a span, thinned out until they fit under the chart: no month is named twice. */
function monthsOf(instants: readonly number[]): number[] {
  const [first, last] = [new Date(Math.min(...instants)), Math.max(...instants)];
  const months: number[] = [];
  for (let month = first.getUTCMonth() + (first.getUTCDate() === 1 ? 0 : 1), at = 0; (at = Date.UTC(first.getUTCFullYear(), month, 1)) <= last; month += 1) months.push(at);
  const step = Math.max(1, Math.ceil(months.length / MOST_MONTHS));
  return months.filter((_, index) => index % step === 0);
}

/** Money over time in steps: each amount stands until the day on which it changes. The same as a table below. */
export function CourseChart<Key extends string>({ label, lines, points }: Props<Key>): ReactElement {
  const { t } = useTranslation();
  // Only here an amount becomes a number, to be drawn.
  const data = points.map((point) => ({ at: Date.parse(point.on), source: point, ...(Object.fromEntries(lines.map(({ key }) => [key, Number(point[key])])) as Record<Key, number>) }));
  const largest = Math.max(0, ...data.flatMap((point) => lines.map(({ key }) => point[key])));
  const step = STEPS.find((each) => largest / each < 6) ?? largest;
  const ticks = Array.from({ length: Math.floor(largest / step) + 2 }, (_, index) => index * step);
  return (
    <>
      <div className={styles['chart']} role="img" aria-label={label}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={data} margin={{ top: 22, right: 16, bottom: 0, left: 0 }} accessibilityLayer>
            <CartesianGrid vertical={false} stroke="var(--krds-color-light-gray-10)" />
            <XAxis dataKey="at" type="number" scale="time" domain={['dataMin', 'dataMax']} ticks={monthsOf(data.map(({ at }) => at))} tickFormatter={(at: number) => new Date(at).toISOString().slice(0, 7)} {...AXIS} />
            <YAxis tickFormatter={(value: number) => wonOnAxis(BigInt(Math.round(value)))} width={52} ticks={ticks} domain={[0, ticks.at(-1) ?? 0]} label={{ value: t('obligation.paceAxis'), position: 'top', offset: 10, fill: 'var(--krds-color-light-gray-60)' }} {...AXIS} />
            <Tooltip content={({ payload }) => <Tip lines={lines} point={(payload[0]?.payload as { source?: Props<Key>['points'][number] } | undefined)?.source} />} />
            <Legend verticalAlign="bottom" height={24} iconType="plainline" />
            {lines.map(({ key, label: name, colour, dashed }) => (
              <Line key={key} name={name} dataKey={key} type="stepAfter" stroke={colour} strokeWidth={2.5} {...(dashed === true ? { strokeDasharray: '6 4' } : {})} dot={false} isAnimationActive={false} />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <details>
        <summary>{t('matching.courseTable')}</summary>
        <PlainTable
          label={label}
          rows={points}
          rowKey={({ on }) => on}
          columns={[{ header: t('matching.on'), cell: ({ on }) => on }, ...lines.map(({ key, label: header }) => ({ header, align: 'right' as const, cell: (point: Props<Key>['points'][number]) => formatWon(point[key]) }))]}
        />
      </details>
    </>
  );
}

function Tip<Key extends string>({ lines, point }: { readonly lines: readonly CourseLine<Key>[]; readonly point: Props<Key>['points'][number] | undefined }): ReactElement | null {
  if (point === undefined) return null;
  return (
    <div className={styles['tip']}>
      <strong>{point.on}</strong>
      {lines.map(({ key, label }) => (
        <p key={key}>
          {label} {formatWon(point[key])}
        </p>
      ))}
    </div>
  );
}
