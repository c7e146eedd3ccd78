import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useTimePoint } from '../fund/time-point.js';
import { acrossOf, downOf, levelsOf, linePath, paperFor, type CurvePaper } from './curve.js';
import { useJCurve, type JCurve } from './performance.requests.js';
import styles from './performance.module.css';

const WIDTH = 960;
const HEIGHT = 280;
const MARGIN = { left: 64, right: 24, top: 12, bottom: 34 };

/** How deep the partners' money was in, and when it came back. */
export function JCurveCard({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const { point } = useTimePoint();
  const query = useJCurve(fundId, point);
  return (
    <Card title={t('figures.curve')} note={t('figures.curveLead')}>
      <Loaded query={query}>{(curve) => (curve.points.length === 0 ? <p className={styles['note']}>{t('figures.reasons.NO_FLOWS')}</p> : <Curve curve={curve} />)}</Loaded>
    </Card>
  );
}

function Curve({ curve }: { readonly curve: JCurve }): ReactElement {
  const { t } = useTranslation();
  const { points } = curve;
  const paper = paperFor(points, WIDTH, HEIGHT);
  const [first, last] = [points[0], points.at(-1)];
  const words = { from: first?.on ?? '', to: last?.on ?? '', lowestOn: curve.lowestOn ?? '', lowest: formatWon(curve.lowestWon), last: formatWon(last?.netWon ?? '0'), gain: formatWon(last?.gainWon ?? '0') };
  return (
    <div className={styles['curve']}>
      <p className={styles['legend']}>
        <Legend name="net" text={t('figures.curveNet')} />
        <Legend name="gain" text={t('figures.curveGain')} />
        <span>{t('figures.unitAxis')}</span>
      </p>
      <svg className={styles['chart']} viewBox={`${-MARGIN.left} ${-MARGIN.top} ${WIDTH + MARGIN.left + MARGIN.right} ${HEIGHT + MARGIN.top + MARGIN.bottom}`} role="img" aria-label={t('figures.curveAlt', words)}>
        <Axes paper={paper} from={words.from} to={words.to} />
        <path className={styles['gain']} d={linePath(paper, points, (point) => point.gainWon)} />
        <path className={styles['net']} d={linePath(paper, points, (point) => point.netWon)} />
      </svg>
      <Facts
        columns
        facts={[
          curve.lowestOn === null ? null : { label: t('figures.lowest'), value: `${curve.lowestOn} (${formatWon(curve.lowestWon)}${t('common.won')})` },
          { label: t('figures.breaksEven'), value: curve.breaksEvenOn === null ? t('figures.notYet') : curve.breaksEvenOn },
        ]}
      />
      <details>
        <summary>{t('figures.curveTable')}</summary>
        <PlainTable
          label={t('figures.curveTable')}
          rows={points}
          rowKey={({ on }) => on}
          columns={[
            { header: t('figures.on'), cell: ({ on }) => on },
            { header: t('figures.paidIn'), align: 'right', cell: ({ paidInWon }) => formatWon(paidInWon) },
            { header: t('figures.distributed'), align: 'right', cell: ({ distributedWon }) => formatWon(distributedWon) },
            { header: t('figures.curveNet'), align: 'right', cell: ({ netWon }) => formatWon(netWon) },
            { header: t('figures.nav'), align: 'right', cell: ({ netAssetValueWon }) => formatWon(netAssetValueWon) },
            { header: t('figures.curveGain'), align: 'right', cell: ({ gainWon }) => formatWon(gainWon) },
          ]}
        />
      </details>
    </div>
  );
}

function Legend({ name, text }: { readonly name: 'net' | 'gain'; readonly text: string }): ReactElement {
  return (
    <span>
      <svg className={styles['line']} viewBox="0 0 32 12" aria-hidden="true">
        <path className={styles[name]} d="M0 6H32" />
      </svg>
      {text}
    </span>
  );
}

function Axes({ paper, from, to }: { readonly paper: CurvePaper; readonly from: string; readonly to: string }): ReactElement {
  const years = Array.from({ length: 40 }, (_, offset) => `${Number(from.slice(0, 4)) + 1 + offset}-01-01`).filter((day) => day <= to);
  const every = Math.max(1, Math.ceil(years.length / 10));
  return (
    <g className={styles['axes']}>
      {levelsOf(paper).map((level) => (
        <g key={level}>
          <line className={level === 0 ? styles['zero'] : undefined} x1={0} x2={WIDTH} y1={downOf(paper, level)} y2={downOf(paper, level)} />
          <text x={-8} y={downOf(paper, level) + 4} textAnchor="end">
            {level < 0 ? `△${Math.abs(level)}` : level}
          </text>
        </g>
      ))}
      {years
        .filter((_, index) => index % every === 0)
        .map((day) => (
          <text key={day} x={acrossOf(paper, day)} y={HEIGHT + 24} textAnchor="middle">
            {day.slice(0, 4)}
          </text>
        ))}
    </g>
  );
}
