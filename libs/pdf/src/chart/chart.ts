import type { BlockOf, Series } from '../blocks.js';
import type { Box, Ink, Point, Surface } from '../document/surface.js';
import type { Flow } from '../flow/flow.js';
import { paint, set, setFitted } from '../flow/setting.js';
import { COLOR, inColor, TYPE } from '../flow/style.js';
import { widthOf } from '../font/lines.js';
import { chartNumber, niceTicks, placeFigure, tickDecimals } from './figure.js';

type ChartBlock = BlockOf<'lines'> | BlockOf<'bars'>;

/** Colours of the series in order; every one is dark enough for the text of its value. */
export const SERIES_COLORS = [COLOR.navy, '#9a5400', '#00696f', '#6a3fa0'] as const;

function seriesColor(at: number): string {
  return SERIES_COLORS[at % SERIES_COLORS.length] ?? COLOR.navy;
}

const LEGEND_HEIGHT = 18;
const LABEL_HEIGHT = 16;
const DEFAULT_HEIGHT = 170;

/** The plotting area and its scale. */
interface Plot {
  readonly area: Box;
  readonly y: (value: number) => number;
  /** Middle of the slot of a label. */
  readonly x: (index: number) => number;
  readonly slot: number;
}

/** Height of a chart without its caption. */
export function chartHeight(block: ChartBlock): number {
  return block.height ?? DEFAULT_HEIGHT;
}

function valuesOf(block: ChartBlock): number[] {
  return block.series.flatMap(({ values }) => values).filter((value) => value !== null);
}

function defaultAlt(block: ChartBlock): string {
  const decimals = block.decimals ?? 0;
  const lines = block.series.map(({ name, values }) => {
    const points = block.labels.map((label, at) => {
      const value = values[at] ?? null;
      return `${label} ${value === null ? '–' : `${chartNumber(value, decimals)}${block.unit}`}`;
    });
    return `${name}: ${points.join(', ')}`;
  });
  return [block.caption, ...lines].filter((part) => part !== undefined).join('. ');
}

/** A different shape for every series: a grey copy must still be readable. */
function marker(surface: Surface, at: number, { x, y }: Point, size: number): void {
  const fill = { fill: seriesColor(at) };
  switch (at % 4) {
    case 0:
      return surface.circle({ x, y }, size, fill);
    case 1:
      return surface.rectangle({ x: x - size * 0.9, y: y - size * 0.9, width: size * 1.8, height: size * 1.8 }, fill);
    case 2:
      return surface.path(
        [
          { x, y: y - size * 1.15 },
          { x: x + size * 1.1, y: y + size * 0.85 },
          { x: x - size * 1.1, y: y + size * 0.85 },
        ],
        fill,
        true,
      );
    default:
      return surface.path(
        [
          { x, y: y - size * 1.2 },
          { x: x + size * 1.2, y },
          { x, y: y + size * 1.2 },
          { x: x - size * 1.2, y },
        ],
        fill,
        true,
      );
  }
}

const DASHES = [
  [4, 2.5],
  [1.4, 2],
  [8, 2.5],
] as const;

/** Planned and required values are dashed, each in its own rhythm, and carry no markers. */
function strokeOf(block: ChartBlock, series: Series, at: number): Ink {
  const pen = { stroke: seriesColor(at), thickness: 1.5 };
  if (series.dashed !== true) return pen;
  const rank = block.series.slice(0, at).filter(({ dashed }) => dashed === true).length;
  return { ...pen, dash: DASHES[rank % DASHES.length] ?? DASHES[0] };
}

function paintLegend(surface: Surface, block: ChartBlock, area: Box): void {
  let x = area.x;
  block.series.forEach((series, at) => {
    const y = area.y + 6;
    if (block.kind === 'lines') {
      surface.path(
        [
          { x, y },
          { x: x + 22, y },
        ],
        strokeOf(block, series, at),
      );
      if (series.dashed !== true) marker(surface, at, { x: x + 11, y }, 2.6);
    } else {
      surface.rectangle({ x: x + 8, y: y - 4, width: 10, height: 8 }, barInk(series, at));
    }
    const text = set(series.name, TYPE.chartStrong, 220);
    paint(surface, text, { x: x + 27, y: area.y, width: 220 });
    x += 27 + (text.lines[0]?.width ?? 0) + 18;
  });
  const unit = set(`(${block.unit})`, TYPE.chart, 80);
  paint(surface, unit, { x: area.x, y: area.y, width: area.width }, 'right');
}

function barInk(series: Series, at: number): Ink {
  const stroke = seriesColor(at);
  return series.dashed === true ? { fill: COLOR.head, stroke, thickness: 0.8, dash: [2.5, 1.8] } : { fill: stroke, stroke, thickness: 0.8 };
}

/** Value axis, grid, and labels along the foot; labels are left out evenly where they would touch. */
function paintAxes(surface: Surface, block: ChartBlock, area: Box): Plot {
  const values = valuesOf(block);
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values), 5);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const texts = ticks.map((tick) => chartNumber(tick, tickDecimals(ticks)));
  const axisWidth = Math.max(...texts.map((text) => widthOf(text, TYPE.chart))) + 7;
  const plot = {
    x: area.x + axisWidth,
    y: area.y + LEGEND_HEIGHT,
    width: area.width - axisWidth - (block.kind === 'lines' ? 44 : 4),
    height: area.height - LEGEND_HEIGHT - LABEL_HEIGHT,
  };
  const y = (value: number): number => plot.y + plot.height * (1 - (value - low) / (high - low));
  ticks.forEach((tick, at) => {
    const line = { stroke: tick === 0 ? COLOR.rule : COLOR.hair, thickness: tick === 0 ? 0.8 : 0.4 };
    surface.path(
      [
        { x: plot.x, y: y(tick) },
        { x: plot.x + plot.width, y: y(tick) },
      ],
      line,
    );
    paint(surface, set(texts[at] ?? '', TYPE.chart, axisWidth), { x: area.x, y: y(tick) - 5.5, width: axisWidth - 7 }, 'right');
  });
  const slot = plot.width / Math.max(1, block.labels.length);
  const x = (index: number): number => plot.x + slot * (index + 0.5);
  const widest = Math.max(0, ...block.labels.map((label) => widthOf(label, TYPE.chart)));
  const every = Math.max(1, Math.ceil((widest + 4) / slot));
  block.labels.forEach((label, at) => {
    if ((block.labels.length - 1 - at) % every !== 0) return;
    const width = slot * every;
    paint(surface, setFitted(label, TYPE.chart, width, 6), { x: x(at) - width / 2, y: plot.y + plot.height + 4, width }, 'center');
  });
  return { area: plot, y, x, slot };
}

/**
 * The last value of every line. At the right edge it stands beside the line, moved down where two would touch; a line
 * that ends earlier has it above its end.
 */
function paintEnds(surface: Surface, block: ChartBlock, plot: Plot): void {
  const ends = block.series
    .flatMap(({ values }, at) => {
      const index = values.findLastIndex((value) => value !== null);
      const value = values[index] ?? null;
      return value === null ? [] : [{ at, value, index, y: plot.y(value) - 5.5 }];
    })
    .sort((a, b) => a.y - b.y);
  let free = -Infinity;
  for (const { at, value, index, y } of ends) {
    const text = set(chartNumber(value, block.decimals ?? 0), inColor(TYPE.chartStrong, seriesColor(at)), 80);
    const width = text.lines[0]?.width ?? 0;
    const atEdge = index === block.labels.length - 1;
    const box = { x: atEdge ? plot.x(index) + 6 : plot.x(index) - width / 2, y: atEdge ? Math.max(y, free) : y - 10, width };
    if (atEdge) free = box.y + 10.5;
    surface.rectangle({ x: box.x - 1, y: box.y + 1, width: width + 2, height: 9 }, { fill: COLOR.paper });
    paint(surface, text, box);
  }
}

/** Lines over a common axis, such as expected against actual progress. Gaps stay gaps. */
export function placeLines(flow: Flow, block: BlockOf<'lines'>): void {
  const { surface } = flow;
  placeFigure(flow, chartHeight(block), block.alt ?? defaultAlt(block), block.caption, (area) => {
    paintLegend(surface, block, area);
    const plot = paintAxes(surface, block, area);
    block.series.forEach((series, at) => {
      let stretch: Point[] = [];
      const finish = (): void => {
        if (stretch.length > 1) surface.path(stretch, strokeOf(block, series, at));
        if (series.dashed !== true) for (const point of stretch) marker(surface, at, point, 2.4);
        stretch = [];
      };
      block.labels.forEach((_, index) => {
        const value = series.values[index] ?? null;
        if (value === null) finish();
        else stretch.push({ x: plot.x(index), y: plot.y(value) });
      });
      finish();
    });
    paintEnds(surface, block, plot);
  });
}

/** Upright bars side by side, with their values where there is room for them. */
export function placeBars(flow: Flow, block: BlockOf<'bars'>): void {
  const { surface } = flow;
  placeFigure(flow, chartHeight(block), block.alt ?? defaultAlt(block), block.caption, (area) => {
    paintLegend(surface, block, area);
    const plot = paintAxes(surface, block, area);
    const width = Math.min(34, (plot.slot * 0.72) / block.series.length);
    block.series.forEach((series, at) => {
      series.values.forEach((value, index) => {
        if (value === null) return;
        const x = plot.x(index) + (at - block.series.length / 2) * width;
        const [top, foot] = [Math.min(plot.y(value), plot.y(0)), Math.max(plot.y(value), plot.y(0))];
        if (foot - top > 0) surface.rectangle({ x: x + 1, y: top, width: width - 2, height: foot - top }, barInk(series, at));
        const text = setFitted(chartNumber(value, block.decimals ?? 0), inColor(TYPE.chartStrong, seriesColor(at)), width + 3, 6);
        if (text.lines.length === 1) paint(surface, text, { x: x - 2, y: value < 0 ? foot + 1 : top - 11, width: width + 4 }, 'center');
      });
    });
  });
}
