import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RatioSeries } from './audit.requests.js';
import styles from './time-machine.module.css';
import { across, down, pointOn, stepPath, topOf, type Paper } from './series.js';

interface Props {
  readonly series: RatioSeries;
  readonly on: string;
  readonly knownOn: string;
}

const WIDTH = 960;
const HEIGHT = 260;
const MARGIN = { left: 48, right: 16, top: 12, bottom: 34 };

/** Two curves in steps, what is required, what moved them, and the two handles as lines. */
export function RatioChart({ series, on, knownOn }: Props): ReactElement {
  const { t } = useTranslation();
  const paper: Paper = { width: WIDTH, height: HEIGHT, from: series.foundedOn, to: series.asOf, top: topOf(series.points) };
  const shown = pointOn(series.points, on);
  const required = series.points.findLast(({ now }) => now !== null)?.now?.requiredPercent;
  const percent = (text: string | null | undefined): string => (text === null || text === undefined ? '–' : `${text}%`);
  return (
    <svg
      className={styles['chart']}
      viewBox={`${-MARGIN.left} ${-MARGIN.top} ${WIDTH + MARGIN.left + MARGIN.right} ${HEIGHT + MARGIN.top + MARGIN.bottom}`}
      role="img"
      aria-label={t('audit.chartAlt', { fund: series.fundNumber, on, then: percent(shown?.then?.ratioPercent), now: percent(shown?.now?.ratioPercent) })}
    >
      <Axes paper={paper} />
      {required !== undefined && (
        <g className={styles['required']}>
          <line x1={0} x2={WIDTH} y1={down(paper, Number(required))} y2={down(paper, Number(required))} />
          <text x={6} y={down(paper, Number(required)) - 6}>
            {t('audit.required', { percent: required })}
          </text>
        </g>
      )}
      <path className={styles['then']} d={stepPath(paper, series.points, 'then')} />
      <path className={styles['now']} d={stepPath(paper, series.points, 'now')} />
      {series.events.map((event, index) => (
        <circle key={index} className={event.late ? styles['late'] : styles['event']} cx={across(paper, event.effectOn)} cy={HEIGHT} r={event.late ? 5 : 3.5}>
          <title>{`${event.effectOn} ${t(`audit.eventKinds.${event.kind}`)} ${event.what}`}</title>
        </circle>
      ))}
      <Handle paper={paper} day={on} label="D" />
      {knownOn <= series.asOf && knownOn >= series.foundedOn && <Handle paper={paper} day={knownOn} label="T" />}
    </svg>
  );
}

function Handle({ paper, day, label }: { readonly paper: Paper; readonly day: string; readonly label: string }): ReactElement {
  const x = across(paper, day);
  return (
    <g className={styles['handle']}>
      <line x1={x} x2={x} y1={0} y2={HEIGHT} />
      <text x={x} y={-2} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

function Axes({ paper }: { readonly paper: Paper }): ReactElement {
  const years = Array.from({ length: 60 }, (_, offset) => `${Number(paper.from.slice(0, 4)) + 1 + offset}-01-01`).filter((day) => day <= paper.to);
  const steps = Array.from({ length: Math.floor(paper.top / 20) + 1 }, (_, step) => step * 20);
  return (
    <g className={styles['axes']}>
      {steps.map((percent) => (
        <g key={percent}>
          <line x1={0} x2={WIDTH} y1={down(paper, percent)} y2={down(paper, percent)} />
          <text x={-8} y={down(paper, percent) + 4} textAnchor="end">
            {percent}%
          </text>
        </g>
      ))}
      {years.map((day) => (
        <text key={day} x={across(paper, day)} y={HEIGHT + 24} textAnchor="middle">
          {day.slice(0, 7)}
        </text>
      ))}
    </g>
  );
}
