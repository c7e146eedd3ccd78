import type { RatioEvent, RatioPoint } from './audit.requests.js';

const MILLISECONDS_A_DAY = 86_400_000;

/** The number of a day, counted from 1970, for places on paper and on sliders. */
export const dayNumber = (day: string): number => Date.parse(day) / MILLISECONDS_A_DAY;

export const dayOfNumber = (number: number): string => new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/** The fund on a day: between two points nothing changed, so that the last one on or before it tells. Null before the first. */
export function pointOn(points: readonly RatioPoint[], day: string): RatioPoint | null {
  return points.findLast(({ on }) => on <= day) ?? null;
}

/** What had taken effect by a day, the latest first. */
export function eventsBy(events: readonly RatioEvent[], day: string): readonly RatioEvent[] {
  return events.filter(({ effectOn }) => effectOn <= day).toReversed();
}

export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly from: string;
  readonly to: string;
  /** The percentage at the upper edge. */
  readonly top: number;
}

export const across = ({ width, from, to }: Paper, day: string): number => (width * (dayNumber(day) - dayNumber(from))) / Math.max(1, dayNumber(to) - dayNumber(from));

export const down = ({ height, top }: Paper, percent: number): number => height - (height * percent) / top;

/** A curve in steps, as an SVG path; days without a ratio leave a gap. */
export function stepPath(paper: Paper, points: readonly RatioPoint[], side: 'then' | 'now'): string {
  const parts: string[] = [];
  let drawing = false;
  for (const point of points) {
    const percent = point[side]?.ratioPercent ?? null;
    const x = across(paper, point.on).toFixed(1);
    if (drawing) parts.push(`H${x}`);
    if (percent !== null) parts.push(`${drawing ? 'V' : `M${x} `}${down(paper, Number(percent)).toFixed(1)}`);
    drawing = percent !== null;
  }
  return parts.join('');
}

/** The upper edge: the next ten above the highest percentage, at most 100 above it. */
export function topOf(points: readonly RatioPoint[]): number {
  const highest = Math.max(10, ...points.flatMap(({ then, now }) => [then, now].flatMap((stand) => (stand === null ? [] : [Number(stand.ratioPercent ?? 0), Number(stand.requiredPercent)]))));
  return Math.ceil((highest + 1) / 10) * 10;
}
