import type { BlockOf, Measure } from '../blocks.js';
import type { Box } from '../document/surface.js';
import type { Flow } from '../flow/flow.js';
import { paint, set, setFitted } from '../flow/setting.js';
import { COLOR, inColor, TONE_COLOR, TYPE } from '../flow/style.js';
import { word } from '../flow/words.js';
import { placeFigure } from './figure.js';
import { symbol } from '../block/symbol.js';

const ROW = 46;
const TRACK = 11;

function sentence(flow: Flow, measure: Measure): string {
  const required = measure.requiredText === undefined ? '' : ` (${word(flow.meta, 'required')} ${measure.requiredText})`;
  return `${measure.label} ${measure.valueText}${required}: ${measure.status}`;
}

/** Name on the left, bar and requirement in the middle, result in words on the right. */
function paintMeasure(flow: Flow, measure: Measure, maximum: number, area: Box): void {
  const { surface } = flow;
  const [left, middle] = [area.width * 0.23, area.width * 0.52];
  const track = { x: area.x + left, y: area.y + 20, width: middle, height: TRACK };
  const place = (value: number): number => (Math.min(Math.max(value, 0), maximum) / maximum) * middle;
  const label = set(measure.label, TYPE.chartStrong, left - 10);
  paint(surface, label, { x: area.x, y: track.y + TRACK / 2 - label.height / 2, width: left - 10 });
  surface.rectangle(track, { fill: '#e6eaf0' });
  surface.rectangle({ ...track, width: place(measure.value) }, { fill: TONE_COLOR[measure.tone] });
  if (measure.required !== undefined) {
    const x = track.x + place(measure.required);
    surface.path(
      [
        { x, y: track.y - 4 },
        { x, y: track.y + TRACK + 4 },
      ],
      { stroke: COLOR.ink, thickness: 1.4 },
    );
    surface.path(
      [
        { x: x - 3.5, y: track.y - 8.5 },
        { x: x + 3.5, y: track.y - 8.5 },
        { x, y: track.y - 3 },
      ],
      { fill: COLOR.ink },
      true,
    );
    const text = setFitted(`${word(flow.meta, 'required')} ${measure.requiredText ?? ''}`.trim(), TYPE.chart, middle, 6);
    const width = text.lines[0]?.width ?? 0;
    const start = Math.min(Math.max(x - width / 2, track.x), track.x + middle - width);
    paint(surface, text, { x: start, y: track.y - 20, width });
  }
  const right = { x: area.x + left + middle + 14, width: area.width - left - middle - 14 };
  const value = setFitted(
    measure.valueText,
    { ...TYPE.tileValue, size: 12.5, leading: 15, color: TONE_COLOR[measure.tone] },
    right.width,
    8,
  );
  paint(surface, value, { ...right, y: track.y - 8 });
  symbol(surface, measure.tone, { x: right.x + 4, y: track.y + 13.5 }, 4);
  paint(surface, set(measure.status, inColor(TYPE.chartStrong, TONE_COLOR[measure.tone]), right.width - 12), {
    x: right.x + 12,
    y: track.y + 8,
    width: right.width - 12,
  });
}

/** Height of a gauge without its caption. */
export function gaugeHeight(block: BlockOf<'gauge'>): number {
  return block.measures.length * ROW;
}

/** Bars against requirements, one below the other, on one scale from 0 to `maximum`. */
export function placeGauge(flow: Flow, block: BlockOf<'gauge'>): void {
  const alt =
    block.alt ??
    [block.caption, ...block.measures.map((measure) => sentence(flow, measure))].filter((part) => part !== undefined).join('. ');
  placeFigure(flow, gaugeHeight(block), alt, block.caption, (area) =>
    block.measures.forEach((measure, at) => paintMeasure(flow, measure, block.maximum, { ...area, y: area.y + at * ROW, height: ROW })),
  );
}
