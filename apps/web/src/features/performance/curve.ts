import type { JCurvePoint } from './performance.requests.js';

/** Where days and amounts lie on the paper; amounts in hundred millions of won, for drawing only. */
export interface CurvePaper {
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly step: number;
}

const day = (on: string): number => Date.parse(on);
/** For drawing only: tenths of a hundred million, cut. */
export const units = (amountWon: string): number => Number(BigInt(amountWon) / 10_000_000n) / 10;

/** A paper that shows every point and the zero line, with lines at round amounts. */
export function paperFor(points: readonly JCurvePoint[], width: number, height: number): CurvePaper {
  const amounts = points.flatMap((point) => [units(point.netWon), units(point.gainWon)]);
  const [highest, lowest] = [Math.max(1, ...amounts), Math.min(0, ...amounts)];
  const step = roundStep((highest - lowest) / 5);
  return { width, height, from: day(points[0]?.on ?? '2020-01-01'), to: day(points.at(-1)?.on ?? '2020-01-02'), top: Math.ceil(highest / step) * step, bottom: Math.floor(lowest / step) * step, step };
}

function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 0.1)));
  return ([1, 2, 5, 10].find((each) => each * power >= wanted) ?? 10) * power;
}

export const acrossOf = ({ width, from, to }: CurvePaper, on: string): number => (width * (day(on) - from)) / Math.max(1, to - from);
export const downOf = ({ height, top, bottom }: CurvePaper, amount: number): number => (height * (top - amount)) / (top - bottom);

/** The points joined by lines, as an SVG path. */
export function linePath(paper: CurvePaper, points: readonly JCurvePoint[], pick: (point: JCurvePoint) => string): string {
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${acrossOf(paper, point.on).toFixed(1)} ${downOf(paper, units(pick(point))).toFixed(1)}`).join('');
}

export function levelsOf({ top, bottom, step }: CurvePaper): readonly number[] {
  return Array.from({ length: Math.round((top - bottom) / step) + 1 }, (_, index) => bottom + index * step);
}
