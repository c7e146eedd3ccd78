import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Legend, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { PacePoint } from '../../api/types.js';
import { formatWon, wonOnAxis } from '../../format/won.js';
import styles from './pace.module.css';

/** What was invested altogether is not on every chart. */
export type ChartPoint = Omit<PacePoint, 'investedWon'> & Partial<Pick<PacePoint, 'investedWon'>>;

interface Props {
  readonly points: readonly ChartPoint[];
  /** The line to be reached; left out where the points reach it themselves. */
  readonly requiredWon?: string;
  readonly asOf?: string;
}

/** A point on the paper: only here an amount becomes a number, to be drawn. */
interface Drawn {
  readonly at: number;
  readonly on: string;
  readonly expected: number;
  readonly qualifying: number | null;
  readonly invested: number | null;
  readonly source: ChartPoint;
}

/** Steps of the axis in won: 1억 to 2,000억. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000].map((eok) => eok * 100_000_000);

const AXIS = { stroke: 'var(--krds-color-light-gray-40)', tick: { fill: 'var(--krds-color-light-gray-60)' }, tickLine: false } as const;

export function PaceChart({ points, requiredWon, asOf }: Props): ReactElement {
  const { t } = useTranslation();
  const data = points.map(drawn);
  const largest = Math.max(amountOf(requiredWon) ?? 0, ...data.flatMap(({ expected, qualifying, invested }) => [expected, qualifying ?? 0, invested ?? 0]));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={data} margin={{ top: 22, right: 16, bottom: 0, left: 0 }} accessibilityLayer>
        <CartesianGrid vertical={false} stroke="var(--krds-color-light-gray-10)" />
        <XAxis dataKey="at" type="number" scale="time" domain={['dataMin', 'dataMax']} ticks={yearStarts(data)} tickFormatter={monthOf} {...AXIS} />
        <YAxis tickFormatter={(value: number) => wonOnAxis(BigInt(Math.round(value)))} width={44} ticks={ticksUpTo(largest)} domain={[0, ticksUpTo(largest).at(-1) ?? 0]} label={{ value: t('obligation.paceAxis'), position: 'top', offset: 10, fill: 'var(--krds-color-light-gray-60)' }} {...AXIS} />
        <Tooltip content={({ payload }) => <Tip drawn={payload[0]?.payload as Drawn | undefined} />} />
        <Legend verticalAlign="bottom" height={24} iconType="plainline" />
        {requiredWon !== undefined && <ReferenceLine y={Number(requiredWon)} stroke="var(--krds-color-light-gray-90)" strokeWidth={1.5} label={{ value: t('obligation.paceRequired'), position: 'insideBottomRight', fill: 'var(--krds-color-light-gray-90)' }} />}
        {asOf !== undefined && <ReferenceLine x={Date.parse(asOf)} stroke="var(--krds-color-light-gray-40)" />}
        <Line name={t('obligation.paceExpected')} dataKey="expected" stroke="var(--krds-color-light-gray-50)" strokeDasharray="6 4" dot={false} isAnimationActive={false} />
        {data.some(({ invested }) => invested !== null) && <Line name={t('obligation.paceInvested')} dataKey="invested" type="stepAfter" stroke="var(--krds-color-light-secondary-50)" strokeDasharray="2 3" strokeWidth={1.5} dot={false} isAnimationActive={false} />}
        <Line name={t('obligation.paceActual')} dataKey="qualifying" type="stepAfter" stroke="var(--krds-color-light-primary-50)" strokeWidth={2.5} dot={false} isAnimationActive={false} />
      </LineChart>
    </ResponsiveContainer>
  );
}

function drawn(source: ChartPoint): Drawn {
  return {
    at: Date.parse(source.on),
    on: source.on,
    expected: Number(source.expectedWon),
    qualifying: amountOf(source.qualifyingWon),
    invested: amountOf(source.investedWon),
    source,
  };
}

/** Round steps from zero past the largest amount, at most seven of them. */
function ticksUpTo(largest: number): number[] {
  const step = STEPS.find((each) => largest / each < 6) ?? largest;
  return Array.from({ length: Math.floor(largest / step) + 2 }, (_, index) => index * step);
}

/** The first of January and of July between the ends. */
function yearStarts(data: readonly Drawn[]): number[] {
  const [from, to] = [data[0]?.at ?? 0, data.at(-1)?.at ?? 0];
  const first = new Date(from).getUTCFullYear();
  return Array.from({ length: 40 }, (_, half) => Date.UTC(first, half * 6, 1)).filter((at) => at >= from && at <= to);
}

const amountOf = (won: string | null | undefined): number | null => (won === null || won === undefined ? null : Number(won));

function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}

function Tip({ drawn: point }: { readonly drawn: Drawn | undefined }): ReactElement | null {
  const { t } = useTranslation();
  if (point === undefined) return null;
  const { source } = point;
  return (
    <div className={styles['tip']}>
      <strong>{source.on}</strong>
      <p>
        {t('obligation.paceExpected')} {formatWon(source.expectedWon)}
      </p>
      {source.qualifyingWon !== null && (
        <p>
          {t('obligation.paceActual')} {formatWon(source.qualifyingWon)}
        </p>
      )}
      {source.investedWon !== null && source.investedWon !== undefined && (
        <p>
          {t('obligation.paceInvested')} {formatWon(source.investedWon)}
        </p>
      )}
    </div>
  );
}
