import type { Box } from '../document/surface.js';
import { ensure, parent, type Flow } from '../flow/flow.js';
import { paint, set } from '../flow/setting.js';
import { TYPE } from '../flow/style.js';

/** A number as a chart prints it: thousands separated, △ for negatives in Korean official style. */
export function chartNumber(value: number, decimals: number): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `△${text}` : text;
}

/** Evenly spaced round values that cover the range, about `count` of them. */
export function niceTicks(minimum: number, maximum: number, count: number): number[] {
  const span = maximum - minimum || Math.abs(maximum) || 1;
  const rough = span / count;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((candidate) => candidate >= rough * 0.999) ?? 10 * magnitude;
  const first = Math.floor(minimum / step + 1e-9);
  // A chart of zeros still needs a scale.
  const last = Math.max(first + 1, Math.ceil(maximum / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** Decimal places that the ticks of an axis need. */
export function tickDecimals(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return [0, 1, 2, 3].find((places) => Math.abs(step * 10 ** places - Math.round(step * 10 ** places)) < 1e-6) ?? 3;
}

/** Height of a picture with its caption. */
export function figureHeight(flow: Flow, height: number, caption: string | undefined): number {
  return height + (caption === undefined ? 0 : set(caption, TYPE.caption, flow.frame.width).height + 4);
}

/**
 * Places a picture of the given height with its caption below. The drawing is one Figure with alternative text and
 * bounding box; the caption belongs to it.
 */
export function placeFigure(flow: Flow, height: number, alt: string, caption: string | undefined, draw: (area: Box) => void): void {
  const { surface, frame } = flow;
  const setting = caption === undefined ? undefined : set(caption, TYPE.caption, frame.width);
  ensure(flow, figureHeight(flow, height, caption));
  const area: Box = { x: frame.left, y: flow.y, width: frame.width, height };
  const box = [area.x, frame.pageHeight - area.y - height, area.x + area.width, frame.pageHeight - area.y] as const;
  const figure = surface.element(parent(flow), 'Figure', { alt, box });
  surface.content(figure, () => draw(area));
  flow.y += height;
  if (setting !== undefined) {
    const element = surface.element(figure, 'Caption');
    surface.content(element, () => paint(surface, setting, { x: frame.left, y: flow.y + 4, width: frame.width }, 'center'));
    surface.end(element);
    flow.y += setting.height + 4;
  }
  surface.end(figure);
  flow.y += 12;
}
